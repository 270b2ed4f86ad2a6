package io.regionalmetrics.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** The tables in which results are printed. */
final class Report {
  private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

  static {
    ANSWERS.put("bareQuarters", "bare: BatchGetItem of two quarters");
    ANSWERS.put("growthPublished", "growth, 10 regions, levels published");
    ANSWERS.put("growthImplied", "growth, 10 regions, bases implied");
    ANSWERS.put("regions", "regions, 10");
    ANSWERS.put("check", "check, 10 regions");
  }

  private Report() {}

  /** How long answers take, and the bare function's beside them. */
  static String answers(String title, Collection<RunResult> results) {
    TextTable table = new TextTable(title, "p50 us", "bare", "ratio", "p99 us", "bare", "ratio");
    ANSWERS.forEach((benchmark, name) ->
        results.stream()
            .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
            .forEach(result -> answer(table, name, result)));
    return table.toString();
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

  /** What questions read. */
  static String reads(Scene scene) {
    Map<String, Question> questions = new LinkedHashMap<>();
    questions.put("growth, 1 region x 2 quarters", Question.growth(Scene.ONE));
    questions.put("growth, 10 regions x 2 quarters", Question.growth(Scene.TEN));
    questions.put("growth, 10 regions, bases implied", Question.growth(Scene.TEN_IMPLIED));
    questions.put("growth, 100 regions x 2 quarters", Question.growth(Scene.HUNDRED));
    questions.put("regions, 10", Question.regions(Scene.TEN));
    questions.put("check, 10 regions", Question.check(Scene.TEN));
    TextTable table = new TextTable("Reads", "first question", "RCU", "following", "RCU");
    questions.forEach((name, question) -> {
      Reads.Of reads = Reads.question(scene, question);
      table.add(
          name,
          reads.first().requests(),
          units(reads.first()),
          reads.following().requests(),
          units(reads.following()));
    });
    return table.toString();
  }

  /** How large stored quarters are. */
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
        format("%.1f", quarter.share()),
        format("%.1f", quarter.more()));
  }

  /** How large a function's package is. */
  static String size() {
    return PackageSize.measure()
        .map(Report::size)
        .orElse("Package: not measured, since %s is missing.\n".formatted(PackageSize.CLASS_PATH));
  }

  private static String size(PackageSize size) {
    TextTable table = new TextTable("Package", "bytes", "MB");
    bytes(table, "AWS SDK, reactive-streams, slf4j-api", size.sdk());
    bytes(table, "other jars", size.others());
    bytes(table, "own classes, zipped", size.classes());
    bytes(table, "all of it", size.all());
    return table.toString();
  }

  private static void bytes(TextTable table, String name, long bytes) {
    table.add(name, Long.toString(bytes), format("%.2f", bytes / 1e6));
  }

  private static String units(Reads reads) {
    return format("%.1f", reads.units());
  }

  private static String format(String pattern, double number) {
    return String.format(Locale.ROOT, pattern, number);
  }
}
