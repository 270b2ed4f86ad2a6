package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The documents that assistants can read: the contract, and what docs/api.md says about it. */
final class Documents {
  private static final String CONTRACT = "regional-metrics:///openapi.json";
  private static final String API = "regional-metrics:///docs/api.md";

  private Documents() {}

  /** Writes the list of the documents. */
  static void list(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("resources");
    describe(
        json,
        CONTRACT,
        "The contract",
        "Every path, parameter, field and code of the HTTP API, with examples (OpenAPI 3.1).");
    describe(
        json,
        API,
        "About the API",
        "What comparisons compute, what figures, findings and missing codes mean, and which figure answers.");
    json.writeEndArray();
  }

  private static void describe(JsonGenerator json, String uri, String title, String description)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("uri", uri);
    json.writeStringField("name", uri.substring(uri.indexOf("///") + 3));
    json.writeStringField("title", title);
    json.writeStringField("description", description);
    json.writeStringField("mimeType", type(uri));
    json.writeEndObject();
  }

  private static String type(String uri) {
    return uri.equals(CONTRACT) ? "application/json" : "text/markdown";
  }

  /**
   * The members of the result with a document.
   *
   * @throws RpcError if there is none with this address
   */
  static Json.Members read(String uri) {
    if (!uri.equals(CONTRACT) && !uri.equals(API)) {
      throw new RpcError(
          RpcError.INVALID_PARAMS,
          400,
          "there is no resource '%s'; the resources are %s, %s".formatted(uri, CONTRACT, API),
          Json.object(json -> json.writeStringField("uri", uri)));
    }
    String text = text(uri.equals(CONTRACT) ? "../api/openapi.json" : "api.md");
    return json ->
        Json.objects(
            json,
            "contents",
            List.of(uri),
            one -> {
              json.writeStringField("uri", one);
              json.writeStringField("mimeType", type(one));
              json.writeStringField("text", text);
            });
  }

  /** The text of a file of this package. */
  static String text(String file) {
    String path = file.startsWith("../") ? "/io/regionalmetrics" + file.substring(2) : file;
    try (InputStream found =
        Objects.requireNonNull(Documents.class.getResourceAsStream(path), path)) {
      return new String(found.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
