package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Source;
import java.time.LocalDate;
import java.util.List;
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
    LocalDate published = source.map(Source::published).orElse(LocalDate.EPOCH);
    List<Located<Company>> companies =
        rows(document, "companies", fields -> DefinitionReader.company(fields, published));
    List<Located<MetricRow>> metrics = rows(document, "metrics", MetricReader::read);
    List<Located<RegionRow>> regions = rows(document, "regions", DefinitionReader::region);
    List<Located<ObservationRow>> observations =
        rows(document, "observations", ObservationReader::read);
    document.refuseUnknown();
    String place = written.map(DocumentFields::place).orElse("source");
    Optional<Document> read =
        source.map(
            s -> new Document(place, s, companies, metrics, regions, observations, List.of()));
    read.ifPresent(content -> checkNotEmpty(content, document));
    return read;
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
