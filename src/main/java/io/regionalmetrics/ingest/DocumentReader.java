package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.BreakdownRow;
import io.regionalmetrics.ingest.Document.CompanyRow;
import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.model.Source;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a document into types; notes a fault for each part of the wrong form. */
final class DocumentReader {
  private final LocalDate today;
  private final DocumentFaults faults;

  /**
   * Creates a reader.
   *
   * @param today in UTC
   */
  DocumentReader(LocalDate today, DocumentFaults faults) {
    this.today = today;
    this.faults = faults;
  }

  /** Returns the document without its faulty parts; empty if its source is faulty. */
  Optional<Document> read(DocumentFields document) {
    DocumentLimits.refuseTooMany(document.objects("observations").size());
    Optional<DocumentFields> written = document.required("source", document.object("source"));
    Optional<Source> source = written.flatMap(fields -> SourceReader.read(fields, today));
    Optional<Document> read = read(document, source, written.map(DocumentFields::place));
    document.refuseUnknown();
    read.ifPresent(content -> checkNotEmpty(content, document));
    return read;
  }

  /** Reads everything but the source, so that its faults are found even if the source has some. */
  private Optional<Document> read(
      DocumentFields document, Optional<Source> source, Optional<String> place) {
    LocalDate published = source.map(Source::published).orElse(LocalDate.EPOCH);
    List<Located<CompanyRow>> companies =
        rows(document, "companies", fields -> DefinitionReader.company(fields, published));
    List<Located<MetricRow>> metrics = rows(document, "metrics", MetricReader::read);
    List<Located<RegionRow>> regions = rows(document, "regions", DefinitionReader::region);
    FiledFactReader facts = facts(document, source);
    List<Located<ObservationRow>> observations =
        rows(document, "observations", fields -> ObservationReader.read(fields, facts));
    List<Located<BreakdownRow>> breakdowns =
        rows(document, "breakdowns", fields -> BreakdownReader.read(fields, facts));
    return source.map(s ->
        new Document(
            place.orElse("source"),
            s,
            companies,
            metrics,
            regions,
            observations,
            breakdowns,
            false));
  }

  private FiledFactReader facts(DocumentFields document, Optional<Source> source) {
    Map<String, Source> others = new HashMap<>();
    for (DocumentFields fields : document.objects("factSources")) {
      SourceReader.read(fields, today)
          .filter(other -> others.put(other.id(), other) != null)
          .ifPresent(other -> fields.fault("id", "'%s' is described twice".formatted(other.id())));
    }
    return new FiledFactReader(source.map(Source::id).orElse(""), others);
  }

  private void checkNotEmpty(Document read, DocumentFields document) {
    if (faults.none() && read.isEmpty()) {
      document.fault("observations", "is missing: the document is empty");
    }
  }

  private interface RowReader<T> {
    Optional<T> read(DocumentFields fields);
  }

  private static <T> List<Located<T>> rows(
      DocumentFields document, String name, RowReader<T> reader) {
    return document.objects(name).stream()
        .flatMap(
            fields -> reader.read(fields).stream().map(row -> new Located<>(fields.place(), row)))
        .toList();
  }
}
