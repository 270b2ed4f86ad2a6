package io.regionalmetrics.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * How a response goes out: in which coding, under which name, and whether its body has to go at all
 * (RFC 9110).
 */
final class Delivery {
  /**
   * By what answers to one address differ. By the origin since API Gateway tells only those who
   * name one that they may read; a browser that kept an answer without that would refuse it to a
   * page (Fetch, section "CORS protocol and HTTP caches").
   */
  private static final String VARY = "accept, accept-encoding, origin";

  private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  private Delivery() {}

  /** What is sent of a response. */
  static HttpResponse of(HttpRequest request, HttpResponse response) {
    HttpResponse linked = response.linked("/openapi.json", "service-desc");
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    byte[] bytes = linked.body().getBytes(StandardCharsets.UTF_8);
    HttpResponse whole = reads ? linked.with("vary", VARY) : linked;
    if (Gzip.suits(request.header("accept-encoding"), bytes.length) && bytes.length > 0) {
      bytes = Gzip.of(bytes);
      whole =
          whole
              .with("content-encoding", "gzip")
              .withBody(Base64.getEncoder().encodeToString(bytes), true);
    }
    if (!reads) {
      return whole;
    }
    HttpResponse named = whole.status() == 200 ? conditional(request, whole, bytes) : whole;
    return request.method().equals("HEAD") ? withoutBody(named, bytes.length) : named;
  }

  /**
   * Names the answer by its content, so that who has it already isn't sent it again (section 13).
   *
   * @param bytes of the body as it is sent: a strong tag is another for each coding (section
   *     8.8.3.3)
   */
  private static HttpResponse conditional(
      HttpRequest request, HttpResponse response, byte[] bytes) {
    String tag = tag(bytes);
    HttpResponse named = response.with("etag", tag);
    return request.header("if-none-match").filter(tags -> holds(tags, tag)).isPresent()
        ? notModified(named)
        : named;
  }

  /** Whether If-None-Match holds a tag, weak or not: it is compared weakly (section 13.1.2). */
  private static boolean holds(String tags, String tag) {
    return tags.strip().equals("*")
        || ENTITY_TAG.matcher(tags).results().anyMatch(found -> found.group(1).equals(tag));
  }

  private static HttpResponse notModified(HttpResponse response) {
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    headers.keySet().removeIf(name -> name.startsWith("content-"));
    return HttpResponse.empty(304, headers);
  }

  /** The answer to HEAD: what GET would have, and how long its body would be. */
  private static HttpResponse withoutBody(HttpResponse response, int length) {
    return response.status() == 304
        ? response
        : response.with("content-length", Integer.toString(length)).withBody("", false);
  }

  /**
   * Two checksums of 32 bits, by different polynomials: one of 64, by which two answers to one
   * address are the same with a chance of 1 in 2^64. A cryptographic hash would say no more, since
   * whoever could make two answers alike is who writes the figures; and before its code is compiled
   * it takes a tenth of what an answer takes.
   */
  private static String tag(byte[] bytes) {
    Checksum ethernet = new CRC32();
    Checksum castagnoli = new CRC32C();
    ethernet.update(bytes);
    castagnoli.update(bytes);
    HexFormat hex = HexFormat.of();
    return '"'
        + hex.toHexDigits(ethernet.getValue(), 8)
        + hex.toHexDigits(castagnoli.getValue(), 8)
        + '"';
  }
}
