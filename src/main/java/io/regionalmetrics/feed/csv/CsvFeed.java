package io.regionalmetrics.feed.csv;

import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.feed.ObjectStore;
import io.regionalmetrics.feed.Tally;
import io.regionalmetrics.fetch.Address;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.fetch.FetchRequest;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.fetch.Validators;
import io.regionalmetrics.ingest.CsvTable;
import io.regionalmetrics.ingest.CsvTable.Row;
import io.regionalmetrics.ingest.CsvTable.Spaces;
import io.regionalmetrics.ingest.DocumentFaults;
import io.regionalmetrics.ingest.DocumentFields;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
public record CsvFeed(
    String id,
    String fingerprint,
    URI url,
    ObjectStore.SignedRequest wanted,
    Map<String, String> source,
    DocumentFields definitions,
    Optional<WideColumns> columns)
    implements Feed {
  public static final String KIND = "csv";

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
  public String description() {
    return Address.withoutQuery(url.toString());
  }

  @Override
  public Outcome refresh(FeedRun run) {
    Map<String, String> memory = run.memory();
    Validators known = Validators.remembered(memory, table());
    Optional<FetchedFile> there =
        run.fetcher()
            .get(
                new FetchRequest(
                    wanted.address(), wanted.headers(), known, MOST_BYTES, run.fetchTimeout()));
    if (there.isEmpty()) {
      return nothingNew(run);
    }
    try (FetchedFile file = there.get()) {
      String hash = file.hash();
      boolean isSame = hash.equals(memory.get(HASH)) && fingerprint.equals(memory.get(FINGERPRINT));
      return isSame ? nothingNew(run) : taken(run, file, hash);
    }
  }

  private String table() {
    return "table " + fingerprint;
  }

  private static Outcome nothingNew(FeedRun run) {
    return new Outcome(new Tally().result(run, 0), run.memory());
  }

  private Outcome taken(FeedRun run, FetchedFile file, String hash) {
    Tally tally = new Tally();
    CsvTable table = read(file);
    Map<String, String> memory = new HashMap<>();
    if (isSdmx(table)) {
      parts(table.rows(), 1, List.of("SOURCE_ID", "COMPANY", "METRIC", "TIME_PERIOD"))
          .forEach(part ->
              tally.add(
                  run.ingest()
                      .sdmxRows(new CsvTable(table.header(), part), definitions, run.deadline())));
    } else {
      Days days = new Days(run, file, hash);
      tidy(table, tally, run, file.name(), days);
      days.last().ifPresent(day -> memory.put(DATED, day.toString()));
    }
    memory.put(HASH, hash);
    memory.put(FINGERPRINT, fingerprint);
    file.validators().remember(memory, table());
    return new Outcome(tally.result(run, 0), memory);
  }

  /** The table; the texts of one that is SDMX-CSV keep their spaces. */
  private CsvTable read(FetchedFile file) {
    byte[] content = file.bytes();
    CsvTable table = read(content, Spaces.STRIPPED);
    if (table.rows().isEmpty()) {
      throw new FetchException("%s has no rows".formatted(description()));
    }
    return isSdmx(table) ? read(content, Spaces.KEPT) : table;
  }

  private static CsvTable read(byte[] content, Spaces spaces) {
    DocumentFaults faults = new DocumentFaults();
    CsvTable table = CsvTable.read(content, spaces, faults);
    faults.refuse("Nothing was stored.");
    return table;
  }

  private boolean isSdmx(CsvTable table) {
    return columns.isEmpty() && table.header().contains("OBS_VALUE");
  }

  private void tidy(CsvTable table, Tally tally, FeedRun run, String name, Days days) {
    List<Row> rows = table.rows();
    if (columns.isPresent()) {
      WideColumns.Tidy tidy = columns.get().tidy(table, name);
      tidy.leftOut().forEach(tally::leaveOut);
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
      dated(header, part, tally, run, days);
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
    Map<List<String>, List<Row>> quarters =
        new TreeMap<>(Comparator.comparing(key -> key.toArray(String[]::new), Arrays::compare));
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

  /** Takes rows in, under the first of the days that contradicts nothing. */
  private void dated(List<String> header, List<Row> rows, Tally tally, FeedRun run, Days known) {
    List<String> columnsOfAll =
        Stream.concat(header.stream(), Stream.of(PUBLISHED)).distinct().toList();
    List<LocalDate> days = known.of(said(rows));
    for (int i = 0; i < days.size(); i++) {
      try {
        LocalDate day = days.get(i);
        List<Row> dated = rows.stream().map(row -> published(row, day)).toList();
        tally.add(
            run.ingest().rows(new CsvTable(columnsOfAll, dated), definitions, run.deadline()));
        known.use(day);
        return;
      } catch (Refusal refusal) {
        if (refusal.reason() != Reason.CONTRADICTION || i == days.size() - 1) {
          throw refusal;
        }
      }
    }
    throw new FetchException(
        "%s has changed again on the day of its last change, %s; it will be taken tomorrow"
            .formatted(description(), run.memory().get(DATED)));
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
                        "row %s.%s".formatted(rows.getFirst().number(), PUBLISHED),
                        "'%s' is not a day like 2018-03-01".formatted(text))));
  }

  /**
   * The days that may be that of publication: of a file that is new, what is said, or else its last
   * change, or else today; of the same file under another event, the same day as before; of one
   * that has changed since, no day that has been.
   */
  private final class Days {
    private final Optional<LocalDate> before;
    private final boolean isSameFile;
    private final List<LocalDate> changed;
    private Optional<LocalDate> last = Optional.empty();

    Days(FeedRun run, FetchedFile file, String hash) {
      before = Optional.ofNullable(run.memory().get(DATED)).flatMap(Periods::day);
      isSameFile = hash.equals(run.memory().get(HASH));
      changed =
          Stream.concat(file.lastModified().stream(), Stream.of(run.today()))
              .filter(day -> !day.isAfter(run.today()))
              .filter(day -> before.isEmpty() || day.isAfter(before.get()))
              .toList();
    }

    /**
     * Those of some rows, the first to be tried first.
     *
     * @param said what they say of it
     */
    List<LocalDate> of(Optional<LocalDate> said) {
      boolean saidByTheFile = !source.containsKey("published");
      Stream<LocalDate> first =
          before.isEmpty() || (saidByTheFile && said.isPresent())
              ? said.stream()
              : isSameFile ? before.stream() : Stream.of();
      return Stream.concat(first, changed.stream()).distinct().toList();
    }

    /** Notes that rows were taken in under a day. */
    void use(LocalDate day) {
      last = last.filter(day::isBefore).or(() -> Optional.of(day));
    }

    /** The last of those that were used. */
    Optional<LocalDate> last() {
      return last;
    }
  }

  private static Row published(Row row, LocalDate day) {
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    cells.put(PUBLISHED, day.toString());
    return new Row(row.number(), cells);
  }
}
