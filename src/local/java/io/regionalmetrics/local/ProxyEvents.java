package io.regionalmetrics.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns requests into the events of an HTTP API of API Gateway, in payload format 2.0. */
final class ProxyEvents {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /**
   * The media types besides text/* whose bodies API Gateway passes as text; any other body is
   * passed as base64. AWS doesn't document them. Observed: application/*+json, forms and bodies
   * without a type are passed as base64.
   */
  private static final Set<String> TEXTS =
      Set.of("application/json", "application/xml", "application/javascript");

  private final InstantSource clock;

  ProxyEvents(InstantSource clock) {
    this.clock = clock;
  }

  /** The event for a request and its route. */
  byte[] event(Request request, Routes.Match match) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("version", "2.0");
      json.writeStringField("routeKey", match.route().key());
      json.writeStringField("rawPath", request.path());
      json.writeStringField("rawQueryString", request.query());
      writeCookies(json, request);
      write(json, "headers", headers(request));
      writeIfAny(json, "queryStringParameters", parameters(request.query()));
      writeContext(json, request, match.route().key());
      writeIfAny(json, "pathParameters", match.variables());
      writeBody(json, request);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void writeCookies(JsonGenerator json, Request request) throws IOException {
    List<String> cookies =
        request.headers().getOrDefault("cookie", List.of()).stream()
            .flatMap(header -> Stream.of(header.split("; *")))
            .toList();
    if (!cookies.isEmpty()) {
      json.writeFieldName("cookies");
      json.writeArray(cookies.toArray(String[]::new), 0, cookies.size());
    }
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.remove("cookie");
    headers.put("x-forwarded-for", request.sourceIp());
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private static Map<String, String> parameters(String query) {
    return Stream.of(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> decoded(pair[0]),
                pair -> pair.length == 2 ? decoded(pair[1]) : "",
                (first, second) -> first + "," + second,
                LinkedHashMap::new));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void writeContext(JsonGenerator json, Request request, String routeKey)
      throws IOException {
    String domain = request.header("host").orElse("127.0.0.1").replaceFirst(":\\d+$", "");
    Instant now = clock.instant();
    json.writeObjectFieldStart("requestContext");
    json.writeStringField("accountId", "123456789012");
    json.writeStringField("apiId", "local");
    json.writeStringField("domainName", domain);
    json.writeStringField("domainPrefix", domain.replaceFirst("\\..*", ""));
    writeHttp(json, request);
    json.writeStringField("requestId", UUID.randomUUID().toString());
    json.writeStringField("routeKey", routeKey);
    json.writeStringField("stage", "$default");
    json.writeStringField("time", TIME.format(now));
    json.writeNumberField("timeEpoch", now.toEpochMilli());
    json.writeEndObject();
  }

  private static void writeHttp(JsonGenerator json, Request request) throws IOException {
    json.writeObjectFieldStart("http");
    json.writeStringField("method", request.method());
    json.writeStringField("path", request.path());
    json.writeStringField("protocol", request.protocol());
    json.writeStringField("sourceIp", request.sourceIp());
    json.writeStringField("userAgent", request.header("user-agent").orElse(""));
    json.writeEndObject();
  }

  private static void writeBody(JsonGenerator json, Request request) throws IOException {
    boolean base64 = request.body().length > 0 && !isText(request);
    if (base64) {
      json.writeBinaryField("body", request.body());
    } else if (request.body().length > 0) {
      json.writeStringField("body", new String(request.body(), StandardCharsets.UTF_8));
    }
    json.writeBooleanField("isBase64Encoded", base64);
  }

  private static boolean isText(Request request) {
    String type =
        request
            .header("content-type")
            .orElse("")
            .replaceFirst(";.*", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXTS.contains(type);
  }

  private static void writeIfAny(JsonGenerator json, String name, Map<String, String> values)
      throws IOException {
    if (!values.isEmpty()) {
      write(json, name, values);
    }
  }

  private static void write(JsonGenerator json, String name, Map<String, String> values)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      json.writeStringField(value.getKey(), value.getValue());
    }
    json.writeEndObject();
  }
}
