package io.regionalmetrics.http;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns an endpoint's response into the one that is sent: compresses it, tags it for caches, and
 * leaves out a body that the client has already or doesn't want (RFC 9110).
 */
final class OutgoingResponse {
  /**
   * The request headers on which answers depend. Origin is one of them, since API Gateway adds CORS
   * headers only if the request has an origin: a browser that cached an answer without them would
   * not give it to a page of another origin (Fetch, section "CORS protocol and HTTP caches").
   */
  private static final String VARY = "accept, accept-encoding, origin";

  private OutgoingResponse() {}

  /** The response to send: with a link to the contract and, for GET and HEAD, cache headers. */
  static HttpResponse of(HttpRequest request, HttpResponse response) {
    boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
    HttpResponse linked = response.linked("/openapi.json", "service-desc");
    HttpResponse varied = isRead ? linked.with("vary", VARY) : linked;
    byte[] plain = varied.bytes();
    // What is no text is compressed already; to compress it again would only cost time.
    int worth = varied.base64() ? 1 : plain.length;
    boolean gzip = plain.length > 0 && Gzip.suits(request.header("accept-encoding"), worth);
    byte[] body = gzip ? Gzip.of(plain) : plain;
    HttpResponse encoded = gzip ? gzipped(varied, body) : varied;
    return isRead ? read(request, encoded, body) : encoded;
  }

  private static HttpResponse gzipped(HttpResponse response, byte[] body) {
    return response
        .with("content-encoding", "gzip")
        .withBody(Base64.getEncoder().encodeToString(body), true);
  }

  /**
   * The response to GET or HEAD.
   *
   * @param body the bytes of the body after compression
   */
  private static HttpResponse read(HttpRequest request, HttpResponse response, byte[] body) {
    HttpResponse tagged = response.status() == 200 ? tagged(request, response, body) : response;
    return request.method().equals("HEAD") ? withoutBody(tagged, body.length) : tagged;
  }

  /** The response with an entity tag, or 304 if the client has it already (section 13). */
  private static HttpResponse tagged(HttpRequest request, HttpResponse response, byte[] body) {
    String tag = EntityTag.of(body);
    HttpResponse tagged = response.with("etag", tag);
    boolean cached =
        request.header("if-none-match").filter(tags -> EntityTag.isIn(tags, tag)).isPresent();
    return cached ? notModified(tagged) : tagged;
  }

  private static HttpResponse notModified(HttpResponse response) {
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    headers.keySet().removeIf(name -> name.startsWith("content-"));
    return HttpResponse.empty(304, headers);
  }

  /** The response to HEAD: the headers of GET and the length that its body would have. */
  private static HttpResponse withoutBody(HttpResponse response, int length) {
    return response.status() == 304
        ? response
        : response.with("content-length", Integer.toString(length)).withBody("", false);
  }
}
