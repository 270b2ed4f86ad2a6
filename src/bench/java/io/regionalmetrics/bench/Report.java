package io.regionalmetrics.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** Formats results as tables. */
final class Report {
  private static final String BARE = "bare: BatchGetItem of two quarters";

  private Report() {}

  /** The times of answers of the usual size, beside those of the bare function. */
  static String answers(String title, Collection<RunResult> results) {
    TextTable table = new TextTable(title, "p50 us", "bare", "ratio", "p99 us", "bare", "ratio");
    results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith(".bareQuarters"))
        .forEach(result -> answer(table, BARE, result));
    for (Measured one : Measured.usual()) {
      result(results, one).ifPresent(result -> answer(table, one.title(), result));
    }
    return table.toString();
  }

  private static Optional<RunResult> result(Collection<RunResult> results, Measured one) {
    return results.stream()
        .filter(result -> one.name().equals(result.getParams().getParam("question")))
        .findFirst();
  }

  /**
   * The CPU times of questions in growing sizes. The last column is the factor between the last two
   * sizes.
   */
  static String scales(
      String title,
      List<String> steps,
      List<Measured.Scale> scales,
      Collection<RunResult> results) {
    String factor = "%s / %s".formatted(steps.getLast(), steps.get(steps.size() - 2));
    TextTable table =
        new TextTable(
            Stream.of(Stream.of(title), steps.stream(), Stream.of(factor))
                .flatMap(heads -> heads)
                .toArray(String[]::new));
    for (Measured.Scale scale : scales) {
      List<Double> times =
          scale.steps().stream()
              .flatMap(one -> result(results, one).stream())
              .map(Report::processor)
              .toList();
      if (times.size() == steps.size()) {
        Stream<String> cells = times.stream().map(time -> format("%.0f", time));
        String growth = format("%.1f", times.getLast() / times.get(times.size() - 2));
        table.add(
            Stream.of(Stream.of(scale.name()), cells, Stream.of(growth))
                .flatMap(some -> some)
                .toArray(String[]::new));
      }
    }
    return table.toString();
  }

  /** The times of charts, beside those of the same answers as JSON. */
  static String pictures(String title, Collection<RunResult> results) {
    TextTable table = new TextTable(title, "SVG", "JSON", "ratio");
    for (Measured one : Measured.pictures()) {
      Optional<Double> drawn = result(results, one).map(Report::processor);
      Optional<Double> written = result(results, one.figures()).map(Report::processor);
      if (drawn.isPresent() && written.isPresent()) {
        table.add(
            one.title(),
            format("%.0f", drawn.get()),
            format("%.0f", written.get()),
            format("%.2f", drawn.get() / written.get()));
      }
    }
    return table.toString();
  }

  private static double processor(RunResult result) {
    return result.getSecondaryResults().get(BareTimes.PROCESSOR).getStatistics().getPercentile(50);
  }

  private static void answer(TextTable table, String name, RunResult result) {
    Statistics own = result.getPrimaryResult().getStatistics();
    Statistics bare = result.getSecondaryResults().get(BareTimes.LABEL).getStatistics();
    double p50 = own.getPercentile(50);
    double p99 = own.getPercentile(99);
    double bare50 = bare.getPercentile(50);
    double bare99 = bare.getPercentile(99);
    table.add(
        name,
        format("%.0f", p50),
        format("%.0f", bare50),
        format("%.2f", p50 / bare50),
        format("%.0f", p99),
        format("%.0f", bare99),
        format("%.2f", p99 / bare99));
  }

  /** The reads of the questions. */
  static String reads(Scene scene) {
    Map<String, Question> questions = new LinkedHashMap<>();
    questions.put("growth, 1 region", Measured.GROWTH_OF_1.question());
    questions.put("growth, 100 regions", Measured.GROWTH_OF_100.question());
    Measured.usual().forEach(one -> questions.put(one.title(), one.question()));
    TextTable table = new TextTable("Reads", "first question", "RCU", "following", "RCU");
    questions.forEach((name, question) -> table.add(Reads.question(scene, question).row(name)));
    return table.toString();
  }

  /** The sizes of stored quarters. */
  static String items(Scene scene) {
    TextTable table =
        new TextTable("Stored quarters", "vintages", "bytes", "a vintage", "one more vintage");
    quarter(table, "revenue, 1 region", StoredQuarter.of(scene, Scene.ONE, "revenue"));
    quarter(table, "revenue, 10 regions", StoredQuarter.of(scene, Scene.TEN, "revenue"));
    quarter(
        table,
        "revenue and its growth, 10 regions",
        StoredQuarter.of(scene, Scene.TEN_IMPLIED, "revenue"));
    quarter(table, "revenue, 100 regions", StoredQuarter.of(scene, Scene.HUNDRED, "revenue"));
    quarter(
        table,
        "revenue per user, 10 regions",
        StoredQuarter.of(scene, Scene.TEN, "revenue-per-user"));
    return table.toString();
  }

  private static void quarter(TextTable table, String name, StoredQuarter quarter) {
    table.add(
        name,
        Integer.toString(quarter.vintages()),
        Long.toString(quarter.bytes()),
        format("%.1f", quarter.bytesPerVintage()),
        format("%.1f", quarter.bytesOfOneMore()));
  }

  /** The size of a function's package. */
  static String size() {
    return PackageSize.measure()
        .map(Report::size)
        .orElse("Package: not measured, since %s is missing.\n".formatted(PackageSize.CLASS_PATH));
  }

  private static String size(PackageSize size) {
    TextTable table = new TextTable("Package, zipped", "bytes", "MB");
    bytes(table, "AWS SDK, reactive-streams, slf4j-api", size.sdk());
    bytes(table, "other jars", size.others());
    bytes(table, "own classes", size.classes());
    bytes(table, "all of it", size.all());
    return table.toString();
  }

  private static void bytes(TextTable table, String name, long bytes) {
    table.add(name, Long.toString(bytes), format("%.2f", bytes / 1e6));
  }

  private static String format(String pattern, double number) {
    return String.format(Locale.ROOT, pattern, number);
  }
}
