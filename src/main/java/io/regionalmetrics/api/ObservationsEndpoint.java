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

/**
 * {@code POST /v1/observations}: takes in a document of observations and answers how many were
 * added, revised and unchanged. A document is JSON, CSV or SDMX-CSV 2.0, by its media type.
 */
public final class ObservationsEndpoint {
  private static final String SDMX_CSV = "application/vnd.sdmx.data+csv";
  private static final String SDMX_VERSION = "2.0.0";

  /** The supported charsets: UTF-8 and its subset. */
  private static final Set<String> CHARSETS = Set.of("utf-8", "us-ascii");

  private final Ingest ingest;

  /** Stores documents with an ingest. */
  public ObservationsEndpoint(Ingest ingest) {
    this.ingest = ingest;
  }

  /** The endpoint of each route. */
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
          default -> throw unsupported(request.header("content-type").orElse(""));
        };
    return HttpResponse.json(200, json(report)).with("cache-control", "no-store");
  }

  private static Refusal unsupported(String contentType) {
    return Refusal.of(
        Reason.UNSUPPORTED,
        "content-type",
        "'%s' is not a supported type; send application/json, text/csv or %s;version=%s, in UTF-8"
            .formatted(contentType, SDMX_CSV, SDMX_VERSION));
  }

  /**
   * The media type without its parameters; empty if they name a charset other than UTF-8, or a
   * version of SDMX-CSV other than 2.0.0.
   */
  private static String type(HttpRequest request) {
    List<HeaderElement> types = HeaderElement.list(request.header("content-type").orElse(""));
    if (types.size() != 1) {
      return "";
    }
    HeaderElement type = types.getFirst();
    boolean isUtf8 = CHARSETS.contains(type.parameters().getOrDefault("charset", "utf-8"));
    String version = type.parameters().getOrDefault("version", SDMX_VERSION);
    boolean isOtherVersion = type.name().equals(SDMX_CSV) && !version.equals(SDMX_VERSION);
    return isUtf8 && !isOtherVersion ? type.name() : "";
  }

  private static String json(IngestReport report) {
    return Json.object(json -> {
      json.writeNumberField("observations", report.observations());
      json.writeNumberField("added", report.added());
      json.writeNumberField("revised", report.revised());
      json.writeNumberField("unchanged", report.unchanged());
      json.writeNumberField("quarters", report.quarters());
      if (report.readableFrom().isPresent()) {
        json.writeStringField("readableFrom", report.readableFrom().get().toString());
      }
    });
  }
}
