package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names become codes. */
class NameSearchTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static JsonNode found(String text) {
    return new Assistant(service, Assistant.NEWEST)
        .result("find", "{'text': '%s'}".formatted(text))
        .get("structuredContent");
  }

  private static List<String> ids(JsonNode found, String kind) {
    return found.get(kind).valueStream().map(one -> one.get("id").textValue()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Twitter in Japan | [JP]",
        "Twitter, US and UK | [US, GB]",
        "twitter outside the United States | [US, WORLD-US]",
        "Twitter worldwide | [WORLD]",
        "Twitter International | [INTERNATIONAL]",
        "Twitter in JP | [JP]",
        "TWITTER IN JAPAN | [JP]",
        "South Korea | [KR]",
        "JP | [JP]",
        "Twitter | []"
      })
  void regionIsFoundByNameOrCode(String text, String regions) {
    assertThat(ids(found(text), "regions")).hasToString(regions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Twitter revenue | [revenue]",
        "Twitter sales in Japan | [revenue]",
        "users of Twitter | [users]",
        "Twitter revenue per user | [revenue-per-user, revenue, users]",
        "Twitter | [revenue, revenue-per-user, users]"
      })
  void metricIsFoundByName(String text, String metrics) {
    assertThat(ids(found(text), "metrics")).hasToString(metrics);
  }

  @Test
  void textThatNamesNothingSaysHowToFindCompanies() {
    JsonNode found = found("nothing of the kind");
    assertThat(found.get("sentence").textValue())
        .isEqualTo(
            "Nothing here is called 'nothing of the kind'. The text 'companies' finds those that there are.");
    assertThat(ids(found("companies"), "companies")).contains("twitter");
  }

  @Test
  void figuresOfAllRegionsAreListedIfThereAreNoneOfTheNamedOne() {
    JsonNode figures = found("Twitter users in France").get("figures");
    assertThat(figures.valueStream().map(one -> one.get("region").textValue()))
        .containsExactly("JP");
  }
}
