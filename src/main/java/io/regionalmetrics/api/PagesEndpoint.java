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
 * {@code GET /} and {@code GET /docs}: the API as people look at it, in pages that ask it
 * themselves. They are files in {@code web} beside this class, read when they are asked for, which
 * is seldom: browsers keep what the pages are made of.
 */
public final class PagesEndpoint {
  private static final String FOLDER = "web/";

  /** No dots but the one before its type: nothing outside the folder has such a name. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+\\.(css|js|svg)");

  /**
   * What a browser may do for a page: show and run what is in files of this origin, and ask this
   * origin. It makes no HTML of text, and runs nothing that stands in the page (CSP level 3,
   * Trusted Types).
   */
  private static final Map<String, String> GUARDED =
      Map.of(
          "content-security-policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
              + " require-trusted-types-for 'script'; trusted-types 'none'",
          "x-content-type-options",
          "nosniff",
          "referrer-policy",
          "no-referrer",
          "cross-origin-opener-policy",
          "same-origin");

  /** What is answered at which route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(
        ApiRoutes.EXPLORER,
        (request, path, deadline) -> page("index.html"),
        ApiRoutes.DOCS,
        (request, path, deadline) -> page("docs.html"),
        ApiRoutes.ASSET,
        PagesEndpoint::asset);
  }

  /** A page: whoever has it asks whether it is still the same, which is cheap to say. */
  private static HttpResponse page(String name) {
    return response("text/html; charset=utf-8", read(name).orElseThrow(), "no-cache");
  }

  /** What a page is made of: under its name there is never anything else. */
  private static HttpResponse asset(
      HttpRequest request, Map<String, String> path, Deadline deadline) {
    String name = path.getOrDefault("file", "");
    String content =
        Optional.of(name)
            .filter(file -> NAME.matcher(file).matches())
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

  private static HttpResponse response(String type, String content, String kept) {
    Map<String, String> headers = new LinkedHashMap<>(GUARDED);
    headers.put("content-type", type);
    headers.put("cache-control", kept);
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
