package io.regionalmetrics.bench;

import io.regionalmetrics.bench.LambdaProcess.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Measures starts of the function for comparisons, in turn with starts of bare functions. Each
 * start is a process of its own, by Lambda's runtime interface client. DynamoDB Local runs in this
 * JVM.
 */
public final class ColdStarts {
  private static final String OWN = "own";
  private static final String BARE = "bare";
  private static final String ORDINARY = "bare, SDK's client";

  private static final int WARM_EVENTS = 300;
  private static final int WARM_ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration MEASURED = Duration.ofSeconds(5);

  /** A pause before restoring: Lambda takes no snapshot while code is being compiled. */
  private static final Duration BEFORE_RESTORE = Duration.ofMillis(500);

  private static final LongFunction<String> MILLIS = nanos -> format("%.0f", nanos / 1e6);
  private static final LongFunction<String> TENTHS = nanos -> format("%.1f", nanos / 1e6);
  private static final LongFunction<String> MEGABYTES = bytes -> format("%.0f", bytes / 1e6);
  private static final LongFunction<String> COUNT = Long::toString;

  private final Scene scene;
  private final Map<String, TaskRoot> roots = new LinkedHashMap<>();
  private final int rounds;
  private final Measured question;
  private final List<String> flags;

  private ColdStarts(Scene scene, int rounds, Measured question, List<String> flags)
      throws IOException {
    this.scene = scene;
    this.rounds = rounds;
    this.question = question;
    this.flags = flags;
    roots.put(OWN, TaskRoot.own());
    roots.put(BARE, TaskRoot.bareSameClient());
    roots.put(ORDINARY, TaskRoot.bare());
  }

