package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals name the parameter, its value, and what is allowed. */
class RefusedQuestionsTest {
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
        "growth?company=twiter&metric=revenue&region=JP&period=2017-Q4|404|company|did you mean 'twitter'?",
        "growth?company=Twitter&metric=revenue&region=JP&period=2017-Q4|404|company|did you mean 'twitter'?",
        "growth?company=twitter&metric=revenu&region=JP&period=2017-Q4|404|metric|did you mean 'revenue'?",
        "growth?company=twitter&metric=revenue&region=INTERNATIONA&period=2017-Q4|404|region|did you mean 'INTERNATIONAL'?",
        "growth?company=twitter&metric=revenue&region=JP&perod=2017-Q4|400|perod|did you mean 'period'?",
        "growth?company=twitter&metric=revenue&region=JP&period=17-Q4|400|period|'17-Q4' is not a quarter like 2017-Q4",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4,soon|400|period|'2017-Q4,soon' is not a quarter",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q5|400|period|'2017-Q5'",
        "growth?company=twitter&metric=revenue&region=JP|400|period|missing",
        "growth?company=twitter&metric=revenue&region=&period=2017-Q4|400|region|empty",
        "growth?company=twitter&metric=revenue&region=JP,,US&period=2017-Q4|400|region|an empty value in its list",
        "growth?company=twitter&metric=revenue&region=jp&period=2017-Q4|400|region|'jp' is not a region's code",
        "growth?company=twitter&metric=revenue&region=US+US&period=2017-Q4|422|region|US occurs twice",
        "growth?company=twitter&metric=revenue&region=US%2BUS&period=2017-Q4|422|region|US occurs twice",
        "growth?company=twitter&metric=revenue&region=WORLD-WORLD&period=2017-Q4|422|region|WORLD occurs twice",
        "growth?company=twitter&metric=revenue&region=WORLD-001&period=2017-Q4|422|region|WORLD occurs twice",
        "growth?company=twitter&metric=revenue&region=INTERNATIONAL+JP&period=2017-Q4|422|region|JP twice",
        "growth?company=twitter&metric=revenue&region=A+B+C+D+E+F+G+H+I+J+K&period=2017-Q4|422|region|more than 10",
        "growth?company=twitter&metric=revenue&region=JP%FF&period=2017-Q4|400|region|not valid UTF-8",
        "growth?company=twitter&metric=revenue,users&region=JP&period=2017-Q4|422|metric|one at a time",
        "growth?company=twitter&metric=revenue&metric=users&region=JP&period=2017-Q4|400|metric|given twice",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&base=2018-Q4|422|base|not before",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&base=2017-Q4|422|base|not before",
        "growth?company=twitter&metric=revenue&region=JP&period=1000-Q1|422|period|nothing before it",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&base=year|400|base|'year' is not yoy, qoq",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&asOf=yesterday|400|asOf|'yesterday' is not a day",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&asOf=2027-01-01|422|asOf|in the future",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&format=xml|400|format|'xml' is not one of json",
        "growth?metric=revenue&region=JP&period=2017-Q4|400|company|missing",
        "regions?company=twitter&metric=revenue&region=JP&period=2017-Q4&against=XX|404|against|'XX'",
        "regions?company=twitter&metric=revenue&region=JP&period=2017-Q4&against=apple:US|404|against|'apple'",
        "regions?company=twitter&metric=revenue&region=JP&period=2017-Q4&base=yoy|400|base|not a parameter of this request",
        "check?company=twitter&period=soon|400|period|'soon'",
        "growth?company=twitter&metric=users&region=JP&period=2017-Q1,2017-Q2|422|period|users is a stock, which never adds over quarters; /v1/series?startPeriod=2017-Q1&endPeriod=2017-Q2 gives each",
        "growth?company=twitter&metric=users&region=JP&period=2017-Q1&period=2017-Q2|422|period|a stock, which never adds",
        "growth?company=twitter&metric=users&region=JP&period=2017-Q4&period=2017-Q4|422|period|'2017-Q4,2017-Q4' is several quarters where one is expected",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q1..2017-Q4|422|period|/v1/series?startPeriod=2017-Q1&endPeriod=2017-Q4 gives each quarter, and with transform=ttm the sum of the four",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4/2017-Q1|422|period|startPeriod=2017-Q1&endPeriod=2017-Q4",
        "growth?company=twitter&metric=revenue&region=JP&period=2017|422|period|startPeriod=2017-Q1&endPeriod=2017-Q4",
        "regions?company=twitter&metric=revenue-per-user&region=JP&period=2016..2017Q2|422|period|neither summed nor averaged over quarters; /v1/series?startPeriod=2016-Q1&endPeriod=2017-Q2 gives each quarter; the same works for its numerator, revenue, and its denominator, users",
        "check?company=twitter&period=2017|422|period|leave it out",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&base=2016|422|base|one quarter; use yoy, qoq",
        "growth?company=twitter&metric=revenue,users&region=JP&period=2017-Q4|422|metric|whose units differ: revenue is in USD, users is in users",
        "growth?company=twitter&metric=revenue,users&region=JP&period=2017-Q4|422|metric|or for revenue-per-user, which divides revenue by users",
        "growth?company=twitter&metric=revenue,usrs&region=JP&period=2017-Q4|404|metric|did you mean 'users'?",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EURO|404|currency|'EURO' is not the code of a currency (ISO 4217); did you mean 'EUR'?",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=eur|404|currency|did you mean 'EUR'?",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=|400|currency|empty",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR,USD|400|currency|ask for one at a time",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&currency=USD|400|currency|given twice",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&fx=end|422|fx|needs the parameter currency",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&fx=avg|400|fx|'avg' is not average, end, a day like 2018-02-27, or a rate like 1.2294",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&fx=averge|400|fx|did you mean 'average'?",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&fx=2018-02-30|400|fx|'2018-02-30' is not average, end, a day",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&fx=2027-01-01|422|fx|in the future",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&fx=2018-03-02&asOf=2018-03-01|422|fx|is after 2018-03-01",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&fx=0|422|fx|'0' is not above zero",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&fx=-1.2|422|fx|'-1.2' is not above zero",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&fx=1.2e0|400|fx|'1.2e0' is not average",
        "growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&fx=1.23456789012345678901234567890123456|400|fx|more than 35 characters",
        "growth?company=twitter&metric=users&region=JP&period=2017-Q4&currency=EUR|422|currency|only money is converted, and users is in users",
        "check?company=twitter&metric=users&currency=EUR|422|currency|only money is converted",
        "revisions?company=twitter&metric=revenue&region=JP&period=2017-Q4&to=2018-03-01&currency=EUR&fx=2018-03-02|422|fx|is after 2018-03-01",
        "growt?company=twitter|404|comparison|did you mean 'growth'?",
        "share?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4|422|metric|is a ratio, whose parts don't add up to a whole; ask for its numerator, revenue, or its denominator, users",
        "contribution?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4|422|metric|ask for its numerator, revenue",
        "share?company=twitter&metric=revenue&region=JP&whole=US&period=2017-Q4|422|region|JP is not in US",
        "share?company=twitter&metric=revenue&region=US&whole=INTERNATIONAL&period=2017-Q4|422|region|US is not in INTERNATIONAL",
        "share?company=twitter&metric=revenue&region=JP&whole=XX&period=2017-Q4|404|whole|'XX'",
        "share?company=twitter&metric=revenue&region=JP&whole=US+US&period=2017-Q4|422|whole|US occurs twice",
        "share?company=twitter&metric=revenue&region=JP&period=2017-Q4&base=2018-Q1|422|base|not before",
        "share?company=twitter&metric=revenue&region=JP&period=2017-Q4&against=US|400|against|not a parameter of this request",
        "contribution?company=twitter&metric=revenue&region=JP&period=2017-Q4&base=soon|400|base|'soon'",
        "drivers?company=twitter&metric=revenue&region=JP&period=2017-Q4|422|metric|revenue is not a ratio, and drivers split the growth of a ratio's numerator; ask for metric=revenue-per-user",
        "drivers?company=twitter&metric=users&region=JP&period=2017-Q4|422|metric|no ratio with this numerator is defined",
        "revisions?company=twitter&metric=users&region=JP&period=2017-Q4&from=2018-03-01&to=2018-02-01|422|from|2018-03-01 is after to=2018-02-01",
        "revisions?company=twitter&metric=users&region=JP&period=2017-Q4&from=soon|400|from|'soon' is not a day",
        "revisions?company=twitter&metric=users&region=JP&period=2017-Q4&to=2027-01-01|422|to|in the future",
        "revisions?company=twitter&metric=users&region=JP&period=2017-Q4&to=2018-04-01&asOf=2018-03-01|422|to|after asOf",
      })
  void badParameterIsNamed(String question, int status, String name, String reason) {
    Service.Reply reply = service.get("/v1/comparisons/" + question).expectStatus(status);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.at("/status").intValue()).isEqualTo(status);
    assertThat(invalid(reply.json())).containsExactly(name);
    assertThat(reply.at("/invalid_params/0/reason").textValue()).contains(reason);
  }

  @Test
  void ratioWithoutTermsCannotBeComputedForAnExpression() {
    service.post(
        DocumentBuilder.press("more", "2018-03-01")
            .with(
                "\"metrics\": [{\"id\": \"engagement\", \"name\": \"Engagement\", \"kind\": \"ratio\", \"unit\": \"1\"}]")
            .json());
    Service.Reply reply =
        service
            .get(
                "/v1/comparisons/growth?company=twitter&metric=engagement&region=US+JP&period=2017-Q4")
            .expectStatus(422);
    assertThat(reply.text()).contains("numerator and denominator").contains("missing");
  }

  @Test
  void questionThatNeedsMoreThanAHundredItemsIsRefused() {
    Service.Reply reply =
        service
            .get(
                "/v1/comparisons/growth?metric=revenue&region=JP&period=2017-Q4&company="
                    + manyCompanies())
            .expectStatus(422);
    assertThat(reply.text()).contains("120").contains("100").contains("ask for fewer");
  }

  /** Sixty known companies, separated by commas. */
  private static String manyCompanies() {
    List<String> ids = IntStream.range(0, 60).mapToObj(i -> "c" + i).toList();
    String defined =
        ids.stream()
            .map(id -> "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(id, id))
            .collect(Collectors.joining(", "));
    service.post(
        DocumentBuilder.press("many", "2018-03-01")
            .with("\"companies\": [" + defined + "]")
            .json());
    return String.join(",", ids);
  }

  @Test
  void everyRegionOfAMetricWithoutFiguresIsAnEmptySet() {
    service.post(
        DocumentBuilder.press("none", "2018-03-01")
            .with(
                "\"metrics\": [{\"id\": \"profit\", \"name\": \"Profit\", \"kind\": \"flow\", \"unit\": \"USD\", \"negative\": true}]")
            .json());
    for (String comparison : new String[] {"growth", "regions"}) {
      Service.Reply reply =
          service
              .get(
                  "/v1/comparisons/"
                      + comparison
                      + "?company=twitter&metric=profit&region=*&period=latest")
              .expectStatus(404);
      assertThat(reply.text()).contains("no region has figures for profit");
    }
  }

  @Test
  void moreRowsThanTwoThousandAreRefused() {
    String regions =
        "JP,US,DE,FR,GB,BR,IN,CA,MX,ES,IT,NL,SE,NO,FI,DK,PL,AT,CH,BE,PT,IE,GR,CZ,HU,RO,BG,HR,SI,SK,LT,LV,EE,LU";
    Service.Reply reply =
        service
            .get(
                "/v1/comparisons/growth?metric=revenue&period=2017-Q4&region="
                    + regions
                    + "&company="
                    + manyCompanies())
            .expectStatus(422);
    assertThat(reply.text()).contains("the question has 2040 rows, more than the limit of 2000");
  }

  @Test
  void unknownPathListsTheKnownOnes() {
    Service.Reply reply = service.get("/v1/companys").expectStatus(404);
    assertThat(reply.text()).contains("/v1/companies");
  }

  @Test
  void wrongMethodNamesTheAllowedOnes() {
    Service.Reply reply = service.send("DELETE", "/v1/companies/twitter").expectStatus(405);
    assertThat(reply.header("allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(service.get("/v1/observations").header("allow")).isEqualTo("POST, OPTIONS");
  }

  @Test
  void unsupportedFormatIsNotAcceptable() {
    String question =
        "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4";
    service.get(question, "accept", "text/html").expectStatus(406);
    service.get(question, "accept", "text/html, application/json;q=0.9").expectStatus(200);
    service.get(question, "accept", "*/*").expectStatus(200);
  }

  @Test
  void headHasTheHeadersOfTheAnswerAndNoBody() {
    String question =
        "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4";
    Service.Reply head = service.send("HEAD", question).expectStatus(200);
    assertThat(head.text()).isEmpty();
    assertThat(head.header("etag")).isEqualTo(service.get(question).header("etag")).isNotEmpty();
    service.send("HEAD", "/v1/nothing").expectStatus(404);
  }

  @Test
  void answerInTheClientsCacheIsNotSentAgain() {
    String question =
        "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4";
    String etag = service.get(question).header("etag");
    Service.Reply reply = service.get(question, "if-none-match", etag).expectStatus(304);
    assertThat(reply.text()).isEmpty();
    service.get(question, "if-none-match", "\"other\"").expectStatus(200);
  }

  @Test
  void answerAsOfAPastDayIsCachedForADay() {
    String question =
        "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4";
    assertThat(service.get(question).header("cache-control")).isEqualTo("public, max-age=60");
    assertThat(service.get(question + "&asOf=2018-03-01").header("cache-control"))
        .isEqualTo("public, max-age=86400");
  }

  @Test
  void plusInAQueryMayBeEncodedOrNot() {
    String question =
        "/v1/comparisons/regions?company=twitter&metric=revenue&period=2017-Q4&region=";
    assertThat(service.get(question + "US+JP").at("/question/region/0").textValue())
        .isEqualTo("US+JP");
    assertThat(service.get(question + "US%2BJP").at("/question/region/0").textValue())
        .isEqualTo("US+JP");
  }

  @Test
  void citationRepeatsTheQuestion() {
    Service.Reply first =
        service.get(
            "/v1/comparisons/regions?company=twitter&metric=revenue-per-user&period=2017Q4&region=JP,US+CA");
    String citation = first.at("/citation").textValue();
    assertThat(citation)
        .contains("period=2017-Q4")
        .contains("against=JP")
        .contains("asOf=2026-11-23");
    assertThat(service.get(citation).text()).isEqualTo(first.text());
  }
}
