package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.SourceFile;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the source of a document. */
final class SourceReader {
  private static final String VIEWER =
      "a URL that begins with https:// or http://, without a fragment";

  private SourceReader() {}

  /**
   * Returns the source; empty if any part of it is faulty.
   *
   * @param today in UTC; elsewhere it may be tomorrow already, so that is the latest publication
   */
  static Optional<Source> read(DocumentFields fields, LocalDate today) {
    Optional<SourceFile> file = file(fields);
    return described(fields, today).map(source -> file.map(source::with).orElse(source));
  }

  private static Optional<Source> described(DocumentFields fields, LocalDate today) {
    Optional<String> id = fields.required("id", fields.id("id"));
    Optional<String> title = fields.required("title", fields.text("title", DocumentLimits.TEXT));
    Optional<String> publisher =
        fields.required("publisher", fields.text("publisher", DocumentLimits.NAME));
    Optional<String> url = url(fields);
    Optional<LocalDate> published = published(fields, today.plusDays(1));
    Optional<SourceKind> kind = kind(fields);
    fields.refuseUnknown();
    return fields.isValid()
        ? Optional.of(
            new Source(
                id.orElseThrow(),
                title.orElseThrow(),
                publisher.orElseThrow(),
                url,
                published.orElseThrow(),
                kind.orElseThrow()))
        : Optional.empty();
  }

  private static Optional<SourceFile> file(DocumentFields fields) {
    Optional<String> sha256 =
        fields.text("sha256", SourceFile::isSha256, "64 hexadecimal digits in small letters");
    Optional<String> viewer = fields.text("viewer", SourceReader::isViewer, VIEWER);
    if (fields.has("viewer") && !fields.has("sha256")) {
      fields.fault("sha256", "is missing: give the SHA-256 of the file that the viewer shows");
    }
    return sha256.map(digits -> new SourceFile(digits, viewer));
  }

  private static boolean isViewer(String text) {
    return DocumentLimits.isUrl(text) && text.indexOf('#') < 0;
  }

  private static Optional<LocalDate> published(DocumentFields fields, LocalDate latest) {
    return fields.required(
        "published",
        fields.parsed(
            "published",
            text -> Periods.day(text).filter(day -> !day.isAfter(latest)),
            "a date no later than tomorrow, such as 2018-03-01"));
  }

  private static Optional<String> url(DocumentFields fields) {
    return fields.text("url", DocumentLimits::isUrl, "a URL that begins with https:// or http://");
  }

  private static Optional<SourceKind> kind(DocumentFields fields) {
    return fields.required(
        "kind", fields.parsed("kind", SourceKind::of, "one of filing, company, press, dataset"));
  }
}
