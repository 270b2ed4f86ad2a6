package io.regionalmetrics.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.bench.Company.Published;
import io.regionalmetrics.function.CompareFunction;
import io.regionalmetrics.function.IngestFunction;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.local.DynamoDbLocal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Measures the same questions about one company as the table grows: with more companies, and with
 * more quarters of that company. The questions take turns, so that the machine's other load and the
 * progress of the compilers are the same for all.
 */
public final class GrowthInData {
  private static final int REGIONS = 2;
  private static final Company YEAR = new Company(REGIONS, Published.ONE_YEAR);
  private static final Company FIVE = new Company(REGIONS, Published.FIVE_YEARS);
  private static final Company TWENTY = new Company(REGIONS, Published.TWENTY_YEARS);

  /** The template of the other companies, which are stored under ids of their own. */
  private static final Company OTHER = new Company(REGIONS, Published.LEVELS);

  private static final int WARM_UP_TIMES = 500;
  private static final int TIMES = 200;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Row> rows = new ArrayList<>();

  private GrowthInData() {}

  /** Measures for a minute or two and prints a table. */
  public static void main(String[] args) {
    System.out.println(measure());
    System.exit(0); // Otherwise DynamoDB Local would keep running.
  }

  /** Measures and returns the table to print. */
  static String measure() {
    GrowthInData growth = new GrowthInData();
    for (int size : new int[] {10, 100, 1_000}) {
      growth.rows(size, scene(size, YEAR));
    }
    growth.rows(scene(10, YEAR, FIVE, TWENTY));
    for (int i = 0; i < WARM_UP_TIMES + TIMES; i++) {
      boolean counts = i >= WARM_UP_TIMES;
      growth.rows.forEach(row -> row.ask(counts));
    }
    return growth.table();
  }

  /** A DynamoDB table with the companies of the questions, filled up with others. */
  private static Scene scene(int size, Company... asked) {
    Wiring wiring = LocalDynamoDb.freshWiring();
    IngestFunction ingest = new IngestFunction(wiring);
    for (Company company : asked) {
      publish(ingest, company, company.id());
    }
    IntStream.range(asked.length, size).forEach(i -> publish(ingest, OTHER, "company-" + i));
    return new Scene(LocalDynamoDb.address(), wiring.table());
  }

  private static void publish(IngestFunction ingest, Company company, String id) {
    for (String document : company.documents()) {
      Invocation.check(ingest, Question.document(document.replace(company.id(), id)));
    }
  }

  private void rows(int companies, Scene scene) {
    String suffix = String.format(Locale.ROOT, ", one of %,d companies", companies);
    rows.add(new Row("growth" + suffix, scene, growth(YEAR)));
    rows.add(new Row("series, 4 quarters" + suffix, scene, series(YEAR, 4)));
  }

  private void rows(Scene scene) {
    rows.add(new Row("growth, 4 quarters stored", scene, growth(YEAR)));
    rows.add(new Row("growth, 20 stored", scene, growth(FIVE)));
    rows.add(new Row("growth, 80 stored", scene, growth(TWENTY)));
    rows.add(new Row("series, all 4 quarters", scene, series(YEAR, 4)));
    rows.add(new Row("series, all 20", scene, series(FIVE, 20)));
    rows.add(new Row("series, all 80", scene, series(TWENTY, 80)));
  }

  private static Question growth(Company company) {
    return Question.comparison("growth", company);
  }

  private static Question series(Company company, int quarters) {
    return Question.series(company, quarters, "level");
  }

  private String table() {
    TextTable table =
        new TextTable(
            "Growth in data", "first question", "RCU", "following", "RCU", "p50 us", "processor");
    rows.forEach(row -> row.addTo(table));
    return table.toString();
  }

  /** A row: a question to a function of its own, and the times of its answers. */
  private static final class Row {
    private final String name;
    private final Scene scene;
    private final Question question;
    private final RequestStreamHandler function;
    private final List<Long> wall = new ArrayList<>();
    private final List<Long> processor = new ArrayList<>();

    Row(String name, Scene scene, Question question) {
      this.name = name;
      this.scene = scene;
      this.question = question;
      this.function =
          new CompareFunction(
              new Wiring(
                  DynamoDbLocal.client(scene.address()), scene.table(), InstantSource.system()));
      Invocation.check(function, question);
    }

    void ask(boolean counts) {
      long busy = THREADS.getCurrentThreadCpuTime();
      long begin = System.nanoTime();
      Invocation.of(function, question);
      if (counts) {
        wall.add(System.nanoTime() - begin);
        processor.add(THREADS.getCurrentThreadCpuTime() - busy);
      }
    }

    void addTo(TextTable table) {
      table.add(Reads.question(scene, question).row(name, median(wall), median(processor)));
    }

    private static String median(List<Long> nanos) {
      List<Long> sorted = nanos.stream().sorted().toList();
      return Long.toString(sorted.get(sorted.size() / 2) / 1_000);
    }
  }
}
