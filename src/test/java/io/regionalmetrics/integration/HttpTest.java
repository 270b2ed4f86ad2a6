package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP as clients and caches expect it (RFC 9110, 9111, 8288, 9457). */
class HttpTest {
  private static final String QUESTION =
      "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP,US&period=2017-Q4";
  private static final String NEWS = "https://news.example";

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*|application/json",
        "application/json|application/json",
        "application/json; charset=UTF-8|application/json",
        "application/*|application/json",
        "text/*|text/csv",
        "TEXT/CSV|text/csv",
        "text/csv;header=present|text/csv",
        "text/csv, application/json|application/json",
        "text/csv, application/json;q=0.9|text/csv",
        "text/csv;q=0.5, */*;q=0.1|text/csv",
        "*/*, application/json;q=0|text/csv",
        "application/*;q=0.9, application/json;q=0.2, text/csv;q=0.3|application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet|application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv;q=0.001, text/*;q=0.9, application/json;q=0.5|application/json",
        "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8|application/json",
        "application/json;q=broken, text/csv|text/csv",
      })
  void preferredFormatIsSent(String accept, String type) {
    Service.Reply reply = service.get(QUESTION, "accept", accept).expectStatus(200);
    assertThat(reply.header("content-type")).startsWith(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "*/*;q=0",
        "application/json;q=0, text/csv;q=0.0",
        "text/csv;header=absent",
        "application/json;version=2",
        "json"
      })
  void unacceptableFormatIsRefusedWithAListOfTheFormats(String accept) {
    Service.Reply reply = service.get(QUESTION, "accept", accept).expectStatus(406);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.at("/detail").textValue()).contains("application/json, text/csv");
    assertThat(AnswerAssertions.invalid(reply.json())).containsExactly("accept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/companies",
        "/v1/companies/twitter",
        "/v1/metrics",
        "/v1/regions",
        "/v1/sources"
      })
  void definitionsAreSentOnlyAsJson(String path) {
    Service.Reply reply = service.get(path, "accept", "text/csv").expectStatus(406);
    assertThat(reply.at("/detail").textValue()).isEqualTo("Answers are given as application/json.");
    service.get(path + "?format=csv").expectStatus(400);
    service.get(path, "accept", "text/csv, */*;q=0.1").expectStatus(200);
  }

  @Test
  void everyRepresentationHasItsOwnETag() {
    String json = service.get(QUESTION).header("etag");
    String csv = service.get(QUESTION, "accept", "text/csv").header("etag");
    String gzip = service.get(QUESTION, "accept-encoding", "gzip").header("etag");
    assertThat(new String[] {json, csv, gzip}).doesNotHaveDuplicates().allMatch(strong());
    assertThat(service.get(QUESTION, "accept-encoding", "gzip").header("etag")).isEqualTo(gzip);
  }

  private static Predicate<String> strong() {
    return tag -> tag.matches("\"[^\"]+\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"a\", %s", "W/\"x,y\",W/%s", "*", " * "})
  void answerInTheClientsCacheIsNotSentAgain(String tags) {
    Service.Reply first = service.get(QUESTION);
    Service.Reply reply =
        service
            .get(QUESTION, "if-none-match", tags.formatted(first.header("etag")))
            .expectStatus(304);
    assertThat(reply.text()).isEmpty();
    for (String name : new String[] {"etag", "cache-control", "vary", "link"}) {
      assertThat(reply.header(name)).as(name).isEqualTo(first.header(name)).isNotEmpty();
    }
    assertThat(reply.header("content-type")).isEmpty();
  }

  @Test
  void answerCachedInAnotherFormatIsSent() {
    String json = service.get(QUESTION).header("etag");
    String inner = json.substring(1, json.length() - 1);
    service.get(QUESTION, "if-none-match", json, "accept", "text/csv").expectStatus(200);
    service.get(QUESTION, "if-none-match", json, "accept-encoding", "gzip").expectStatus(200);
    service.get(QUESTION, "if-none-match", inner).expectStatus(200);
    service.get(QUESTION, "if-none-match", "\"" + inner + "x\"").expectStatus(200);
  }

  @Test
  void problemHasNoETagAndIsNotCached() {
    Service.Reply reply =
        service.get("/v1/companies/nobody", "if-none-match", "*").expectStatus(404);
    assertThat(reply.header("etag")).isEmpty();
    assertThat(reply.header("cache-control")).isEqualTo("no-store");
  }

  @Test
  void answersVaryByAcceptHeadersAndOrigin() {
    assertThat(service.get(QUESTION).header("vary")).isEqualTo("accept, accept-encoding, origin");
    assertThat(service.get("/v1/companies").header("vary"))
        .isEqualTo("accept, accept-encoding, origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "br, gzip;q=0.1",
        "*",
        "gzip;q=0.5, identity;q=0.4",
        "identity;q=0, gzip;q=0.001"
      })
  void answerIsCompressedIfTheClientAcceptsGzip(String accepted) throws IOException {
    Service.Reply plain = service.get(QUESTION);
    Service.Reply reply = service.get(QUESTION, "accept-encoding", accepted);
    assertThat(reply.header("content-encoding")).isEqualTo("gzip");
    assertThat(reply.response().body().length).isLessThan(plain.response().body().length);
    assertThat(unzipped(reply)).isEqualTo(plain.text());
  }

  private static String unzipped(Service.Reply reply) throws IOException {
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(reply.response().body()))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip;q=0", "identity", "br", "*;q=0", "gzip;q=0, *", "gzip;q=0.5, identity", ""})
  void answerIsUncompressedIfTheClientRefusesGzip(String accepted) {
    Service.Reply reply = service.get(QUESTION, "accept-encoding", accepted).expectStatus(200);
    assertThat(reply.header("content-encoding")).isEmpty();
    assertThat(reply.text()).startsWith("{\"question\"");
  }

  @Test
  void smallAnswerIsCompressedOnlyOnDemand() {
    Service.Reply small = service.get("/v1/companies", "accept-encoding", "gzip");
    assertThat(small.header("content-encoding")).isEmpty();
    assertThat(
            service
                .get("/v1/companies", "accept-encoding", "gzip, identity;q=0")
                .header("content-encoding"))
        .isEqualTo("gzip");
  }

  @Test
  void csvIsCompressedToo() throws IOException {
    Service.Reply reply =
        service.get(QUESTION, "accept", "text/csv", "accept-encoding", "gzip, deflate, br");
    assertThat(reply.header("content-encoding")).isEqualTo("gzip");
    assertThat(unzipped(reply)).startsWith("comparison,company,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json|identity",
        "application/json|gzip",
        "text/csv|identity",
        "text/csv|gzip"
      })
  void headHasTheHeadersOfGetAndNoBody(String accept, String coding) {
    String[] headers = {"accept", accept, "accept-encoding", coding};
    Service.Reply get = service.get(QUESTION, headers);
    Service.Reply head = service.send("HEAD", QUESTION, headers).expectStatus(200);
    assertThat(head.text()).isEmpty();
    assertThat(withoutDate(head)).isEqualTo(withoutDate(get));
    assertThat(head.header("content-length"))
        .isEqualTo(Integer.toString(get.response().body().length));
  }

  private static Map<String, ?> withoutDate(Service.Reply reply) {
    Map<String, Object> headers = new TreeMap<>(reply.response().headers().map());
    headers.remove("date");
    return headers;
  }

  @Test
  void headOfACachedAnswerIsNotModified() {
    String etag = service.get(QUESTION).header("etag");
    service.send("HEAD", QUESTION, "if-none-match", etag).expectStatus(304);
  }

  @Test
  void optionsListsTheMethodsOfAPath() {
    Service.Reply reply = service.send("OPTIONS", "/v1/companies").expectStatus(204);
    assertThat(reply.header("allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(service.send("OPTIONS", "/v1/observations").header("allow"))
        .isEqualTo("POST, OPTIONS");
    service.send("OPTIONS", "/v1/nothing").expectStatus(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|/v1/comparisons/growth?company=twitter|400",
        "GET|/v1/companies/nobody|404",
        "GET|/v1/nothing|404",
        "DELETE|/v1/companies|405",
        "GET|/v1/comparisons/growth?company=twitter&metric=users,revenue&region=JP&period=2017-Q4|422",
      })
  void pageOfAnotherOriginMayReadProblemsToo(String method, String path, int status) {
    Service.Reply reply = service.send(method, path, "origin", NEWS).expectStatus(status);
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(reply.header("access-control-expose-headers"))
        .contains("allow")
        .contains("etag")
        .contains("link")
        .contains("retry-after");
  }

  @Test
  void preflightOfAnUnknownPathIsAnsweredToo() {
    Service.Reply reply =
        service
            .send("OPTIONS", "/v1/nothing", "origin", NEWS, "access-control-request-method", "GET")
            .expectStatus(204);
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
  }

  @Test
  void answerLinksToItsCitationAndToTheContract() {
    Service.Reply reply = service.get(QUESTION);
    assertThat(reply.header("link"))
        .isEqualTo(
            "<%s>; rel=\"cite-as\", </openapi.json>; rel=\"service-desc\""
                .formatted(reply.at("/citation").textValue()));
    assertThat(service.get("/v1/companies").header("link"))
        .isEqualTo("</openapi.json>; rel=\"service-desc\"");
  }

  @Test
  void longCitationIsInTheBodyOnly() {
    String question = "/v1/comparisons/check?company=twitter&region=" + sumsOfCountries();
    Service.Reply reply = service.get(question).expectStatus(200);
    assertThat(reply.at("/citation").textValue().length()).isGreaterThan(4_000);
    assertThat(reply.header("link")).isEqualTo("</openapi.json>; rel=\"service-desc\"");
  }

  /** About two hundred different ones, separated by commas. */
  private static String sumsOfCountries() {
    List<String> codes =
        List.of(
            "AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GB", "IE", "IT", "NL", "NO", "PL",
            "SE");
    return codes.stream()
        .flatMap(one ->
            codes.stream()
                .filter(other -> !other.equals(one))
                .map(other -> "US+CA+MX+%s+%s".formatted(one, other)))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|/v1/comparisons/growth?company=twitter|Malformed",
        "GET|/v1/companies/nobody|Unknown",
        "GET|/v1/nothing|Unknown",
        "DELETE|/v1/companies|MethodNotAllowed",
        "POST|/v1/observations|Unsupported",
        "GET|/v1/comparisons/growth?company=twitter&metric=users&region=JP&period=2017|Senseless",
      })
  void problemNamesItsTypeInTheContract(String method, String path, String type) {
    Service.Reply reply = service.send(method, path);
    String uri = "/openapi.json#/components/responses/" + type;
    assertThat(reply.at("/type").textValue()).isEqualTo(uri);
    assertThat(reply.header("link"))
        .isEqualTo("<%s>; rel=\"type\", </openapi.json>; rel=\"service-desc\"".formatted(uri));
  }

  @Test
  void noAnswerIsMarkedImmutable() {
    assertThat(service.get(QUESTION).header("cache-control")).isEqualTo("public, max-age=60");
    assertThat(service.get(QUESTION + "&asOf=2018-03-01").header("cache-control"))
        .isEqualTo("public, max-age=86400");
    assertThat(service.get(QUESTION + "&format=csv").header("cache-control"))
        .isEqualTo("public, max-age=60");
  }
}
