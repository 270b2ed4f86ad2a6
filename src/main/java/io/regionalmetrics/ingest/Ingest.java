package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.FilingTraits;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ingests documents, one or several together: reads them, checks all of them against what is stored
 * and against each other, and only then writes. Definitions are written first, then sources, then
 * quarters, each as a whole. So sending a document again completes an interrupted ingest, and
 * changes nothing after a complete one.
 */
public final class Ingest {
  /** The largest document, in bytes. */
  public static final int MAX_BYTES = DocumentLimits.MAX_BYTES;

  /** The members of a document that define something. */
  public static final List<String> DEFINITIONS = List.of("companies", "metrics", "regions");

  private final Store store;
  private final InstantSource clock;

  /**
   * Creates an ingest.
   *
   * @param store receives what the documents define and report
   * @param clock tells today's date, since no source can have been published later
   */
  public Ingest(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Ingests a JSON document.
   *
   * @throws Refusal if anything is wrong with it; nothing was written then
   */
  public IngestReport json(byte[] body, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults();
    return ingest(
        List.of(DocumentFields.ofJson(DocumentLimits.bounded(body), faults)), faults, deadline);
  }

  /**
   * Ingests a tidy CSV document.
   *
   * @throws Refusal if anything is wrong with it; nothing was written then
   */
  public IngestReport csv(byte[] body, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults();
    CsvTable table = CsvTableReader.read(DocumentLimits.bounded(body), faults);
    return ingest(List.of(CsvDocument.read(table, faults)), faults, deadline);
  }

  /**
   * Ingests an SDMX-CSV document, which may have several sources. Each source is ingested like a
   * document, the oldest first, and all of them are checked before anything is written.
   *
   * @throws Refusal if anything is wrong with it; nothing was written then
   */
  public IngestReport sdmxCsv(byte[] body, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults(SdmxColumn::place);
    CsvTable table = CsvTableReader.read(DocumentLimits.bounded(body), faults);
    return ingest(SdmxCsvDocument.read(table, faults), faults, deadline);
  }

  /**
   * Ingests the rows of a table, like {@link #csv}.
   *
   * @param levels the levels of the whole table, of which these rows may be a part
   * @param definitions the companies, metrics and regions to define first
   * @throws Refusal if anything is wrong with them; nothing was written then
   */
  public IngestReport rows(
      CsvTable table, WrittenLevels levels, DocumentFields definitions, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults();
    DocumentFields document = CsvDocument.read(table, faults);
    addDefinitions(document, definitions, faults);
    return write(read(List.of(document), faults), levels, faults, deadline);
  }

  /**
   * Ingests the rows of a table, like {@link #sdmxCsv}.
   *
   * @param levels the levels of the whole table, of which these rows may be a part
   * @param definitions the companies, metrics and regions to define first
   * @throws Refusal if anything is wrong with them; nothing was written then
   */
  public IngestReport sdmxRows(
      CsvTable table, WrittenLevels levels, DocumentFields definitions, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults(SdmxColumn::place);
    List<DocumentFields> documents = SdmxCsvDocument.read(table, faults);
    documents.forEach(document -> addDefinitions(document, definitions, faults));
    return write(read(documents, faults), levels, faults, deadline);
  }

  private static void addDefinitions(
      DocumentFields document, DocumentFields definitions, DocumentFaults faults) {
    DEFINITIONS.forEach(name -> document.withObjects(name, definitions.objects(name, faults)));
  }

  /**
   * Ingests a document that was created in code rather than parsed from text.
   *
   * @throws Refusal if anything is wrong with it; nothing was written then
   */
  public IngestReport take(Document document, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults();
    new TypedDocumentCheck(today(), faults).check(document);
    faults.refuse();
    List<Document> documents = List.of(document);
    return write(documents, WrittenLevels.of(documents), faults, deadline);
  }

  /**
   * Ingests what a source reports now that it was read again, in place of all that it reported
   * before. Figures of other sources stay. Each quarter is replaced as a whole, so a question never
   * finds both readings of the source in it, or none.
   *
   * @param documents documents created in code; they may have further sources, whose figures are
   *     added
   * @throws Refusal if anything is wrong with them; nothing was written then
   */
  public ReplacementReport replace(
      Replacement replaced, List<Document> documents, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults();
    documents.forEach(new TypedDocumentCheck(today(), faults)::check);
    faults.refuse();
    WrittenLevels levels = WrittenLevels.of(documents);
    return write(documents, levels, Optional.of(replaced), faults, deadline);
  }

  /**
   * Stores what all filings of a company show together, in place of what was known before. A
   * company that isn't known is added, unless there is nothing to store.
   */
  public void define(Company company, FilingTraits traits, Deadline deadline) {
    boolean done = false;
    while (!done) {
      done =
          Optional.ofNullable(
                  store.companiesToWrite(Set.of(company.id()), deadline).get(company.id()))
              .map(before -> replace(before, traits, deadline))
              .orElseGet(() -> traits.isEmpty() || add(company, traits, deadline));
    }
  }

  private boolean replace(Versioned<CompanyRecord> before, FilingTraits traits, Deadline deadline) {
    return before.value().traits().equals(traits)
        || store.write(before.value().with(traits), before.version(), deadline);
  }

  /** Lists the company first: it is found to be missing again if this is interrupted. */
  private boolean add(Company company, FilingTraits traits, Deadline deadline) {
    store.list(company, deadline);
    CompanyRecord record = new CompanyRecord(company, Definitions.NONE, Map.of()).with(traits);
    return store.write(record, 0, deadline);
  }

  private IngestReport ingest(
      List<DocumentFields> written, DocumentFaults faults, Deadline deadline) {
    List<Document> documents = read(written, faults);
    return write(documents, WrittenLevels.of(documents), faults, deadline);
  }

  private List<Document> read(List<DocumentFields> written, DocumentFaults faults) {
    DocumentReader reader = new DocumentReader(today(), faults);
    List<Document> documents =
        written.stream()
            .flatMap(fields -> reader.read(fields).stream())
            .sorted(Comparator.comparing(document -> document.source().published()))
            .toList();
    if (documents.size() < written.size() || faults.any("companies", "metrics", "regions")) {
      faults.refuse(); // Rows can't be checked against definitions that can't be read.
    }
    return documents;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private IngestReport write(
      List<Document> documents, WrittenLevels levels, DocumentFaults faults, Deadline deadline) {
    IngestReport report = write(documents, levels, Optional.empty(), faults, deadline).documents();
    return notYetReadable(documents).map(report::readableFrom).orElse(report);
  }

  /** Tries until no other writer interferes. */
  private ReplacementReport write(
      List<Document> documents,
      WrittenLevels levels,
      Optional<Replacement> replaced,
      DocumentFaults faults,
      Deadline deadline) {
    while (true) {
      Optional<ReplacementReport> report =
          new IngestAttempt(store, documents, levels, replaced, faults.copy(), deadline).ingest();
      if (report.isPresent()) {
        return report.get();
      }
    }
  }

  /** The last day after today on which one of some documents is published. */
  private Optional<LocalDate> notYetReadable(List<Document> documents) {
    return documents.stream()
        .map(document -> document.source().published())
        .filter(day -> day.isAfter(today()))
        .max(Comparator.naturalOrder());
  }
}
