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
import io.regionalmetrics.ingest.CsvTableReader;
import io.regionalmetrics.ingest.DocumentFaults;
import io.regionalmetrics.ingest.DocumentFields;
import io.regionalmetrics.ingest.WrittenLevels;
import io.regionalmetrics.model.Periods;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The feed {@code csv}: a table that somebody maintains. It is tidy, SDMX-CSV 2, or wide if its
 * event describes the columns.
 *
 * <p>When the file changes, its figures get a new day of publication, so that answers about the
 * past don't change: the day in the Last-Modified header, or the day of the fetch. A tidy table may
 * state the day itself; the feed uses that day unless the table gives two values for it.
 *
 * @param id the key of its state
 * @param fingerprint identifies the event, since under another event the same file may have another
 *     meaning
 * @param url the address of the table: http, https or s3
 * @param request the request that fetches it
 * @param source the source of all rows, by {@code id}, {@code title}, {@code publisher}, {@code
 *     url}, {@code published}, {@code kind}; empty if the table has columns for it
 * @param definitions the event's fields, which may define companies, metrics and regions
 * @param columns how to read a wide table; empty if the table isn't wide
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

  /** The name of the file's hash in the feed's memory. */
  private static final String HASH = "sha256";

  /** The name of the latest day of publication used, in the feed's memory. */
  private static final String PUBLISHED = "published";

  /** The name of the event's fingerprint in the feed's memory. */
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
    Validators known = Validators.remembered(memory, validatorsName());
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
      return isSame ? nothingNew(run) : stored(run, file, hash);
    }
  }

  private String validatorsName() {
    return "table " + fingerprint;
  }

  private static Outcome nothingNew(FeedRun run) {
    return new Outcome(new Tally().result(run, 0), run.memory());
  }

  private Outcome stored(FeedRun run, FetchedFile file, String hash) {
    Tally tally = new Tally();
    Map<String, String> memory = new HashMap<>();
    CsvTable table = read(file);
    if (isSdmx(table)) {
      storeSdmx(table, run, tally);
    } else {
      PublicationDays days = publicationDays(run, file, hash);
      storeTidy(table, file.name(), new TidyImport(description(), definitions, run, days, tally));
      days.lastUsed().ifPresent(day -> memory.put(PUBLISHED, day.toString()));
    }
    memory.put(HASH, hash);
    memory.put(FINGERPRINT, fingerprint);
    file.validators().remember(memory, validatorsName());
    return new Outcome(tally.result(run, 0), memory);
  }

  private CsvTable read(FetchedFile file) {
    DocumentFaults faults = new DocumentFaults();
    CsvTable table =
        columns.isPresent()
            ? CsvTableReader.read(file.bytes(), columns.get().numbers(), faults)
            : CsvTableReader.read(file.bytes(), faults);
    faults.refuse("Nothing was stored.");
    if (table.rows().isEmpty()) {
      throw new FetchException("%s has no rows".formatted(description()));
    }
    return table;
  }

  private boolean isSdmx(CsvTable table) {
    return columns.isEmpty() && table.header().contains("OBS_VALUE");
  }

  private void storeSdmx(CsvTable table, FeedRun run, Tally tally) {
    WrittenLevels levels = WrittenLevels.ofSdmx(table);
    for (List<Row> rows : DocumentColumns.SDMX.divide(table.rows())) {
      CsvTable document = new CsvTable(table.header(), rows);
      tally.add(run.ingest().sdmxRows(document, levels, definitions, run.deadline()));
    }
  }

  private PublicationDays publicationDays(FeedRun run, FetchedFile file, String hash) {
    return new PublicationDays(
        Optional.ofNullable(run.memory().get(PUBLISHED)).flatMap(Periods::day),
        hash.equals(run.memory().get(HASH)),
        source.containsKey("published"),
        file.lastModified(),
        run.today());
  }

  private void storeTidy(CsvTable table, String file, TidyImport tidyImport) {
    if (columns.isEmpty()) {
      tidyImport.store(table.header(), withSource(table.rows()));
    } else {
      WideColumns.Tidy tidy = columns.get().tidy(table, file);
      tidy.leftOut().addTo(tidyImport.tally());
      tidyImport.store(List.of(), withSource(tidy.rows()));
    }
  }

  private List<Row> withSource(List<Row> rows) {
    return rows.stream().map(row -> SourceColumns.withSource(row, source)).toList();
  }
}
