package io.regionalmetrics.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures everything, and prints it. Arguments are JMH's own. */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs, in a few minutes. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    CommandLineOptions arguments = new CommandLineOptions(args);
    Scene scene = Scene.start();
    System.out.println(Report.reads(scene));
    System.out.println(Report.items(scene));
    System.out.println(Report.size());
    System.out.println(
        Report.answers("Warm answers, DynamoDB Local", run(arguments, scene, "local")));
    System.out.println(
        Report.answers("Warm answers, no DynamoDB", run(arguments, scene, "memory")));
    System.exit(0);
  }

  private static Collection<RunResult> run(
      CommandLineOptions arguments, Scene scene, String dynamoDb) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .parent(arguments)
            .param("dynamoDb", dynamoDb)
            .addProfiler(BareTimes.class)
            .jvmArgsAppend(scene.properties())
            .verbosity(arguments.verbosity().orElse(VerboseMode.SILENT))
            .shouldFailOnError(true)
            .build();
    return new Runner(options).run();
  }
}
