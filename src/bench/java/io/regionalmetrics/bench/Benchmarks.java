package io.regionalmetrics.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all benchmarks except those with a main class of their own, and prints tables. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs them in eight to ten minutes.
   *
   * @param args JMH's own arguments
   */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    CommandLineOptions arguments = new CommandLineOptions(args);
    Scene scene = Scene.start();
    System.out.println(Report.reads(scene));
    System.out.println(Report.items(scene));
    System.out.println(Report.size());
    System.out.println(GrowthInData.measure());
    System.out.println(
        Report.answers(
            "Warm answers, DynamoDB Local", run(arguments, scene, "local", Measured.usual())));
    Collection<RunResult> computed = run(arguments, scene, "memory", List.of(Measured.values()));
    System.out.println(Report.answers("Warm answers, no DynamoDB", computed));
    System.out.println(
        Report.scales(
            "Processor, p50 us, by regions",
            List.of("1", "10", "100"),
            Measured.byRegions(),
            computed));
    System.out.println(
        Report.scales(
            "Processor, p50 us, by quarters", List.of("4", "40"), Measured.byQuarters(), computed));
    System.out.println(Report.pictures("Processor, p50 us, of pictures", computed));
    System.exit(0);
  }

  private static Collection<RunResult> run(
      CommandLineOptions arguments, Scene scene, String dynamoDb, List<Measured> questions)
      throws RunnerException {
    List<String> names = questions.stream().map(Enum::name).toList();
    Options options =
        new OptionsBuilder()
            .parent(arguments)
            .param("dynamoDb", dynamoDb)
            .param(
                "question", arguments.getParameter("question").orElse(names).toArray(String[]::new))
            .addProfiler(BareTimes.class)
            .jvmArgsAppend(scene.properties())
            .verbosity(arguments.verbosity().orElse(VerboseMode.SILENT))
            .shouldFailOnError(true)
            .build();
    return new Runner(options).run();
  }
}
