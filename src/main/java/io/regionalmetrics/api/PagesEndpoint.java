package io.regionalmetrics.api;

import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.store.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code GET /} and {@code GET /docs}: web pages to explore the figures and to read about the API,
 * with their assets. They are resources in the folder {@code web} of this package. They are read
 * for each request, since requests are rare: browsers cache the assets.
 */
public final class PagesEndpoint {
  private static final String FOLDER = "web/";

  /** A name with one dot and no slash, so that it can't lead out of the folder. */
  private static final Pattern ASSET_NAME = Pattern.compile("[a-z0-9-]+\\.(css|js|svg)");

  /** The endpoint of each route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(
        ApiRoutes.EXPLORER,
        (request, path, deadline) -> page("index.html"),
        ApiRoutes.DOCS,
        (request, path, deadline) -> page("docs.html"),
        ApiRoutes.ASSET,
        PagesEndpoint::asset);
  }

  /** A page. Caches ask each time whether it has changed, and get an empty 304 if not. */
  private static HttpResponse page(String name) {
    return response("text/html; charset=utf-8", read(name).orElseThrow(), "no-cache");
  }

  /** An asset. Its name changes with its content, so caches never ask again. */
  private static HttpResponse asset(
      HttpRequest request, Map<String, String> path, Deadline deadline) {
    String name = path.getOrDefault("file", "");
    String content =
        Optional.of(name)
            .filter(file -> ASSET_NAME.matcher(file).matches())
            .flatMap(file -> read("assets/" + file))
            .orElseThrow(() ->
                Refusal.of(
                    Refusal.Reason.UNKNOWN, "path", "there is no file '%s'".formatted(name)));
    return response(type(name), content, "public, max-age=31536000, immutable");
  }

  private static String type(String name) {
    return switch (name.substring(name.indexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      default -> "image/svg+xml";
    };
  }

  private static HttpResponse response(String type, String content, String cacheControl) {
    Map<String, String> headers = new LinkedHashMap<>(PagePolicy.HEADERS);
    headers.put("content-type", type);
    headers.put("cache-control", cacheControl);
    return new HttpResponse(200, headers, content, false);
  }

  private static Optional<String> read(String file) {
    try (InputStream found = PagesEndpoint.class.getResourceAsStream(FOLDER + file)) {
      return found == null
          ? Optional.empty()
          : Optional.of(new String(found.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
