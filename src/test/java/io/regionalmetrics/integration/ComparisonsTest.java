package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.assertFigure;
import static io.regionalmetrics.integration.AnswerAssertions.findings;
import static io.regionalmetrics.integration.AnswerAssertions.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shares, contributions, drivers, revisions and checks, to the digit, as calculated by hand. */
class ComparisonsTest {
  private final Service service = Service.fresh();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void shareIsAPartOfTheWholeInPercent() {
    take(
        company()
            .level("revenue", "JP", "2017-Q4", "106000000", -6)
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3));
    JsonNode answer = ask("share?metric=revenue&region=JP&period=2017-Q4");
    JsonNode row = answer.at("/rows/0");
    // 105.5 / 731.5605 and 106.5 / 731.5595
    assertFigure(
        row.get("share"), "14.4895839029", "14.4212269525", "14.5579409468", "%", "derived");
    assertThat(row.at("/whole/value").asText()).isEqualTo("731560000");
    assertThat(row.has("change")).isFalse();
    assertThat(answer.has("remainder")).isFalse();
    assertThat(answer.at("/question/whole").asText()).isEqualTo("WORLD");
    assertThat(answer.at("/sentence").asText())
        .isEqualTo(
            "In 2017-Q4, 14.5% of Twitter's revenue worldwide was in Japan ($106m of $732m).");
  }

  @Test
  void shareChangesByPoints() {
    take(
        company()
            .level("users", "JP", "2017-Q4", "45", 0)
            .level("users", "WORLD", "2017-Q4", "330", 0)
            .level("users", "JP", "2016-Q4", "40", 0)
            .level("users", "WORLD", "2016-Q4", "318", 0));
    JsonNode answer = ask("share?metric=users&region=JP&period=2017-Q4&base=yoy");
    JsonNode change = answer.at("/rows/0/change");
    // 45 / 330 - 40 / 318; at least 44.5 / 330.5 - 40.5 / 317.5, at most 45.5 / 329.5 - 39.5 /
    // 318.5.
    assertFigure(change, "1.05774728416", "0.708542294542", "1.40691738351", "pp", "derived");
    assertThat(change.at("/operands/0/period").asText()).isEqualTo("2016-Q4");
    assertThat(change.at("/operands/1/region").asText()).isEqualTo("WORLD");
    assertThat(answer.at("/sentence").asText())
        .isEqualTo(
            "In 2017-Q4, 13.6% of Twitter's monthly active users worldwide were in Japan (45 of 330), 1.1 points more than a year earlier.");
  }

  @Test
  void allPartsAreListedLargestFirstWithTheRemainder() {
    take(
        company()
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("revenue", "US", "2017-Q4", "406000000", -6)
            .level("revenue", "INTERNATIONAL", "2017-Q4", "325000000", -6)
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3));
    JsonNode answer = ask("share?metric=revenue&region=*&period=2017-Q4");
    assertThat(regions(answer)).containsExactly("US", "INTERNATIONAL");
    // 731,560,000 +- 500 - 406m +- 0.5m - 325m +- 0.5m
    assertFigure(answer.at("/remainder/value"), "560000", "-440500", "1560500", "USD", "derived");
    assertThat(answer.at("/remainder/share/value").asText()).isEqualTo("0.0765487451474");
    assertThat(findings(answer)).isEmpty();
    assertThat(service.get(answer.at("/citation").asText()).json()).isEqualTo(answer);
  }

  @Test
  void computedResidualLeavesNoRemainder() {
    take(
        company()
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("revenue", "US", "2017-Q4", "406000000", -6)
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3));
    JsonNode answer = ask("share?metric=revenue&region=*&period=2017-Q4");
    assertFigure(answer.at("/remainder/value"), "0", "0", "0", "USD", "derived");
  }

  @Test
  void remainderIsMissingIfAPartIsMissing() {
    take(
        company()
            .region("EUROPE", "\"members\": [\"FR\", \"DE\"]")
            .level("users", "FR", "2017-Q4", "5", 0)
            .level("users", "EUROPE", "2017-Q4", "11", 0));
    take(DocumentBuilder.company("later", "2018-02-09").level("users", "DE", "2017-Q3", "6", 0));
    JsonNode answer = ask("share?metric=users&region=*&whole=EUROPE&period=2017-Q4");
    // Germany is the rest of Europe, so nothing is missing.
    assertThat(answer.at("/rows/0/region").asText()).isEqualTo("DE");
    JsonNode before = ask("share?metric=users&region=*&whole=EUROPE&period=2017-Q3");
    assertThat(before.at("/remainder/value/missing").asText()).isEqualTo("no-observation");
  }

  @Test
  void partIsTheSameNumberInItsWhole() {
    take(
        company()
            .level("users", "US", "2017-Q4", "68", 0)
            .level("users", "CA", "2017-Q4", "10", 0));
    JsonNode row = ask("share?metric=users&region=US&whole=US%2BCA&period=2017-Q4").at("/rows/0");
    // 67.5 / (67.5 + 10.5) and 68.5 / (68.5 + 9.5)
    assertFigure(
        row.get("share"), "87.1794871795", "86.5384615384", "87.8205128206", "%", "derived");
  }

  @Test
  void shareOfTheWholeInItselfIsExactly100Percent() {
    take(company().level("users", "WORLD", "2017-Q4", "330", 0));
    assertFigure(
        ask("share?metric=users&region=WORLD&period=2017-Q4").at("/rows/0/share"),
        "100",
        "100",
        "100",
        "%",
        "derived");
  }

  @Test
  void regionsThatShareMembersAreFlagged() {
    take(
        company()
            .region("UCAN", "\"members\": [\"US\", \"CA\"]")
            .level("users", "US", "2017-Q4", "68", 0)
            .level("users", "UCAN", "2017-Q4", "78", 0)
            .level("users", "WORLD", "2017-Q4", "330", 0));
    JsonNode answer = ask("share?metric=users&region=*&period=2017-Q4");
    assertThat(findings(answer)).containsExactly("regions-overlap");
    assertThat(message(answer, "regions-overlap")).contains("UCAN and US share US");
    assertThat(answer.has("remainder")).isFalse();
  }

  @Test
  void opaqueRegionMayOverlapOtherPartsOrLieOutsideTheWhole() {
    take(
        company()
            .with(
                "\"regions\": [{\"id\": \"APAC\", \"company\": \"twitter\", \"name\": \"Asia-Pacific\"}, {\"id\": \"UCAN\", \"company\": \"twitter\", \"name\": \"UCAN\", \"members\": [\"US\", \"CA\"]}]")
            .level("users", "APAC", "2017-Q4", "68", 0)
            .level("users", "JP", "2017-Q4", "45", 0)
            .level("users", "WORLD", "2017-Q4", "330", 0));
    assertThat(findings(ask("share?metric=users&region=JP&whole=APAC&period=2017-Q4")))
        .containsExactly("overlap-unknown");
    assertThat(findings(ask("share?metric=users&region=*&period=2017-Q4")))
        .containsExactly("overlap-unknown");
  }

  @Test
  void contributionIsInPointsOfTheWholesGrowth() {
    take(
        company()
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("revenue", "INTERNATIONAL", "2016-Q4", "277000000", -6)
            .growth("revenue", "INTERNATIONAL", "2017-Q4", "yoy", "17")
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3)
            .level("revenue", "WORLD", "2016-Q4", "717206000", -3));
    JsonNode answer =
        ask("contribution?metric=revenue&region=INTERNATIONAL,WORLD&period=2017-Q4&base=2016-Q4");
    assertFigure(
        answer.at("/rows/0/value"), "324090000", "322122500", "326062500", "USD", "implied");
    assertFigure(
        answer.at("/rows/0/contribution"),
        "6.56575656088",
        "6.36113866787",
        "6.77107188944",
        "pp",
        "derived");
    assertFigure(
        answer.at("/rows/1/contribution"),
        "2.00137756795",
        "2.00123674283",
        "2.00151839327",
        "pp",
        "derived");
    assertThat(findings(answer)).contains("value-implied", "regions-overlap");
    assertThat(answer.at("/sentence").asText())
        .startsWith(
            "Twitter's revenue worldwide rose 2.0% in 2017-Q4, compared with a year earlier: regions outside the United States added 6.6 points and the world 2.00.");
  }

  @Test
  void contributionsOfAllPartsAddUpToTheWholesGrowth() {
    take(
        company()
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("revenue", "US", "2017-Q4", "406", 0)
            .level("revenue", "US", "2016-Q4", "440", 0)
            .level("revenue", "WORLD", "2017-Q4", "732", 0)
            .level("revenue", "WORLD", "2016-Q4", "717", 0));
    JsonNode answer = ask("contribution?metric=revenue&region=*&period=2017-Q4");
    assertThat(regions(answer)).containsExactly("INTERNATIONAL", "US");
    assertThat(answer.at("/remainder/contribution/value").asText()).isEqualTo("0");
    assertThat(
            answer
                .at("/rows/0/contribution/value")
                .decimalValue()
                .add(answer.at("/rows/1/contribution/value").decimalValue())
                .doubleValue())
        .isCloseTo(15 / 7.17, within(1e-9));
    assertThat(answer.at("/sentence").asText())
        .isEqualTo(
            "Twitter's revenue worldwide rose 2.1% in 2017-Q4, compared with a year earlier: regions outside the United States added 6.8 points and the United States took away 4.7 points.");
  }

  @Test
  void driversOfTheArticleAreUsersAndRevenuePerUser() {
    take(
        company()
            .level("revenue", "JP", "2017-Q4", "106000000", -6)
            .growth("revenue", "JP", "2017-Q4", "yoy", "34")
            .level("users", "JP", "2017-Q4", "45000000", -6)
            .level("users", "JP", "2016-Q4", "40000000", -6));
    JsonNode answer = ask("drivers?metric=revenue-per-user&region=JP&period=2017-Q4&base=2016-Q4");
    JsonNode row = answer.at("/rows/0");
    assertFigure(
        row.get("change"), "26895522.3881", "26473782.7715", "27317843.8662", "USD", "derived");
    assertThat(row.at("/drivers/0/metric").asText()).isEqualTo("users");
    assertFigure(
        row.at("/drivers/0/factor"), "1.125", "1.09876543209", "1.15189873418", "1", "derived");
    assertThat(row.at("/drivers/1/metric").asText()).isEqualTo("revenue-per-user");
    double users = row.at("/drivers/0/effect/value").asDouble();
    double perUser = row.at("/drivers/1/effect/value").asDouble();
    assertThat(users).isCloseTo(10_823_900, within(100.0));
    assertThat(perUser).isCloseTo(16_071_600, within(100.0));
    assertThat(users + perUser).isCloseTo(26_895_522.3881, within(1e-3));
    // Users: L is least at 105.5 / 1.335..1.345, ln of 44.5 / 40.5 and of 45.5 / 39.5.
    double least = 105.5e6 * (0.345 / 1.345) / Math.log(1.345) * Math.log(44.5 / 40.5);
    double most = 106.5e6 * (0.335 / 1.335) / Math.log(1.335) * Math.log(45.5 / 39.5);
    assertThat(row.at("/drivers/0/effect/low").asDouble()).isCloseTo(least, within(1e-3));
    assertThat(row.at("/drivers/0/effect/high").asDouble()).isCloseTo(most, within(1e-3));
    assertThat(findings(answer)).containsExactly("base-implied");
    assertThat(answer.at("/sentence").asText())
        .isEqualTo(
            "Twitter's revenue in Japan rose by $27m to $106m in 2017-Q4, compared with a year earlier: monthly active users added $11m (x1.1), revenue per user added $16m (x1.2).");
  }

  @Test
  void driversAtZeroOrAChangeOfSignFollowTheLiterature() {
    take(
        company()
            .level("revenue", "JP", "2017-Q4", "9", 0)
            .level("revenue", "JP", "2016-Q4", "0", 0)
            .level("users", "JP", "2017-Q4", "3", 0)
            .level("users", "JP", "2016-Q4", "2", 0));
    JsonNode drivers =
        ask("drivers?metric=revenue-per-user&region=JP&period=2017-Q4").at("/rows/0/drivers");
    assertThat(drivers.at("/0/effect/value").asText()).isEqualTo("0");
    assertThat(drivers.at("/1/effect/value").asText()).isEqualTo("9");
    assertThat(drivers.at("/1/factor/missing").asText()).isEqualTo("denominator-zero");
  }

  @Test
  void missingDriversGiveTheReason() {
    take(company().level("revenue", "JP", "2017-Q4", "9", 0));
    JsonNode answer = ask("drivers?metric=revenue-per-user&region=JP&period=2017-Q4");
    assertThat(answer.at("/rows/0/drivers/0/effect/missing").asText()).isEqualTo("no-observation");
    assertThat(answer.at("/rows/0/change/missing").asText()).isEqualTo("no-observation");
  }

  @Test
  void netflixsRevenuePerMembershipIsMonthlyOverTheAverage() {
    takeNetflix();
    JsonNode row = askNetflix("regions?metric=arm&region=UCAN&period=2023-Q3").at("/rows/0");
    // 3,735,133,000 / ((75,571,000 + 77,321,000) / 2) / 3, each to the thousand
    assertThat(row.at("/value/value").asText()).startsWith("16.28");
    assertThat(row.at("/value/operands").size()).isEqualTo(3);
    JsonNode check = askNetflix("check?metric=arm&region=UCAN&period=2023-Q4").at("/rows/0");
    assertThat(check.get("verdict").asText()).isEqualTo("consistent");
    JsonNode drivers =
        askNetflix("drivers?metric=arm&region=UCAN&period=2023-Q4&base=qoq").at("/rows/0");
    assertThat(drivers.at("/drivers/0/factor/value").asDouble())
        .isCloseTo((80.128 + 77.321) / (77.321 + 75.571), within(1e-9));
    assertThat(
            drivers.at("/drivers/0/effect/value").asDouble()
                + drivers.at("/drivers/1/effect/value").asDouble())
        .isCloseTo(3_930_557_000.0 - 3_735_133_000.0, within(1.0));
  }

  @Test
  void ratioOfARegionExpressionDividesSumsByAveragesOfSums() {
    takeNetflix();
    take(
        DocumentBuilder.company("more", "2024-02-01")
            .observation(netflix("revenue", "LATAM", "2023-Q4", "1156023000"))
            .observation(netflix("memberships", "LATAM", "2023-Q4", "45997000"))
            .observation(netflix("memberships", "LATAM", "2023-Q3", "43645000")));
    assertThat(
            askNetflix("regions?metric=arm&region=UCAN%2BLATAM&period=2023-Q4")
                .at("/rows/0/value/value")
                .asDouble())
        .isCloseTo(
            (3930.557 + 1156.023) / ((80.128 + 45.997 + 77.321 + 43.645) / 2) / 3, within(1e-9));
  }

  private void takeNetflix() {
    take(
        DocumentBuilder.company("letter", "2024-01-23")
            .with(
                """
                "companies": [{"id": "netflix", "name": "Netflix"}],
                "metrics": [{"id": "revenue", "name": "Revenue", "kind": "flow", "unit": "USD", "dimension": "money"},
                            {"id": "memberships", "name": "Paid memberships", "kind": "stock", "unit": "memberships"},
                            {"id": "arm", "name": "Revenue per membership", "kind": "ratio", "unit": "USD/membership",
                             "numerator": "revenue", "denominator": "memberships", "basis": "average", "per": "month"}],
                "regions": [{"id": "UCAN", "company": "netflix", "name": "United States and Canada", "members": ["US", "CA"]},
                            {"id": "LATAM", "company": "netflix", "name": "Latin America"}]\
                """)
            .observation(netflix("revenue", "UCAN", "2023-Q4", "3930557000"))
            .observation(netflix("revenue", "UCAN", "2023-Q3", "3735133000"))
            .observation(netflix("memberships", "UCAN", "2023-Q4", "80128000"))
            .observation(netflix("memberships", "UCAN", "2023-Q3", "77321000"))
            .observation(netflix("memberships", "UCAN", "2023-Q2", "75571000"))
            .observation(
                """
                {"company": "netflix", "metric": "arm", "region": "UCAN", "period": "2023-Q4", "value": 16.64, "decimals": 2}\
                """));
  }

  private static String netflix(String metric, String region, String period, String value) {
    return """
    {"company": "netflix", "metric": "%s", "region": "%s", "period": "%s", "value": %s, "decimals": -3}\
    """
        .formatted(metric, region, period, value);
  }

  private JsonNode askNetflix(String question) {
    Service.Reply reply =
        service.get("/v1/comparisons/" + question + "&company=netflix").expectStatus(200);
    return reply.json();
  }

  @Test
  void revisionsShowRestatementsAndTheirConsequences() {
    take(
        company()
            .level("users", "WORLD", "2016-Q4", "319000000", -6)
            .level("users", "WORLD", "2015-Q4", "305000000", -6));
    take(
        DocumentBuilder.company("q3-2017", "2018-10-26")
            .level("users", "WORLD", "2015-Q4", "305000000", -6)
            .level("users", "WORLD", "2016-Q4", "318000000", -6));
    JsonNode answer = ask("revisions?metric=users&region=WORLD&period=2016-Q4");
    assertFigure(
        answer.at("/rows/0/before"), "319000000", "318500000", "319500000", "users", "reported");
    assertFigure(
        answer.at("/rows/0/after"), "318000000", "317500000", "318500000", "users", "reported");
    assertFigure(answer.at("/rows/0/change"), "-1000000", "-2000000", "0", "users", "derived");
    assertThat(answer.at("/question/from").asText()).isEqualTo("2018-02-08");
    assertThat(answer.at("/conclusions/0/code").asText()).isEqualTo("growth-differs");
    assertThat(answer.at("/conclusions/0/message").asText())
        .isEqualTo("The growth of users of WORLD from 2015-Q4 to 2016-Q4 is 4.3%, not 4.6%.");
    assertThat(answer.at("/sources/q3-2017/published").asText()).isEqualTo("2018-10-26");
    assertThat(answer.at("/sentence").asText())
        .isEqualTo(
            "Twitter's monthly active users worldwide in 2016-Q4 were 319m as known on 2018-02-08, and are 318m as known on 2026-11-23.");
    assertThat(service.get(answer.at("/citation").asText()).json()).isEqualTo(answer);
  }

  @Test
  void revisedGrowthsAreShownWithEnoughDigitsToDiffer() {
    take(
        company()
            .level("users", "WORLD", "2016-Q4", "319000000", -6)
            .level("users", "WORLD", "2017-Q1", "328000000", -6));
    take(
        DocumentBuilder.company("later", "2018-05-01")
            .level("users", "WORLD", "2016-Q4", "318900000", -5));
    assertThat(
            ask("revisions?metric=users&region=WORLD&period=2016-Q4")
                .at("/conclusions/0/message")
                .asText())
        .isEqualTo("The growth of users of WORLD from 2016-Q4 to 2017-Q1 is 2.9%, not 2.8%.");
    take(
        DocumentBuilder.company("latest", "2018-05-02")
            .level("users", "WORLD", "2017-Q1", "328000000", -6)
            .level("users", "WORLD", "2016-Q4", "319010000", -4));
    assertThat(
            ask("revisions?metric=users&region=WORLD&period=2016-Q4")
                .at("/conclusions/0/message")
                .asText())
        .endsWith("is 2.81809347669%, not 2.82131661442%.");
  }

  @Test
  void revisionsShowChangedSignsAndRanks() {
    take(
        company()
            .level("users", "US", "2017-Q3", "69", 0)
            .level("users", "US", "2017-Q4", "70", 0)
            .level("users", "JP", "2017-Q4", "69", 0));
    take(
        DocumentBuilder.company("later", "2018-05-01")
            .level("users", "US", "2017-Q3", "69", 0)
            .level("users", "US", "2017-Q4", "68", 0));
    JsonNode answer = ask("revisions?metric=users&region=US,JP&period=2017-Q4");
    assertThat(answer.get("conclusions").findValuesAsText("code"))
        .containsExactly("sign-differs", "rank-differs", "rank-differs");
    assertThat(answer.at("/conclusions/1/before").asInt()).isEqualTo(1);
    assertThat(answer.at("/conclusions/1/after").asInt()).isEqualTo(2);
  }

  @Test
  void trailingZerosAreNoRevision() {
    take(
        DocumentBuilder.press("paper", "2018-02-01")
            .defined()
            .observation(
                """
                {"company": "twitter", "metric": "users", "region": "US", "period": "2017-Q4", "value": 70.0, "decimals": -1}\
                """));
    take(company().level("users", "US", "2017-Q4", "70", -1));
    assertThat(ask("revisions?metric=users&region=US&period=2017-Q4").at("/sentence").asText())
        .isEqualTo(
            "Twitter's monthly active users in the United States in 2017-Q4 were 70.0 as known on 2018-02-01; on 2026-11-23 that was unchanged.");
  }

  @Test
  void negativeSumIsInconsistentWithAPublishedFigure() {
    take(
        company()
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("users", "US", "2017-Q4", "68", 0)
            .level("users", "INTERNATIONAL", "2017-Q4", "20", 0)
            .level("users", "WORLD", "2017-Q4", "33", 0));
    JsonNode row = ask("check?metric=users&region=INTERNATIONAL&period=2017-Q4").at("/rows/0");
    assertFigure(row.get("computed"), "-35", "-36", "-34", "users", "derived");
    assertFigure(row.get("difference"), "55", "53.5", "56.5", "users", "derived");
    assertThat(row.get("verdict").asText()).isEqualTo("inconsistent");
  }

  @Test
  void checkComparesSumsGrowthsConversionsAndSources() {
    take(
        company()
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("revenue", "US", "2017-Q4", "406000000", -6)
            .level("revenue", "INTERNATIONAL", "2017-Q4", "330000000", -6)
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3)
            .level("revenue", "WORLD", "2016-Q4", "717206000", -3)
            .growth("revenue", "WORLD", "2017-Q4", "yoy", "2"));
    take(
        DocumentBuilder.press("paper", "2018-03-01")
            .level("revenue", "US", "2017-Q4", "410000000", -6)
            .observation(
                """
                {"company": "twitter", "metric": "revenue", "region": "US", "period": "2017-Q4", "value": 330000000, "decimals": -6, "unit": "EUR"}\
                """));
    JsonNode answer = ask("check?metric=revenue&period=2017-Q4");
    assertThat(answer.get("rows").findValuesAsText("relation"))
        .containsExactly("sum", "growth", "conversion", "sources");
    assertThat(answer.get("rows").findValuesAsText("verdict"))
        .containsExactly("inconsistent", "consistent", "not-checkable", "inconsistent");
    assertFigure(
        answer.at("/rows/0/difference"), "4440000", "3439500", "5440500", "USD", "derived");
    assertThat(answer.at("/rows/1/difference/unit").asText()).isEqualTo("pp");
    assertThat(answer.at("/rows/2/computed/missing").asText()).isEqualTo("no-rates");
    assertThat(answer.at("/rows/3/computed/sources/0").asText()).isEqualTo("paper");
    assertThat(answer.at("/sentence").asText())
        .isEqualTo(
            "Of 4 relations between figures, 1 is consistent, 2 are inconsistent, 1 can't be checked. Inconsistent: Twitter's revenue outside the United States in 2017-Q4 (sum: $4.4m above computed) and Twitter's revenue in the United States in 2017-Q4 (sources: $4m below computed).");
  }

  @Test
  void wholeIsCheckedAgainstItsPartsEvenIfOnlyItIsRequested() {
    take(
        company()
            .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
            .level("users", "US", "2017-Q4", "68", 0)
            .level("users", "INTERNATIONAL", "2017-Q4", "262", 0)
            .level("users", "WORLD", "2017-Q4", "330", 0));
    JsonNode row = ask("check?metric=users&region=WORLD&period=2017-Q4").at("/rows/0");
    assertThat(row.get("relation").asText()).isEqualTo("sum");
    assertFigure(row.get("computed"), "330", "329", "331", "users", "derived");
    assertThat(row.get("verdict").asText()).isEqualTo("consistent");
  }

  private static List<String> regions(JsonNode answer) {
    List<String> regions = new ArrayList<>();
    answer.get("rows").forEach(row -> regions.add(row.get("region").asText()));
    return regions;
  }

  private static DocumentBuilder company() {
    return DocumentBuilder.company("letter", "2018-02-08").defined();
  }

  private void take(DocumentBuilder document) {
    Service.Reply reply = service.post(document.json()).expectStatus(200);
  }

  private JsonNode ask(String question) {
    Service.Reply reply =
        service.get("/v1/comparisons/" + question + "&company=twitter").expectStatus(200);
    return reply.json();
  }
}
