package io.regionalmetrics.feed;

import io.regionalmetrics.fetch.Address;
import io.regionalmetrics.fetch.FetchFailed;
import io.regionalmetrics.fetch.Fetched;
import io.regionalmetrics.fetch.Fetcher.Wanted;
import io.regionalmetrics.fetch.Validators;
import io.regionalmetrics.ingest.CsvTable;
import io.regionalmetrics.ingest.CsvTable.Row;
import io.regionalmetrics.ingest.CsvTable.Spaces;
import io.regionalmetrics.ingest.Faults;
import io.regionalmetrics.ingest.Fields;
import io.regionalmetrics.ingest.Ingest.Report;
import io.regionalmetrics.model.FeedState.Result;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.Refusal;
import io.regionalmetrics.model.Refusal.Reason;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code csv}: a table that somebody keeps: tidy, SDMX-CSV 2, or wide where its event says which
 * columns are what.
 *
 * <p>A file that has changed is dated anew, or else what it says now would be known in the past: by
 * its Last-Modified, or by the day it was fetched. A tidy one that says for itself when it was
 * published is believed, until it says two things of one day.
 *
 * @param id the key of its state
 * @param fingerprint of the event: with another one the same file may say something else
 * @param url where it is, of http, https or s3
 * @param wanted how it is got
 * @param source who says so, by {@code id}, {@code title}, {@code publisher}, {@code url}, {@code
 *     published}, {@code kind}; empty where the table has columns for it
 * @param definitions companies, metrics and regions that are defined with it
 * @param columns how a wide table is read; nothing where it isn't one
 */
