package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long series are divided into pages that together have every row once. Also tests refusals. */
class SeriesPagesTest {
  private static final String LONG =
      "/v1/series?company=twitter&metric=revenue&region=JP,US,WORLD-US&transform=yoy,index&startPeriod=1900-Q1&endPeriod=2017-Q4";
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static List<JsonNode> pages(String question) {
    List<JsonNode> pages = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Service.Reply reply =
          service.get(question + next.map(n -> "&next=" + n).orElse("")).expectStatus(200);
      pages.add(reply.json());
      next = Optional.ofNullable(reply.json().get("next")).map(JsonNode::textValue);
    } while (next.isPresent());
    return pages;
  }

  @Test
  void pagesTogetherHaveEveryRowOnce() {
    List<JsonNode> pages = pages(LONG);
    assertThat(pages).extracting(page -> page.get("rows").size()).containsExactly(500, 500, 416);
    List<String> rows =
        pages.stream()
            .flatMap(page -> page.get("rows").valueStream())
            .map(row -> row.get("region").textValue() + row.get("period").textValue())
            .toList();
    assertThat(rows).hasSize(3 * 472).doesNotHaveDuplicates();
    assertThat(rows.getFirst()).isEqualTo("JP1900-Q1");
    assertThat(rows.get(472)).isEqualTo("US1900-Q1");
    assertThat(rows.getLast()).isEqualTo("WORLD-US2017-Q4");
  }

  @Test
  void pagesRepeatOneQuestion() {
    List<JsonNode> pages = pages(LONG + "&lastNObservations=400");
    assertThat(pages).hasSize(3);
    assertThat(pages)
        .extracting(page -> page.get("question"))
        .containsOnly(pages.getFirst().get("question"));
    assertThat(pages)
        .extracting(page -> page.get("citation"))
        .containsOnly(pages.getFirst().get("citation"));
    assertThat(pages)
        .extracting(page -> page.get("sentence"))
        .containsOnly(pages.getFirst().get("sentence"));
  }

  @Test
  void rowOfAPageEqualsTheSameRowOfTheWholeSeries() {
    JsonNode page = pages(LONG).get(2);
    JsonNode alone =
        service
            .get(
                LONG.replace("JP,US,WORLD-US", "WORLD-US")
                    .replace("1900-Q1", page.at("/rows/0/period").textValue()))
            .json();
    assertThat(page.at("/rows/415/value")).isEqualTo(alone.at("/rows/415/value"));
    assertThat(page.at("/rows/415/yoy")).isEqualTo(alone.at("/rows/415/yoy"));
  }

  @Test
  void changedPageTokenIsRefused() {
    String next = service.get(LONG).at("/next").textValue();
    for (int i = 0; i < next.length(); i++) {
      char other = next.charAt(i) == 'A' ? 'B' : 'A';
      String changed = next.substring(0, i) + other + next.substring(i + 1);
      Service.Reply reply = service.get(LONG + "&next=" + changed).expectStatus(400);
      assertThat(invalid(reply.json())).containsExactly("next");
    }
  }

  @Test
  void pageTokenOfAnotherQuestionIsRefused() {
    String next = service.get(LONG).at("/next").textValue();
    for (String other :
        List.of(LONG.replace("yoy,", "qoq,"), LONG.replace("JP,", ""), LONG + "&asOf=2018-03-01")) {
      Service.Reply reply = service.get(other + "&next=" + next).expectStatus(400);
      assertThat(invalid(reply.json())).containsExactly("next");
    }
  }

  @Test
  void allPagesUseTheDayOfTheFirst() {
    String next = service.get(LONG + "&asOf=2018-03-01").at("/next").textValue();
    JsonNode page = service.get(LONG + "&next=" + next).json();
    assertThat(page.at("/question/asOf").textValue()).isEqualTo("2018-03-01");
  }

  @Test
  void seriesOfEveryPossibleQuarterIsPaged() {
    Service.Reply reply =
        service
            .get(
                "/v1/series?company=twitter&metric=revenue-per-user&region=JP&transform=index&startPeriod=1000-Q1&endPeriod=9999-Q4")
            .expectStatus(200);
    assertThat(reply.json().get("rows")).hasSize(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metric=users&region=JP&transform=ttm|422|transform|users is a stock, and its quarters do not add up; ask for transform=level",
        "metric=revenue-per-user&region=JP&transform=ttm|422|transform|ask for its numerator and denominator (revenue, users)",
        "metric=revenue-per-user&region=JP&transform=share|422|transform|its numerator or denominator (revenue, users)",
        "metric=revenue&region=JP&transform=level,yoyo|400|transform|'yoyo' is not one of level, yoy, qoq, share, index, ttm; did you mean 'yoy'?",
        "metric=revenue&region=JP&startPeriod=2018-Q1&endPeriod=2017-Q4|422|startPeriod|2018-Q1 is after the endPeriod 2017-Q4",
        "metric=revenue&region=JP&startPeriod=2017|400|startPeriod|'2017' is not a quarter like 2017-Q4",
        "metric=revenue&region=JP&endPeriod=latest|400|endPeriod|'latest' is not a quarter like 2017-Q4",
        "metric=revenue&region=JP&lastNObservations=0|400|lastNObservations|'0' is not a number from 1 to 400",
        "metric=revenue&region=JP&lastNObservations=401|400|lastNObservations|from 1 to 400",
        "metric=revenue&region=JP&lastNObservations=ten|400|lastNObservations|'ten'",
        "metric=revenue&region=JP&includeHistory=yes|400|includeHistory|'yes' is not true or false",
        "metric=revenue&region=JP&next=abc|400|next|not a token from an answer to this question",
        "metric=revenue&region=JP&next=%20|400|next|not a token from an answer",
        "metric=revenue&region=JP&whole=WORLD|422|whole|only to transform=share",
        "metric=revenue&region=JP&transform=share&whole=US|422|region|JP is not in US",
        "metric=revenue&region=JP&transform=share&whole=XX|404|whole|'XX'",
        "metric=revenue&region=JP&period=2017-Q4|400|period|not a parameter of this request",
        "metric=revenue&region=JP&startPeriod=2020-Q1|422|endPeriod|no level known as of",
        "metric=revenue&region=BR|422|startPeriod|no level known as of",
        "metric=revenue&region=JP&format=png|400|format|'png' is not one of json, csv, sdmx-csv, svg",
        "metric=revenue,users&region=JP|422|metric|one at a time",
      })
  void badParameterIsNamed(String question, int status, String name, String reason) {
    Service.Reply reply =
        service.get("/v1/series?company=twitter&" + question).expectStatus(status);
    assertThat(invalid(reply.json())).containsExactly(name);
    assertThat(reply.at("/invalid_params/0/reason").textValue()).contains(reason);
  }

  @Test
  void unsupportedFormatIsNotAcceptable() {
    String question = "/v1/series?company=twitter&metric=revenue&region=JP";
    service.get(question, "accept", "text/html").expectStatus(406);
    service
        .get(question, "accept", "application/vnd.sdmx.data+csv;version=1.0.0")
        .expectStatus(406);
    service
        .get(
            "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&format=sdmx-csv")
        .expectStatus(400);
  }
}
