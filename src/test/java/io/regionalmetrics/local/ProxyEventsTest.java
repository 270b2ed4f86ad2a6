package io.regionalmetrics.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyEventsTest {
  private static final InstantSource FIRST_OF_MARCH =
      InstantSource.fixed(Instant.parse("2018-03-01T12:00:00Z"));
  private static final Routes.Match COMPARISON =
      new Routes.Match(
          new Template.Route("GET /v1/comparisons/{comparison}", "CompareFunction"),
          Map.of("comparison", "growth"));
  private static final Routes.Match DEFAULT =
      new Routes.Match(new Template.Route(Template.Route.DEFAULT, "CatalogFunction"), Map.of());

  private static JsonNode event(Request request, Routes.Match match) throws IOException {
    return new ObjectMapper().readTree(new ProxyEvents(FIRST_OF_MARCH).event(request, match));
  }

  private static JsonNode asked(String query) throws IOException {
    return event(request(query, Map.of(), ""), COMPARISON);
  }

  private static JsonNode sent(Map<String, List<String>> headers, String body) throws IOException {
    return event(request("", headers, body), DEFAULT);
  }

  private static Request request(String query, Map<String, List<String>> headers, String body) {
    return new Request(
        "GET",
        "/v1/comparisons/growth",
        query,
        "HTTP/1.1",
        new TreeMap<>(headers),
        body.getBytes(StandardCharsets.UTF_8),
        "127.0.0.1");
  }

  @Test
  void eventHasTheRequestAndItsRoute() throws IOException {
    JsonNode event = asked("");
    assertThat(event.at("/version").textValue()).isEqualTo("2.0");
    assertThat(event.at("/routeKey").textValue()).isEqualTo("GET /v1/comparisons/{comparison}");
    assertThat(event.at("/rawPath").textValue()).isEqualTo("/v1/comparisons/growth");
    assertThat(event.at("/pathParameters/comparison").textValue()).isEqualTo("growth");
    assertThat(event.at("/requestContext/http/method").textValue()).isEqualTo("GET");
    assertThat(event.at("/requestContext/stage").textValue()).isEqualTo("$default");
  }

  @Test
  void timeIsGivenAsTextAndInMilliseconds() throws IOException {
    JsonNode context = asked("").at("/requestContext");
    assertThat(context.at("/time").textValue()).isEqualTo("01/Mar/2018:12:00:00 +0000");
    assertThat(context.at("/timeEpoch").longValue()).isEqualTo(1519905600000L);
  }

  @Test
  void rawQueryIsAsSent() throws IOException {
    assertThat(asked("region=US+CA&note=a%20b").at("/rawQueryString").textValue())
        .isEqualTo("region=US+CA&note=a%20b");
  }

  @Test
  void parametersAreDecoded() throws IOException {
    assertThat(asked("region=US%2BCA&note=a%C3%A9").at("/queryStringParameters"))
        .isEqualTo(new ObjectMapper().readTree("{\"region\":\"US+CA\",\"note\":\"aé\"}"));
  }

  @Test
  void repeatedParametersAreJoinedByCommas() throws IOException {
    assertThat(asked("region=JP&region=US").at("/queryStringParameters/region").textValue())
        .isEqualTo("JP,US");
  }

  @Test
  void parameterWithoutAValueIsEmpty() throws IOException {
    assertThat(asked("region").at("/queryStringParameters/region").textValue()).isEmpty();
  }

  @Test
  void missingPartsAreLeftOut() throws IOException {
    JsonNode event = sent(Map.of(), "");
    assertThat(event.at("/rawQueryString").textValue()).isEmpty();
    assertThat(event.fieldNames())
        .toIterable()
        .doesNotContain("queryStringParameters", "pathParameters", "cookies", "body");
    assertThat(event.at("/isBase64Encoded").booleanValue()).isFalse();
  }

  @Test
  void repeatedHeadersAreJoinedByCommas() throws IOException {
    assertThat(sent(Map.of("accept", List.of("text/csv", "text/*")), "").at("/headers/accept"))
        .hasToString("\"text/csv,text/*\"");
  }

  @Test
  void cookiesHaveAFieldOfTheirOwn() throws IOException {
    JsonNode event = sent(Map.of("cookie", List.of("a=1; b=2")), "");
    assertThat(event.at("/cookies")).hasToString("[\"a=1\",\"b=2\"]");
    assertThat(event.at("/headers").has("cookie")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "text/csv; charset=utf-8", "TEXT/CSV", "application/xml"})
  void textIsPassedAsText(String type) throws IOException {
    JsonNode event = sent(Map.of("content-type", List.of(type)), "{\"é\": 1}");
    assertThat(event.at("/body").textValue()).isEqualTo("{\"é\": 1}");
    assertThat(event.at("/isBase64Encoded").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/octet-stream",
        "application/vnd.sdmx.data+json",
        "application/x-www-form-urlencoded"
      })
  void anythingElseIsPassedAsBase64(String type) throws IOException {
    JsonNode event = sent(Map.of("content-type", List.of(type)), "a=1");
    assertThat(event.at("/body").textValue()).isEqualTo("YT0x");
    assertThat(event.at("/isBase64Encoded").booleanValue()).isTrue();
  }

  @Test
  void bodyWithoutATypeIsPassedAsBase64() throws IOException {
    assertThat(sent(Map.of(), "a=1").at("/isBase64Encoded").booleanValue()).isTrue();
  }
}
