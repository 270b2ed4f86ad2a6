package io.regionalmetrics.refresh;

import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.ObjectStore;
import io.regionalmetrics.feed.csv.CsvFeed;
import io.regionalmetrics.feed.csv.WideColumns;
import io.regionalmetrics.feed.csv.WideColumnsReader;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.ingest.DocumentFields;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.model.Periods;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the events of the feed {@code csv}. */
record CsvEvent(ObjectStore objects) {
  private static final int MAX_TEXT = 1000;

  Optional<Feed> feed(Optional<String> id, DocumentFields fields, byte[] event) {
    Optional<URI> url = fields.required("url", EventAddress.file(fields));
    Optional<WideColumns> columns = fields.object("columns").flatMap(WideColumnsReader::read);
    Map<String, String> source = fields.object("source").map(CsvEvent::source).orElse(Map.of());
    if (source.isEmpty() && columns.isPresent()) {
      fields.fault("source", "is missing: a wide table has no columns that name its source");
    }
    Ingest.DEFINITIONS.forEach(fields::has);
    return id.flatMap(name ->
        url.map(address ->
            new CsvFeed(
                name, fingerprint(event), address, request(address), source, fields, columns)));
  }

  /** A hash that tells the event from others with the same id. */
  private static String fingerprint(byte[] event) {
    return FetchedFile.hash(event).substring(0, 16);
  }

  private ObjectStore.SignedRequest request(URI url) {
    return url.getScheme().equals(EventAddress.S3)
        ? objects.sign(url.getHost(), url.getPath().substring(1))
        : new ObjectStore.SignedRequest(url, Map.of());
  }

  /** The source of all rows; its day of publication may be left out. */
  private static Map<String, String> source(DocumentFields fields) {
    Map<String, String> source = new LinkedHashMap<>();
    for (String name : List.of("id", "title", "publisher", "kind")) {
      fields.required(name, fields.text(name, MAX_TEXT)).ifPresent(text -> source.put(name, text));
    }
    fields.text("url", MAX_TEXT).ifPresent(text -> source.put("url", text));
    fields
        .text("published", text -> Periods.day(text).isPresent(), "a day like 2018-03-01")
        .ifPresent(day -> source.put("published", day));
    fields.refuseUnknown();
    return source;
  }
}
