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
 * The feed {@code csv}: a table that somebody maintains. It is tidy, SDMX-CSV 2, or wide if its
 * event describes the columns.
 *
 * <p>A file that has changed gets a new day of publication, so that the past keeps its figures: the
 * day of its Last-Modified header, or the day it was fetched. A tidy table may state the day
 * itself; it is believed until it gives two values for one day.
 *
 * @param id the key of its state
 * @param fingerprint identifies the event: under another event the same file may mean something
 *     else
 * @param url the address of the table: http, https or s3
 * @param request the request that fetches it
 * @param source the source of all rows, by {@code id}, {@code title}, {@code publisher}, {@code
 *     url}, {@code published}, {@code kind}; empty if the table has columns for it
 * @param definitions the event's fields, which may define companies, metrics and regions
 * @param columns how to read a wide table; empty for any other
 */
public record CsvFeed(
    String id,
    String fingerprint,
    URI url,
    ObjectStore.SignedRequest request,
    Map<String, String> source,
    DocumentFields definitions,
    Optional<WideColumns> columns)
    implements Feed {
  public static final String KIND = "csv";

  private static final long MAX_BYTES = 10_000_000;
  private static final int MAX_ROWS = 5_000;
  private static final String SOURCE = "source_";
  private static final String PUBLISHED = "source_published";

  /** Names in the feed's memory. */
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
                    request.address(), request.headers(), known, MAX_BYTES, run.fetchTimeout()));
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

  /** Reads the table; the texts of SDMX-CSV keep their spaces. */
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

  /** A row with the event's source, unless it has one of its own. */
  private Row sourced(Row row) {
    if (source.isEmpty() || row.cells().containsKey("source_id")) {
      return row;
    }
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    source.forEach((name, text) -> cells.put(SOURCE + name, text));
    return new Row(row.number(), cells);
  }

  /**
   * Divides rows into documents of at most 5,000. A document has one source, and all rows of a
   * metric's quarter are in one document.
   *
   * @param apart how many of the columns identify the source
   * @param names the columns that identify the source, then those that identify a metric's quarter
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
          || parts.getLast().size() + quarter.getValue().size() > MAX_ROWS) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().addAll(quarter.getValue());
      sourceOfLast = sourceOfThis;
    }
    return parts;
  }

  /** Takes rows in, under the first day that doesn't contradict what is stored. */
  private void dated(List<String> header, List<Row> rows, Tally tally, FeedRun run, Days known) {
    List<String> columnsOfAll =
        Stream.concat(header.stream(), Stream.of(PUBLISHED)).distinct().toList();
    List<LocalDate> days = known.of(statedDay(rows));
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
        "%s has changed again on the day of its last change, %s; it will be read tomorrow"
            .formatted(description(), run.memory().get(DATED)));
  }

  /**
   * The day of publication that rows of one source state.
   *
   * @throws Refusal if it isn't a date
   */
  private static Optional<LocalDate> statedDay(List<Row> rows) {
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
   * The possible days of publication. For a new file: the stated day, else the day of its last
   * change, else today. For the same file under another event: the day used before. For a changed
   * file: only days after the one used before.
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
     * The days to try for some rows, in this order.
     *
     * @param stated the day that the rows state
     */
    List<LocalDate> of(Optional<LocalDate> stated) {
      boolean statedByFile = !source.containsKey("published");
      Stream<LocalDate> first =
          before.isEmpty() || (statedByFile && stated.isPresent())
              ? stated.stream()
              : isSameFile ? before.stream() : Stream.of();
      return Stream.concat(first, changed.stream()).distinct().toList();
    }

    /** Remembers that rows were taken in under a day. */
    void use(LocalDate day) {
      last = last.filter(day::isBefore).or(() -> Optional.of(day));
    }

    /** The latest day used; empty if none was. */
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
