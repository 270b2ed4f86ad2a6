package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.mcp.RpcError.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The documents that assistants can read: the contract, and what docs/api.md says about it. */
final class Documents {
  private static final String PREFIX = "regional-metrics:///";

  private static final List<Document> ALL =
      List.of(
          new Document(
              "openapi.json",
              "The contract",
              "Every path, parameter, field and code of the HTTP API, with examples (OpenAPI 3.1).",
              "application/json",
              "/io/regionalmetrics/api/openapi.json"),
          new Document(
              "docs/api.md",
              "About the API",
              "What comparisons compute, what figures, findings and missing codes mean, and which figure answers.",
              "text/markdown",
              "/io/regionalmetrics/mcp/api.md"));

  /**
   * A document.
   *
   * @param resource the path of its file in the package
   */
  record Document(String name, String title, String description, String type, String resource) {
    String uri() {
      return PREFIX + name;
    }

    String text() {
      try (InputStream file =
          Objects.requireNonNull(Documents.class.getResourceAsStream(resource), resource)) {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Writes its contents. */
    void write(JsonGenerator json) throws IOException {
      Json.objects(
          json,
          "contents",
          List.of(this),
          one -> {
            json.writeStringField("uri", uri());
            json.writeStringField("mimeType", type);
            json.writeStringField("text", text());
          });
    }
  }

  private Documents() {}

  /** The text of the contract. */
  static String contract() {
    return ALL.getFirst().text();
  }

  /** Writes the list of the documents. */
  static void list(JsonGenerator json) throws IOException {
    Json.objects(
        json,
        "resources",
        ALL,
        document -> {
          json.writeStringField("uri", document.uri());
          json.writeStringField("name", document.name());
          json.writeStringField("title", document.title());
          json.writeStringField("description", document.description());
          json.writeStringField("mimeType", document.type());
        });
  }

  /**
   * The document with an address.
   *
   * @throws RpcError if there is none
   */
  static Document find(String uri) {
    return ALL.stream()
        .filter(one -> one.uri().equals(uri))
        .findFirst()
        .orElseThrow(() -> unknown(uri));
  }

  private static RpcError unknown(String uri) {
    List<String> all = ALL.stream().map(Document::uri).toList();
    return RpcError.of(
            Code.INVALID_PARAMS,
            "there is no resource '%s'; the resources are %s"
                .formatted(uri, String.join(", ", all)))
        .with(json -> json.writeStringField("uri", uri));
  }
}
