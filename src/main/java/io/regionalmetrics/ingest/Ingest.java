package io.regionalmetrics.ingest;

import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricQuarter.Outcome;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.SourceRecord;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes documents in, one or several together: reads them, checks all of them against what is known
 * and against each other, and only then writes. First what they define, then their sources, then
 * the quarters, each whole; so that what was stopped in the middle is completed by sending it
 * again, and what was taken changes nothing when it is sent again.
 */
public final class Ingest {
  /** The largest document, in bytes. */
  public static final int MOST_BYTES = DocumentLimits.MOST_BYTES;

  /** The members of a document that define something. */
  public static final List<String> DEFINITIONS = List.of("companies", "metrics", "regions");

  private final Store store;
  private final InstantSource clock;

  /**
   * What a document did.
   *
   * @param observations how many it has
   * @param added of cells of which their publisher had said nothing
   * @param revised of cells of which their publisher had said something else
   * @param unchanged that their publisher had said already
   * @param quarters how many quarters of metrics have anything added or revised
   */
  public record Report(int observations, int added, int revised, int unchanged, int quarters) {}

  /** Takes documents into a store. */
  public Ingest(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes a JSON document in.
   *
   * @throws Refusal where anything is wrong with it; nothing was written then
   */
  public Report json(byte[] body, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults();
    return take(DocumentFields.ofJson(DocumentLimits.bounded(body), faults), faults, deadline);
  }

  /**
   * Takes a tidy CSV document in.
   *
   * @throws Refusal where anything is wrong with it; nothing was written then
   */
  public Report csv(byte[] body, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults();
    CsvTable table = CsvTable.read(DocumentLimits.bounded(body), CsvTable.Spaces.STRIPPED, faults);
    return take(CsvDocument.read(table, faults), faults, deadline);
  }

  /**
   * Takes an SDMX-CSV document in, which may have several sources: each is taken as a document, the
   * oldest first, and all of them are checked before anything is written.
   *
   * @throws Refusal where anything is wrong with any of it; nothing was written then
   */
  public Report sdmxCsv(byte[] body, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults(SdmxColumn::place);
    CsvTable table = CsvTable.read(DocumentLimits.bounded(body), CsvTable.Spaces.KEPT, faults);
    return take(SdmxCsvDocument.read(table, faults), faults, deadline);
  }

  /**
   * Takes the rows of a table in, as {@link #csv} does those of a document.
   *
   * @param definitions companies, metrics and regions that are defined with them
   * @throws Refusal where anything is wrong with them; nothing was written then
   */
  public Report rows(CsvTable table, DocumentFields definitions, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults();
    DocumentFields document = CsvDocument.read(table, faults);
    define(document, definitions, faults);
    return take(document, faults, deadline);
  }

  private static void define(
      DocumentFields document, DocumentFields definitions, DocumentFaults faults) {
    DEFINITIONS.forEach(name -> document.withObjects(name, definitions.objects(name, faults)));
  }

  /**
   * Takes the rows of a table in, as {@link #sdmxCsv} does those of a document.
   *
   * @param definitions companies, metrics and regions that are defined with them
   * @throws Refusal where anything is wrong with them; nothing was written then
   */
  public Report sdmxRows(CsvTable table, DocumentFields definitions, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults(SdmxColumn::place);
    List<DocumentFields> documents = SdmxCsvDocument.read(table, faults);
    documents.forEach(document -> define(document, definitions, faults));
    return take(documents, faults, deadline);
  }

  private Report take(DocumentFields fields, DocumentFaults read, Deadline deadline) {
    return take(List.of(fields), read, deadline);
  }

  private Report take(List<DocumentFields> several, DocumentFaults read, Deadline deadline) {
    DocumentReader reader = new DocumentReader(today(), read);
    List<Document> documents =
        several.stream()
            .flatMap(fields -> reader.read(fields).stream())
            .sorted(Comparator.comparing(document -> document.source().published()))
            .toList();
    if (documents.size() < several.size() || read.any("companies", "metrics", "regions")) {
      read.refuse(); // Rows can't be held against definitions that can't be read.
    }
    return write(documents, read, deadline);
  }

  /**
   * Takes in a document that was never text.
   *
   * @throws Refusal if anything is wrong with it; nothing was written then
   */
  public Report take(Document document, Deadline deadline) {
    DocumentFaults faults = new DocumentFaults();
    new TypedDocumentCheck(today(), faults).check(document);
    faults.refuse();
    return write(List.of(document), faults, deadline);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Tries until nobody else has written in between. */
  private Report write(List<Document> documents, DocumentFaults read, Deadline deadline) {
    while (true) {
      DocumentFaults faults = read.copy();
      Optional<Report> report = new Attempt(documents, faults, deadline).take();
      if (report.isPresent()) {
        return report.get();
      }
    }
  }

  /**
   * One try: from what is known now to the last write, or until somebody else turns out to have
   * written meanwhile.
   */
  private final class Attempt {
    private final List<Document> documents;
    private final DocumentFaults faults;
    private final Deadline deadline;

    Attempt(List<Document> documents, DocumentFaults faults, Deadline deadline) {
      this.documents = documents;
      this.faults = faults;
      this.deadline = deadline;
    }

    Optional<Report> take() {
      Versioned<Definitions> common = store.definitionsToWrite(deadline);
      Map<String, Versioned<CompanyRecord>> companies =
          store.companiesToWrite(
              documents.stream()
                  .flatMap(document -> document.companyIds().stream())
                  .collect(Collectors.toSet()),
              deadline);
      Map<String, CompanyRecord> records = new LinkedHashMap<>();
      companies.forEach((id, record) -> records.put(id, record.value()));
      Knowledge knowledge = new Knowledge(common.value(), records, faults);
      List<Word> words = new ArrayList<>();
      for (Document document : documents) {
        knowledge
            .take(document)
            .forEach(one ->
                words.add(
                    new Word(one.place(), new Vintage(one.observation(), document.source()))));
      }
      Map<String, Versioned<SourceRecord>> known =
          store.sourcesToWrite(
              documents.stream().map(document -> document.source().id()).distinct().toList(),
              deadline);
      Map<String, SourceRecord> sources = sources(known);
      List<Quarter> quarters = quarters(words);
      faults.refuse();
      return writeDefinitions(common, companies, knowledge) && writeSources(known, sources)
          ? Optional.of(write(quarters))
          : Optional.empty();
    }

    /** The sources as they are to be known, each as it was published last. */
    private Map<String, SourceRecord> sources(Map<String, Versioned<SourceRecord>> known) {
      Map<String, SourceRecord> sources = new LinkedHashMap<>();
      known.forEach((id, there) -> sources.put(id, there.value()));
      for (Document document : documents) {
        Source source = document.source();
        SourceRecord record =
            new SourceRecord(source, document.companyIds().stream().sorted().toList());
        SourceRecord there = sources.get(source.id());
        if (there != null && !there.source().agreesWith(source)) {
          contradicts(document, there.source());
        } else {
          sources.put(source.id(), there == null ? record : both(there, record));
        }
      }
      return sources;
    }

    private static SourceRecord both(SourceRecord there, SourceRecord record) {
      return new SourceRecord(
          there.source().published().isAfter(record.source().published())
              ? there.source()
              : record.source(),
          Stream.concat(there.companies().stream(), record.companies().stream())
              .distinct()
              .sorted()
              .toList());
    }

    private void contradicts(Document document, Source there) {
      faults.add(
          Reason.CONTRADICTION,
          document.sourcePlace(),
          "the id %s is known as '%s' by %s (%s, %s); another document needs another id"
              .formatted(
                  there.id(),
                  there.title(),
                  there.publisher(),
                  there.kind().code(),
                  there.url().orElse("no address")));
    }

    private boolean writeDefinitions(
        Versioned<Definitions> common,
        Map<String, Versioned<CompanyRecord>> before,
        Knowledge knowledge) {
      if (!common.value().equals(knowledge.common())
          && !store.write(knowledge.common(), common.version(), deadline)) {
        return false;
      }
      for (CompanyRecord record : knowledge.companies().values()) {
        Versioned<CompanyRecord> there = before.get(record.company().id());
        boolean changed = there == null || !there.value().equals(record);
        if (changed && !store.write(record, there == null ? 0 : there.version(), deadline)) {
          return false;
        }
        store.list(record.company(), deadline);
      }
      return true;
    }

    private boolean writeSources(
        Map<String, Versioned<SourceRecord>> before, Map<String, SourceRecord> sources) {
      for (SourceRecord source : sources.values()) {
        Versioned<SourceRecord> there = before.get(source.source().id());
        boolean changed = there == null || !there.value().equals(source);
        if (changed && !store.write(source, there == null ? 0 : there.version(), deadline)) {
          return false;
        }
      }
      return true;
    }

    /** What a document says of a cell, and where in the document. */
    private record Word(String place, Vintage vintage) {}

    /** One quarter that the documents are about, with their vintages in it. */
    private final class Quarter {
      private final QuarterKey key;
      private final List<Word> words;
      private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
      private Versioned<MetricQuarter> before;
      private MetricQuarter after;

      Quarter(QuarterKey key, List<Word> words, Versioned<MetricQuarter> before) {
        this.key = key;
        this.words = words;
        this.before = before;
        this.after = fold();
        store.refuseTooLarge(after);
      }

      private MetricQuarter fold() {
        outcomes.clear();
        MetricQuarter quarter = before.value();
        for (Word word : words) {
          Vintage vintage = word.vintage();
          Outcome outcome = quarter.outcome(vintage);
          outcomes.merge(outcome, 1, Integer::sum);
          switch (outcome) {
            case ADDED, REVISED, REPEATED -> quarter = quarter.with(vintage);
            case UNCHANGED -> {}
            case CONTRADICTS ->
                faults.add(
                    Reason.CONTRADICTION,
                    word.place(),
                    "%s says something else of this already; a revision needs a source of a later day"
                        .formatted(vintage.source().id()));
          }
        }
        return quarter;
      }

      /**
       * Writes it where there is a need, again from what is there where somebody else has written
       * it meanwhile.
       */
      void write() {
        while (!after.equals(before.value()) && !store.write(after, before.version(), deadline)) {
          before = store.quartersToWrite(List.of(key), deadline).values().iterator().next();
          after = fold();
          faults.refuse();
        }
      }

      boolean hasNews() {
        return count(Outcome.ADDED) + count(Outcome.REVISED) > 0;
      }

      int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
      }
    }

    private List<Quarter> quarters(List<Word> words) {
      Map<QuarterKey, List<Word>> byQuarter =
          words.stream()
              .collect(
                  Collectors.groupingBy(
                      word -> word.vintage().cell().quarter(),
                      LinkedHashMap::new,
                      Collectors.toList()));
      Map<QuarterKey, Versioned<MetricQuarter>> there =
          store.quartersToWrite(byQuarter.keySet(), deadline);
      List<Quarter> quarters = new ArrayList<>();
      there.forEach((key, before) ->
          quarters.add(new Quarter(key, byQuarter.getOrDefault(key, List.of()), before)));
      return quarters;
    }

    private Report write(List<Quarter> quarters) {
      quarters.forEach(Quarter::write);
      return new Report(
          documents.stream().mapToInt(document -> document.observations().size()).sum(),
          sum(quarters, Outcome.ADDED),
          sum(quarters, Outcome.REVISED),
          sum(quarters, Outcome.REPEATED) + sum(quarters, Outcome.UNCHANGED),
          (int) quarters.stream().filter(Quarter::hasNews).count());
    }

    private static int sum(List<Quarter> quarters, Outcome outcome) {
      return quarters.stream().mapToInt(quarter -> quarter.count(outcome)).sum();
    }
  }
}