  /**
   * Runs and prints tables. The exit code is 1 if a function fails.
   *
   * @param args {@code rounds=9}, {@code question=GROWTH}, {@code part=cold} or {@code
   *     part=primed}, and flags for the JVMs of all functions
   */
  public static void main(String[] args) {
    try {
      run(args);
      System.exit(0);
    } catch (IOException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1); // Otherwise DynamoDB Local would keep running.
    }
  }

  private static void run(String[] args) throws IOException, InterruptedException {
    ColdStarts starts =
        new ColdStarts(
            Scene.start(),
            Integer.parseInt(argument(args, "rounds", "9")),
            Measured.valueOf(argument(args, "question", Measured.GROWTH.name())),
            Stream.of(args).filter(argument -> argument.startsWith("-")).toList());
    String part = argument(args, "part", "both");
    if (!part.equals("primed")) {
      System.out.println(starts.cold());
    }
    if (!part.equals("cold")) {
      System.out.println(starts.primed());
    }
  }

  private static String argument(String[] args, String name, String otherwise) {
    return Stream.of(args)
        .filter(argument -> argument.startsWith(name + "="))
        .map(argument -> argument.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }

  /** The measured values of one function, by row of the table. */
  private static final class Samples {
    private final Map<String, List<Long>> values = new LinkedHashMap<>();

    void add(String row, long value) {
      values.computeIfAbsent(row, ignored -> new ArrayList<>()).add(value);
    }

    long[] sorted(String row) {
      return values.get(row).stream().mapToLong(Long::longValue).sorted().toArray();
    }
  }

  private interface Round {
    void run(TaskRoot root, Samples samples) throws IOException, InterruptedException;
  }

  /** Measures rounds of starts, then of warm events. */
  private Map<String, Samples> samples(Round starts, Start start)
      throws IOException, InterruptedException {
    Map<String, Samples> samples = new LinkedHashMap<>();
    rounds(rounds, samples, starts);
    rounds(WARM_ROUNDS, samples, (root, more) -> warm(root, start, more));
    return samples;
  }

  /** Measures all functions in turn. The first round is a warm-up and isn't counted. */
  private void rounds(int number, Map<String, Samples> all, Round round)
      throws IOException, InterruptedException {
    for (int i = 0; i <= number; i++) {
      for (Map.Entry<String, TaskRoot> root : roots.entrySet()) {
        Samples samples =
            i == 0 ? new Samples() : all.computeIfAbsent(root.getKey(), x -> new Samples());
        round.run(root.getValue(), samples);
      }
    }
  }

  private String cold() throws IOException, InterruptedException {
    Map<String, Samples> samples = samples(this::cold, Start.ON_DEMAND);
    for (Map.Entry<String, TaskRoot> root : roots.entrySet()) {
      classes(root.getValue(), samples.get(root.getKey()));
    }
    TextTable table = table("Cold start, " + question.title());
    row(table, "init, ms", "init", MILLIS, samples);
    row(table, "first event, ms", "first", MILLIS, samples);
    row(table, "whole, ms", "whole", MILLIS, samples);
    row(table, "whole, processor, ms", "processor", MILLIS, samples);
    row(table, "peak memory after the first, MB", "memory", MEGABYTES, samples);
    row(table, "peak memory after %d, MB".formatted(WARM_EVENTS), "memoryWarm", MEGABYTES, samples);
    row(table, "classes loaded", "classes", COUNT, samples);
    row(table, "of them not from the JDK's archive", "unarchived", COUNT, samples);
    row(table, "warm events a second", "throughput", COUNT, samples);
    return table.toString();
  }

  private void cold(TaskRoot root, Samples samples) throws IOException, InterruptedException {
    try (LambdaProcess process = LambdaProcess.start(root, Start.ON_DEMAND, scene, flags)) {
      LambdaProcess.Took init = process.awaitInit();
      LambdaProcess.Took first = process.invoke(question.question());
      check(first);
      samples.add("init", init.nanos());
      samples.add("first", first.nanos());
      samples.add("whole", init.nanos() + first.nanos());
      samples.add("processor", process.processor());
      samples.add("memory", process.peakMemory());
      for (int i = 1; i < WARM_EVENTS; i++) {
        process.invoke(question.question());
      }
      samples.add("memoryWarm", process.peakMemory());
    }
  }

  private String primed() throws IOException, InterruptedException {
    Map<String, Samples> samples = samples(this::primed, Start.SNAP_START);
    TextTable table = table("After priming, " + question.title());
    row(table, "init and priming, ms", "init", MILLIS, samples);
    row(table, "of that processor, ms", "processor", MILLIS, samples);
    row(table, "restore, ms", "restore", TENTHS, samples);
    row(table, "first event, ms", "first", TENTHS, samples);
    row(table, "first event, processor, ms", "firstProcessor", TENTHS, samples);
    row(table, "second event, ms", "second", TENTHS, samples);
    row(table, "peak memory after %d, MB".formatted(WARM_EVENTS), "memoryWarm", MEGABYTES, samples);
    row(table, "warm events a second", "throughput", COUNT, samples);
    return table.toString();
  }

  private void primed(TaskRoot root, Samples samples) throws IOException, InterruptedException {
    try (LambdaProcess process = LambdaProcess.start(root, Start.SNAP_START, scene, flags)) {
      samples.add("init", process.awaitFreeze().nanos());
      samples.add("processor", process.processor());
      Thread.sleep(BEFORE_RESTORE);
      samples.add("restore", process.restore().nanos());
      long before = process.processorOfThreads();
      LambdaProcess.Took first = process.invoke(question.question());
      samples.add("firstProcessor", process.processorOfThreads() - before);
      check(first);
      samples.add("first", first.nanos());
      samples.add("second", process.invoke(question.question()).nanos());
      for (int i = 2; i < WARM_EVENTS; i++) {
        process.invoke(question.question());
      }
      samples.add("memoryWarm", process.peakMemory());
    }
  }

  /** Measures how many events an instance answers in a second, one after another. */
  private void warm(TaskRoot root, Start start, Samples samples)
      throws IOException, InterruptedException {
    try (LambdaProcess process = LambdaProcess.start(root, start, scene, flags)) {
      if (start == Start.SNAP_START) {
        process.awaitFreeze();
        process.restore();
      } else {
        process.awaitInit();
      }
      events(process, WARM_UP);
      for (int i = 0; i < 5; i++) {
        samples.add("throughput", events(process, MEASURED.dividedBy(5)));
      }
    }
  }

  private long events(LambdaProcess process, Duration span) throws InterruptedException {
    long begin = System.nanoTime();
    long events = 0;
    while (System.nanoTime() - begin < span.toNanos()) {
      process.invoke(question.question());
      events++;
    }
    return events * 1_000_000_000 / (System.nanoTime() - begin);
  }

  /** Counts the classes loaded after the first event. */
  private void classes(TaskRoot root, Samples samples) throws IOException, InterruptedException {
    Path log = Path.of("target", "cold", root.folder().getFileName() + ".classes").toAbsolutePath();
    List<String> more = new ArrayList<>(flags);
    more.add("-Xlog:class+load:file=%s:none:filecount=0".formatted(log));
    try (LambdaProcess process = LambdaProcess.start(root, Start.ON_DEMAND, scene, more)) {
      process.awaitInit();
      process.invoke(question.question());
    }
    List<String> lines = Files.readAllLines(log);
    samples.add("classes", lines.size());
    samples.add(
        "unarchived", lines.stream().filter(line -> !line.contains("shared objects file")).count());
  }

  private static void check(LambdaProcess.Took invocation) {
    if (!invocation.response().contains("\"statusCode\":200")) {
      throw new IllegalStateException("no answer: " + invocation.response());
    }
  }

  private static TextTable table(String title) {
    return new TextTable(
        title, "own", "min", "max", "bare", "min", "max", "ratio", "SDK's client", "ratio");
  }

  private static void row(
      TextTable table,
      String title,
      String row,
      LongFunction<String> format,
      Map<String, Samples> samples) {
    long[] own = samples.get(OWN).sorted(row);
    long[] bare = samples.get(BARE).sorted(row);
    long[] ordinary = samples.get(ORDINARY).sorted(row);
    table.add(
        title,
        format.apply(median(own)),
        format.apply(own[0]),
        format.apply(own[own.length - 1]),
        format.apply(median(bare)),
        format.apply(bare[0]),
        format.apply(bare[bare.length - 1]),
        ratio(own, bare),
        format.apply(median(ordinary)),
        ratio(own, ordinary));
  }

  private static String ratio(long[] own, long[] other) {
    return format("%.2f", (double) median(own) / median(other));
  }

  private static long median(long[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static String format(String pattern, double number) {
    return String.format(Locale.ROOT, pattern, number);
  }
}
