package io.regionalmetrics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.representation.Representation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all lists share: a JSON response that caches may keep for a minute, and pages. Each page but
 * the last has a member {@code next}; the same request with this value as its parameter {@code
 * next} gets the next page.
 */
final class ListResponse {
  /** The most items on a page. */
  static final int PAGE_SIZE = 100;

  private ListResponse() {}

  /** A response with one JSON object, or the problem 406 if the client accepts no JSON. */
  static HttpResponse json(HttpRequest request, QueryParameters query, Json.Members members) {
    return Representation.of(request, query, Representation.OF_LISTS).isEmpty()
        ? Representation.notAcceptable(request, Representation.OF_LISTS)
        : HttpResponse.json(200, Json.object(members)).with("cache-control", "public, max-age=60");
  }

  /**
   * The id after which the requested page begins; null for the first page.
   *
   * @throws Refusal if {@code next} isn't a value that {@link #next} wrote
   */
  static @Nullable String after(QueryParameters query) {
    Optional<String> next = query.text("next");
    if (next.isEmpty()) {
      return null;
    }
    return decoded(next.get())
        .filter(Codes::isId)
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "next",
                "'%s' is not valid; use the value of next from the previous page"
                    .formatted(next.get())));
  }

  private static Optional<String> decoded(String next) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes where the next page begins, if there is one.
   *
   * @param last the last id on this page; empty if no page follows
   */
  static void next(JsonGenerator json, Optional<String> last) throws IOException {
    Json.textIfPresent(json, "next", last.map(ListResponse::encoded));
  }

  private static String encoded(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
