package io.regionalmetrics.api;

import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HeaderElement;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.ingest.IngestReport;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.store.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code POST /v1/observations}: takes a document in and says what it did. */
public final class ObservationsEndpoint {
  private static final String SDMX_CSV = "application/vnd.sdmx.data+csv";
  private static final String SDMX_VERSION = "2.0.0";
  private static final Set<String> ENCODINGS = Set.of("utf-8", "us-ascii");

  private final Ingest ingest;

  /** The endpoint of an ingest. */
  public ObservationsEndpoint(Ingest ingest) {
    this.ingest = ingest;
  }

  /** What is answered at which route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.OBSERVATIONS, this::post);
  }

  private HttpResponse post(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters.of(request.query(), Set.of(), Set.of());
    IngestReport report =
        switch (type(request)) {
          case "application/json" -> ingest.json(request.bytes(), deadline);
          case "text/csv" -> ingest.csv(request.bytes(), deadline);
          case SDMX_CSV -> ingest.sdmxCsv(request.bytes(), deadline);
          default ->
              throw Refusal.of(
                  Reason.UNSUPPORTED,
                  "content-type",
                  "'%s' is not a supported type; send application/json, text/csv or %s;version=%s, in UTF-8"
                      .formatted(
                          request.header("content-type").orElse(""), SDMX_CSV, SDMX_VERSION));
        };
    return HttpResponse.json(200, json(report)).with("cache-control", "no-store");
  }

  /**
   * The media type; empty where it names another encoding than UTF-8, or another version of
   * SDMX-CSV.
   */
  private static String type(HttpRequest request) {
    List<HeaderElement> types = HeaderElement.list(request.header("content-type").orElse(""));
    if (types.size() != 1) {
      return "";
    }
    Map<String, String> parameters = types.getFirst().parameters();
    boolean utf8 = ENCODINGS.contains(parameters.getOrDefault("charset", "utf-8"));
    boolean otherVersion =
        types.getFirst().name().equals(SDMX_CSV)
            && !parameters.getOrDefault("version", SDMX_VERSION).equals(SDMX_VERSION);
    return utf8 && !otherVersion ? types.getFirst().name() : "";
  }

  private static String json(IngestReport report) {
    return Json.object(json -> {
      json.writeNumberField("observations", report.observations());
      json.writeNumberField("added", report.added());
      json.writeNumberField("revised", report.revised());
      json.writeNumberField("unchanged", report.unchanged());
      json.writeNumberField("quarters", report.quarters());
    });
  }
}
