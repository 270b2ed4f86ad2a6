package io.regionalmetrics.api;

import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.model.Refusal;
import io.regionalmetrics.model.Refusal.Reason;
import io.regionalmetrics.store.Deadline;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code POST /v1/observations}: takes a document in and says what it did. */
public final class Observations {
  private static final String SDMX_CSV = "application/vnd.sdmx.data+csv";

  private final Ingest ingest;

  /** The endpoint of an ingest. */
  public Observations(Ingest ingest) {
    this.ingest = ingest;
  }

  /** What is answered at which route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(Route.OBSERVATIONS, this::post);
  }

  private HttpResponse post(HttpRequest request, Map<String, String> path, Deadline deadline) {
    Query.of(request.query(), Set.of(), Set.of());
    Ingest.Report report =
        switch (type(request)) {
          case "application/json" -> ingest.json(request.bytes(), deadline);
          case "text/csv" -> ingest.csv(request.bytes(), deadline);
          case SDMX_CSV -> ingest.sdmxCsv(request.bytes(), deadline);
          default ->
              throw Refusal.of(
                  Reason.UNSUPPORTED,
                  "content-type",
                  "'%s' is not taken; application/json, text/csv and %s, in UTF-8, are"
                      .formatted(request.header("content-type").orElse(""), SdmxCsv.TYPE));
        };
    return HttpResponse.json(200, json(report)).with("cache-control", "no-store");
  }

  /**
   * The media type; empty where it names another encoding than UTF-8, or another version of
   * SDMX-CSV.
   */
  private static String type(HttpRequest request) {
    String[] parts =
        request
            .header("content-type")
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replace(" ", "")
            .replace("\"", "")
            .split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith("charset=")
          && !parts[i].equals("charset=utf-8")
          && !parts[i].equals("charset=us-ascii")) {
        return "";
      }
      if (parts[0].equals(SDMX_CSV)
          && parts[i].startsWith("version=")
          && !parts[i].equals(Representation.SDMX_VERSION)) {
        return "";
      }
    }
    return parts[0];
  }

  private static String json(Ingest.Report report) {
    return Json.object(json -> {
      json.writeNumberField("observations", report.observations());
      json.writeNumberField("added", report.added());
      json.writeNumberField("revised", report.revised());
      json.writeNumberField("unchanged", report.unchanged());
      json.writeNumberField("quarters", report.quarters());
    });
  }
}