record CsvFeed(
    String id,
    String fingerprint,
    URI url,
    ObjectStore.Signed wanted,
    Map<String, String> source,
    Fields definitions,
    Optional<WideColumns> columns)
    implements Feed {
  static final String KIND = "csv";

  private static final long MOST_BYTES = 10_000_000;
  private static final int MOST_ROWS = 5_000;
  private static final String SOURCE = "source_";
  private static final String PUBLISHED = "source_published";

  /** Names in the memory. */
  private static final String HASH = "sha256";

  private static final String DATED = "published";
  private static final String FINGERPRINT = "event";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String of() {
    return Address.shown(url.toString());
  }

  @Override
  public Outcome refresh(Run run) {
    Map<String, String> memory = run.memory();
    Validators known = Validators.in(memory, table());
    Optional<Fetched> there =
        run.fetcher()
            .get(new Wanted(wanted.address(), wanted.headers(), known, MOST_BYTES, run.toFetch()));
    if (there.isEmpty()) {
      return nothingNew(run);
    }
    try (Fetched file = there.get()) {
      String hash = file.hash();
      boolean isSame = hash.equals(memory.get(HASH)) && fingerprint.equals(memory.get(FINGERPRINT));
      return isSame ? nothingNew(run) : taken(run, file, hash);
    }
  }

  private String table() {
    return "table " + fingerprint;
  }

  private static Outcome nothingNew(Run run) {
    return new Outcome(
        new Result(run.fetcher().requests(), 0, 0, 0, 0, Map.of(), List.of(), 0), run.memory());
  }

  /** What was taken so far. */
  private static final class Taken {
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int observations;
    private int added;
    private int revised;
    private int unchanged;
    private LocalDate dated = LocalDate.MIN;

    void add(Report report) {
      observations += report.observations();
      added += report.added();
      revised += report.revised();
      unchanged += report.unchanged();
    }

    void datedAt(LocalDate day) {
      dated = day.isAfter(dated) ? day : dated;
    }
  }

  private Outcome taken(Run run, Fetched file, String hash) {
    Taken taken = new Taken();
    CsvTable table = read(file);
    if (isSdmx(table)) {
      parts(table.rows(), 1, List.of("SOURCE_ID", "COMPANY", "METRIC", "TIME_PERIOD"))
          .forEach(part ->
              taken.add(
                  run.ingest()
                      .sdmxRows(new CsvTable(table.header(), part), definitions, run.deadline())));
    } else {
      tidy(table, taken, run, file);
    }
    Map<String, String> memory = new HashMap<>();
    memory.put(HASH, hash);
    memory.put(FINGERPRINT, fingerprint);
    file.validators().remember(memory, table());
    if (taken.dated.isAfter(LocalDate.MIN)) {
      memory.put(DATED, taken.dated.toString());
    }
    return new Outcome(
        new Result(
            run.fetcher().requests(),
            taken.observations,
            taken.added,
            taken.revised,
            taken.unchanged,
            taken.leftOut,
            List.of(),
            0),
        memory);
  }

  /** The table; the texts of one that is SDMX-CSV keep their spaces. */
  private CsvTable read(Fetched file) {
    byte[] content = file.bytes();
    CsvTable table = read(content, Spaces.STRIPPED);
    if (table.rows().isEmpty()) {
      throw new FetchFailed("%s has no rows".formatted(of()));
    }
    return isSdmx(table) ? read(content, Spaces.KEPT) : table;
  }

  private static CsvTable read(byte[] content, Spaces spaces) {
    Faults faults = new Faults();
    CsvTable table = CsvTable.read(content, spaces, faults);
    faults.refuse("Nothing was stored.");
    return table;
  }

  private boolean isSdmx(CsvTable table) {
    return columns.isEmpty() && table.header().contains("OBS_VALUE");
  }

  private void tidy(CsvTable table, Taken taken, Run run, Fetched file) {
    List<Row> rows = table.rows();
    if (columns.isPresent()) {
      WideColumns.Tidy tidy = columns.get().tidy(table, file.name());
      taken.leftOut.putAll(tidy.leftOut());
      rows = tidy.rows();
    }
    List<Row> sourced = rows.stream().map(this::sourced).toList();
    List<String> header =
        Stream.concat(
                columns.isPresent() ? Stream.of() : table.header().stream(),
                sourced.stream().flatMap(row -> row.cells().keySet().stream()))
            .distinct()
            .toList();
    for (List<Row> part :
        parts(sourced, 2, List.of("source_id", PUBLISHED, "company", "metric", "period"))) {
      dated(header, part, taken, run, file);
    }
  }

  /** A row with the event's source where it has none itself. */
  private Row sourced(Row row) {
    if (source.isEmpty() || row.cells().containsKey("source_id")) {
      return row;
    }
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    source.forEach((name, text) -> cells.put(SOURCE + name, text));
    return new Row(row.number(), cells);
  }

  /**
   * Rows in documents of their size, so that no quarter of a metric is in two, nor two sources in
   * one.
   *
   * @param apart how many of the names tell a source
   * @param names of the columns that tell a source, and then a quarter of a metric
   */
  private static List<List<Row>> parts(List<Row> rows, int apart, List<String> names) {
    Map<List<String>, List<Row>> quarters = new TreeMap<>(CsvFeed::compare);
    for (Row row : rows) {
      List<String> key = names.stream().map(name -> row.cells().getOrDefault(name, "")).toList();
      quarters.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    List<List<Row>> parts = new ArrayList<>();
    List<String> sourceOfLast = List.of();
    for (Map.Entry<List<String>, List<Row>> quarter : quarters.entrySet()) {
      List<String> sourceOfThis = quarter.getKey().subList(0, apart);
      if (parts.isEmpty()
          || !sourceOfThis.equals(sourceOfLast)
          || parts.getLast().size() + quarter.getValue().size() > MOST_ROWS) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().addAll(quarter.getValue());
      sourceOfLast = sourceOfThis;
    }
    return parts;
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < one.size(); i++) {
      int difference = one.get(i).compareTo(other.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  /** Takes rows in, under the first of the days that contradicts nothing. */
  private void dated(List<String> header, List<Row> rows, Taken taken, Run run, Fetched file) {
    List<String> columnsOfAll =
        Stream.concat(header.stream(), Stream.of(PUBLISHED)).distinct().toList();
    List<LocalDate> days = days(said(rows), run, file);
    for (int i = 0; i < days.size(); i++) {
      try {
        LocalDate day = days.get(i);
        List<Row> dated = rows.stream().map(row -> published(row, day)).toList();
        taken.add(
            run.ingest().rows(new CsvTable(columnsOfAll, dated), definitions, run.deadline()));
        taken.datedAt(day);
        return;
      } catch (Refusal refusal) {
        if (refusal.reason() != Reason.CONTRADICTION || i == days.size() - 1) {
          throw refusal;
        }
      }
    }
    throw new FetchFailed(
        "%s has changed again on the day of its last change, %s; it will be taken tomorrow"
            .formatted(of(), run.memory().get(DATED)));
  }

  /**
   * The day on which rows say that they were published, all the same.
   *
   * @throws Refusal where that is no day
   */
  private static Optional<LocalDate> said(List<Row> rows) {
    return Optional.ofNullable(rows.getFirst().cells().get(PUBLISHED))
        .map(text ->
            Periods.day(text)
                .orElseThrow(() ->
                    Refusal.of(
                        Reason.MALFORMED,
                        "row %d.%s".formatted(rows.getFirst().number(), PUBLISHED),
                        "'%s' is not a day like 2018-03-01".formatted(text))));
  }

  /**
   * The days that may be that of publication: of a file that is new, what is said, or else its last
   * change, or else today; of the same file under another event, the same day as before; of one
   * that has changed since, no day that has been.
   */
  private List<LocalDate> days(Optional<LocalDate> said, Run run, Fetched file) {
    Optional<LocalDate> before = Optional.ofNullable(run.memory().get(DATED)).flatMap(Periods::day);
    boolean saidByTheFile = !source.containsKey("published");
    boolean isSameFile = file.hash().equals(run.memory().get(HASH));
    Stream<LocalDate> first =
        before.isEmpty() || (saidByTheFile && said.isPresent())
            ? said.stream()
            : isSameFile ? before.stream() : Stream.of();
    Stream<LocalDate> changed =
        Stream.concat(file.lastModified().stream(), Stream.of(run.today()))
            .filter(day -> !day.isAfter(run.today()))
            .filter(day -> before.isEmpty() || day.isAfter(before.get()));
    return Stream.concat(first, changed).distinct().toList();
  }

  private static Row published(Row row, LocalDate day) {
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    cells.put(PUBLISHED, day.toString());
    return new Row(row.number(), cells);
  }
}
