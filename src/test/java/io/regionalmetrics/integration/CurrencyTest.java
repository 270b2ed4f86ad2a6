package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The article's figures in other currencies. The expected numbers were computed independently, with
 * fractions.
 */
class CurrencyTest {
  private static final String JAPAN = "company=twitter&region=JP&period=2017-Q4&asOf=2018-03-01";
  private static final String REVENUE = JAPAN + "&metric=revenue";
  private static final String GROWTH = "/v1/comparisons/growth?" + REVENUE;

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticleAndRates();
    take(
        DocumentBuilder.company("letter-2018-02-08", "2018-02-08")
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3)
            .level("revenue", "WORLD", "2016-Q4", "717206000", -3));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "average,    90029969.5451, 89605299.8774, 90454639.2128",
    "end,        88384891.1865, 87967981.3224, 88801801.0507",
    "2018-02-27, 86171855.9467, 85765384.9280, 86578326.9653",
    "1.2294,     86220920.7744, 85814218.3178, 86627623.2309",
  })
  void japansRevenueInEurosByEachRate(String fx, String value, String low, String high) {
    JsonNode figure = row(GROWTH + "&currency=EUR&fx=" + fx).get("value");
    assertThat(figure.get("value").decimalValue()).isEqualByComparingTo(value);
    assertThat(figure.get("low").decimalValue()).isEqualByComparingTo(low);
    assertThat(figure.get("high").decimalValue()).isEqualByComparingTo(high);
    assertThat(figure.get("unit").textValue()).isEqualTo("EUR");
  }

  @Test
  void rateThatConvertsNothingIsRefused() {
    Service.Reply refused = service.get(GROWTH + "&currency=USD&fx=2").expectStatus(422);
    assertThat(refused.at("/invalid_params/0/name").textValue()).isEqualTo("fx");
    assertThat(refused.at("/invalid_params/0/reason").textValue())
        .isEqualTo("2 converts nothing, because all figures are in USD already; leave fx out");
  }

  @Test
  void rateIsNotRefusedWhereThereIsNoFigure() {
    service
        .get(
            "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2011-Q4&currency=USD&fx=2")
        .expectStatus(200);
  }

  @Test
  void flowConvertsAtItsQuartersAverageByDefault() {
    JsonNode conversion = row(GROWTH + "&currency=EUR").at("/value/conversion");
    assertThat(conversion.get("rate").decimalValue()).isEqualByComparingTo("1.17738571429");
    assertThat(conversion.get("basis").textValue())
        .isEqualTo("average of 63 fixings, 2017-10-02 to 2017-12-29");
    assertThat(conversion.at("/unconverted/value").decimalValue())
        .isEqualByComparingTo("106000000");
    assertThat(conversion.at("/unconverted/unit").textValue()).isEqualTo("USD");
  }

  @Test
  void sourceOfTheRatesIsAmongTheSources() {
    JsonNode answer = service.get(GROWTH + "&currency=EUR").json();
    String id = answer.at("/rows/0/value/conversion/source").textValue();
    assertThat(answer.at("/sources/" + id + "/publisher").textValue())
        .isEqualTo("European Central Bank");
  }

  @Test
  void questionAndCitationShowCurrencyAndRate() {
    JsonNode answer = service.get(GROWTH + "&currency=EUR").json();
    assertThat(answer.at("/question/currency").textValue()).isEqualTo("EUR");
    assertThat(answer.at("/question/fx").textValue()).isEqualTo("average");
    assertThat(answer.get("citation").textValue()).contains("&currency=EUR&fx=average&asOf=");
    assertThat(service.get(answer.get("citation").textValue()).json()).isEqualTo(answer);
  }

  @Test
  void growthInBothCurrenciesIsShownSideBySide() {
    // 1.34 x 1.0789453125 / 1.17738571429 - 1, at least with 1.335, at most with 1.345.
    JsonNode row = row(GROWTH + "&currency=EUR");
    assertThat(row.at("/growth/value").decimalValue()).isEqualByComparingTo("22.7963530734");
    assertThat(row.at("/growth/low").decimalValue()).isEqualByComparingTo("22.3381577261");
    assertThat(row.at("/growth/high").decimalValue()).isEqualByComparingTo("23.2545484207");
    assertThat(row.at("/growthInReportingCurrency/value").decimalValue())
        .isEqualByComparingTo("34");
    assertThat(codes(service.get(GROWTH + "&currency=EUR"))).contains("exchange-rate-in-growth");
  }

  @Test
  void growthAtOneRateForBothQuartersIsThePublishedGrowth() {
    JsonNode row = row(GROWTH + "&currency=EUR&fx=2018-02-27");
    assertThat(row.at("/growth/value").decimalValue()).isEqualByComparingTo("34");
    assertThat(row.at("/growth/origin").textValue()).isEqualTo("reported");
    assertThat(row.has("growthInReportingCurrency")).isFalse();
  }

  @Test
  void sentenceNamesTheRateAndTheGrowthInTheReportingCurrency() {
    assertThat(service.get(GROWTH + "&currency=EUR").at("/sentence").textValue())
        .isEqualTo(
            "Twitter's revenue in Japan rose 22.8% to €90m in 2017-Q4, from an implied €73m a year earlier; in USD growth was 34%. Converted to EUR at each quarter's average rate.");
  }

  @Test
  void ownCurrencyIsNotConverted() {
    JsonNode row = row(GROWTH + "&currency=USD");
    assertThat(row.at("/value/value").decimalValue()).isEqualByComparingTo("106000000");
    assertThat(row.at("/value/origin").textValue()).isEqualTo("reported");
    assertThat(row.get("value").has("conversion")).isFalse();
  }

  @Test
  void amountPublishedInEurosIsAnAlternativeToTheConvertedOne() {
    assertThat(row(GROWTH + "&currency=EUR").at("/value/alternatives/0/value").decimalValue())
        .isEqualByComparingTo("86220000");
  }

  @Test
  void dayWithoutAFixingUsesTheLastFixingBeforeAndReportsIt() {
    Service.Reply reply = service.get(GROWTH + "&currency=EUR&fx=2018-02-25");
    assertThat(reply.at("/rows/0/value/conversion/basis").textValue())
        .isEqualTo("fixing of 2018-02-23, the last before 2018-02-25, which has none");
    assertThat(codes(reply)).contains("fixing-before");
  }

  @Test
  void dayFarFromAnyFixingHasNoRate() {
    assertThat(row(GROWTH + "&currency=EUR&fx=2017-06-30").at("/value/missing").textValue())
        .isEqualTo("no-rates");
  }

  @Test
  void averageOfAnUnfinishedQuarterIsProvisional() {
    String question = GROWTH.replace("asOf=2018-03-01", "asOf=2018-02-28");
    take(
        DocumentBuilder.press("early", "2018-02-27")
            .level("revenue", "GB", "2018-Q1", "1000000", 0));
    Service.Reply reply =
        service.get(
            question.replace("2017-Q4", "2018-Q1").replace("region=JP", "region=GB")
                + "&currency=EUR");
    assertThat(reply.at("/rows/0/value/conversion/basis").textValue())
        .isEqualTo("provisional average of 8 fixings, 2018-02-19 to 2018-02-28");
    assertThat(codes(reply)).contains("rates-provisional");
  }

  @Test
  void currencyWithoutReferenceRatesHasNoRates() {
    JsonNode row = row(GROWTH + "&currency=VND");
    assertThat(row.at("/value/missing").textValue()).isEqualTo("no-rates");
    assertThat(row.at("/value/message").textValue())
        .contains("No reference rate of VND in 2017-Q4");
  }

  @Test
  void checkInACurrencyWithoutRatesIsNotCheckable() {
    JsonNode row = row("/v1/comparisons/check?" + JAPAN + "&currency=VND");
    assertThat(row.at("/published/missing").textValue()).isEqualTo("no-rates");
    assertThat(row.get("verdict").textValue()).isEqualTo("not-checkable");
  }

  @Test
  void revisionsInACurrencyWithoutRatesReportMissingRates() {
    Service.Reply reply =
        service.get(
            "/v1/comparisons/revisions?company=twitter&region=JP&period=2017-Q4&metric=revenue&currency=VND");
    assertThat(reply.at("/rows/0/after/missing").textValue()).isEqualTo("no-rates");
    assertThat(reply.at("/sentence").textValue()).contains("No reference rate of VND in 2017-Q4");
  }

  @Test
  void shareWithinAQuarterIsTheSameInAnyCurrency() {
    String share = "/v1/comparisons/share?" + REVENUE;
    JsonNode euros = row(share + "&currency=EUR");
    JsonNode dollars = row(share);
    assertThat(euros.get("share")).isEqualTo(dollars.get("share"));
    assertThat(euros.at("/whole/unit").textValue()).isEqualTo("EUR");
  }

  @Test
  void contributionIsOfTheGrowthInTheAskedCurrency() {
    // (106 / 1.17738571429 - 79.1044776119 / 1.0789453125) / (717.206 / 1.0789453125).
    JsonNode row = row("/v1/comparisons/contribution?" + REVENUE + "&currency=EUR");
    assertThat(row.at("/contribution/value").decimalValue()).isEqualByComparingTo("2.51433144916");
    assertThat(row.at("/change/unit").textValue()).isEqualTo("EUR");
  }

  @Test
  void driversSplitTheChangeInTheAskedCurrency() {
    JsonNode row =
        row("/v1/comparisons/drivers?" + JAPAN + "&metric=revenue-per-user&currency=EUR");
    JsonNode drivers = row.get("drivers");
    assertThat(drivers.at("/0/factor/value").decimalValue()).isEqualByComparingTo("1.125");
    // 1.19111111111 x 1.0789453125 / 1.17738571429.
    assertThat(drivers.at("/1/factor/value").decimalValue()).isEqualByComparingTo("1.09152313843");
    assertThat(
            drivers
                .at("/0/effect/value")
                .decimalValue()
                .add(drivers.at("/1/effect/value").decimalValue())
                .subtract(row.at("/change/value").decimalValue())
                .abs())
        .isLessThan(java.math.BigDecimal.ONE);
  }

  @Test
  void revisionsConvertBothStatesAtOneRate() {
    JsonNode row =
        row(
            "/v1/comparisons/revisions?company=twitter&region=JP&period=2017-Q4&metric=revenue&currency=EUR");
    assertThat(row.at("/before/value").decimalValue()).isEqualByComparingTo("90029969.5451");
    assertThat(row.at("/change/value").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void seriesConvertsEachQuarterAtItsOwnRate() {
    String series =
        "/v1/series?company=twitter&region=WORLD&metric=revenue&startPeriod=2016-Q4&endPeriod=2017-Q4&transform=yoy,ttm&asOf=2018-03-01&currency=EUR";
    JsonNode rows = service.get(series).at("/rows");
    assertThat(rows.at("/0/value/conversion/rate").decimalValue())
        .isEqualByComparingTo("1.0789453125");
    assertThat(rows.at("/4/value/conversion/rate").decimalValue())
        .isEqualByComparingTo("1.17738571429");
    // 731.56 / 717.206 x 1.0789453125 / 1.17738571429 - 1.
    assertThat(rows.at("/4/yoy/value").decimalValue()).isEqualByComparingTo("-6.52688676264");
    assertThat(rows.at("/4/yoyInReportingCurrency/value").decimalValue())
        .isEqualByComparingTo("2.00137756795");
    assertThat(rows.at("/4/ttm/missing").textValue()).isEqualTo("no-observation");
  }

  @Test
  void stockOfMoneyIsConvertedAtItsQuartersEnd() {
    take(
        DocumentBuilder.press("cash", "2018-02-08")
            .with(
                """
                "metrics": [{"id": "cash", "name": "Cash", "kind": "stock", "dimension": "money", "unit": "USD"}]\
                """)
            .level("cash", "WORLD", "2017-Q4", "1638000000", -6));
    JsonNode answer =
        service
            .get(
                "/v1/comparisons/regions?company=twitter&region=WORLD&period=2017-Q4&metric=cash&asOf=2018-03-01&currency=EUR")
            .json();
    assertThat(answer.at("/question/fx").textValue()).isEqualTo("end");
    assertThat(answer.at("/rows/0/value/conversion/basis").textValue())
        .isEqualTo("fixing of 2017-12-29, the last of 2017-Q4");
    // 1638 / 1.1993.
    assertThat(answer.at("/rows/0/value/value").decimalValue())
        .isEqualByComparingTo("1365796714.75");
  }

  @Test
  void citationOfDriversOverAStockOfMoneyGivesTheSameAnswer() {
    take(
        DocumentBuilder.company("assets", "2018-02-08")
            .with(
                """
                "metrics": [{"id": "assets", "name": "Assets", "kind": "stock", "dimension": "money", "unit": "USD"},
                            {"id": "turnover", "name": "Revenue per dollar of assets", "kind": "ratio", "unit": "1",
                             "numerator": "revenue", "denominator": "assets"}]\
                """)
            .level("assets", "WORLD", "2017-Q4", "7412000000", -6)
            .level("assets", "WORLD", "2016-Q4", "6870000000", -6));
    JsonNode answer =
        service
            .get(
                "/v1/comparisons/drivers?company=twitter&region=WORLD&period=2017-Q4&metric=turnover&asOf=2018-03-01&currency=EUR")
            .json();
    assertThat(answer.at("/question").has("fx")).isFalse();
    assertThat(service.get(answer.get("citation").textValue()).json()).isEqualTo(answer);
    // 7412 / 1.1993 over 6870 / 1.0541.
    assertThat(answer.at("/rows/0/drivers/0/factor/value").decimalValue())
        .isEqualByComparingTo("0.948271401889");
    assertThat(answer.at("/sentence").textValue())
        .endsWith(
            "Converted to EUR at each quarter's average rate, stocks at the rate of its end.");
  }

  @Test
  void companyThatChangedItsCurrencyIsComparedInAThird() {
    take(
        DocumentBuilder.of("plum", "2018-02-20", "company", "Plum")
            .with("\"companies\": [{\"id\": \"plum\", \"name\": \"Plum\"}]")
            .observation(
                """
                {"company": "plum", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": 90000000, "decimals": "INF", "unit": "EUR"}\
                """)
            .observation(
                """
                {"company": "plum", "metric": "revenue", "region": "JP", "period": "2016-Q4", "value": 90000000, "decimals": "INF"}\
                """));
    String growth =
        "/v1/comparisons/growth?company=plum&region=JP&period=2017-Q4&metric=revenue&asOf=2018-03-01";
    assertThat(row(growth).at("/base/missing").textValue()).isEqualTo("unit-differs");
    JsonNode row = row(growth + "&currency=EUR");
    // 90 / (90 / 1.0789453125) - 1.
    assertThat(row.at("/growth/value").decimalValue()).isEqualByComparingTo("7.89453125");
    assertThat(row.has("growthInReportingCurrency")).isFalse();
  }

  @Test
  void oneRateForTwoCurrenciesIsRefused() {
    take(
        DocumentBuilder.of("quince", "2018-02-20", "company", "Quince")
            .with("\"companies\": [{\"id\": \"quince\", \"name\": \"Quince\"}]")
            .observation(
                """
                {"company": "quince", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": 90000000, "decimals": "INF", "unit": "GBP"}\
                """));
    Service.Reply reply =
        service
            .get(
                "/v1/comparisons/regions?company=twitter,quince&region=JP&period=2017-Q4&metric=revenue&currency=EUR&fx=1.2")
            .expectStatus(422);
    assertThat(reply.text()).contains("1.2 is one rate, but there are figures in GBP and in USD");
  }

  @Test
  void sdmxCsvIsNeverConverted() {
    service
        .get("/v1/series?company=twitter&region=JP&metric=revenue&currency=EUR&format=sdmx-csv")
        .expectStatus(422);
  }

  @Test
  void companiesThatReportInOtherCurrenciesBecomeComparable() {
    take(
        DocumentBuilder.of("pear", "2018-02-20", "company", "Pear")
            .with("\"companies\": [{\"id\": \"pear\", \"name\": \"Pear\"}]")
            .observation(
                """
                {"company": "pear", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": 90000000, "decimals": "INF", "unit": "EUR"}\
                """));
    String regions =
        "/v1/comparisons/regions?company=twitter,pear&region=JP&period=2017-Q4&metric=revenue&asOf=2018-03-01";
    service.get(regions).expectStatus(422);
    JsonNode rows = service.get(regions + "&currency=EUR").at("/rows");
    assertThat(rows.at("/0/rank").intValue()).isEqualTo(1);
    assertThat(rows.at("/1/value/value").decimalValue()).isEqualByComparingTo("90000000");
    assertThat(rows.at("/1/value").has("conversion")).isFalse();
    // 90 x 1.17738571429 / 106.
    assertThat(rows.at("/1/ratio/value").decimalValue()).isEqualByComparingTo("0.999667115903");
  }

  @Test
  void articlesEurosAreConsistentWithTheFixingsOfThreeDaysOnly() {
    JsonNode row = conversion();
    assertThat(row.at("/rate/value").decimalValue()).isEqualByComparingTo("1.22941312920");
    assertThat(row.at("/rate/low").decimalValue()).isEqualByComparingTo("1.22354305595");
    assertThat(row.at("/rate/high").decimalValue()).isEqualByComparingTo("1.23528388332");
    assertThat(row.at("/fits").valueStream().map(JsonNode::textValue))
        .containsExactly("fixing of 2018-02-27", "fixing of 2018-02-26", "fixing of 2018-02-23");
    assertThat(row.get("verdict").textValue()).isEqualTo("consistent");
  }

  @Test
  void checkNamesTheRatesThatDoNotFitAsWell() {
    assertThat(
            service
                .get("/v1/comparisons/check?" + REVENUE)
                .at("/findings")
                .findValuesAsText("message"))
        .anySatisfy(message ->
            assertThat(message)
                .contains(
                    "They do not fit the average of 63 fixings, 2017-10-02 to 2017-12-29 (1.1774)")
                .contains("the fixing of 2018-02-28 (1.2214)"));
  }

  @Test
  void checkInACurrencyConvertsAmountsAndKeepsItsVerdicts() {
    String check = "/v1/comparisons/check?" + JAPAN;
    JsonNode plain = service.get(check).at("/rows");
    JsonNode euros = service.get(check + "&currency=EUR").at("/rows");
    assertThat(euros.findValuesAsText("verdict")).isEqualTo(plain.findValuesAsText("verdict"));
    assertThat(euros.at("/0/published/unit").textValue()).isEqualTo("EUR/user");
    assertThat(euros.at("/0/published/conversion/unconverted/unit").textValue())
        .isEqualTo("USD/user");
  }

  @Test
  void contributionReportsTheExchangeRateEffectAndTheWholesGrowthInTheReportingCurrency() {
    Service.Reply reply = service.get("/v1/comparisons/contribution?" + REVENUE + "&currency=EUR");
    assertThat(codes(reply)).contains("exchange-rate-in-growth");
    assertThat(reply.at("/sentence").textValue())
        .isEqualTo(
            "Twitter's revenue worldwide fell 6.5% in 2017-Q4, compared with a year earlier: Japan added 2.5 points; in USD growth worldwide was 2.0%. Converted to EUR at each quarter's average rate.");
  }

  @Test
  void contributionAtOneRateHasNoExchangeRateEffect() {
    Service.Reply reply =
        service.get("/v1/comparisons/contribution?" + REVENUE + "&currency=EUR&fx=2018-02-27");
    assertThat(codes(reply)).doesNotContain("exchange-rate-in-growth");
  }

  @Test
  void driversReportTheExchangeRateEffect() {
    assertThat(
            codes(
                service.get(
                    "/v1/comparisons/drivers?" + JAPAN + "&metric=revenue-per-user&currency=EUR")))
        .contains("exchange-rate-in-growth");
  }

  @Test
  void indexReportsTheExchangeRateEffectExceptInItsBaseQuarter() {
    String series =
        "/v1/series?company=twitter&region=WORLD&metric=revenue&startPeriod=2016-Q4&endPeriod=2017-Q4&asOf=2018-03-01&currency=EUR";
    assertThat(codes(service.get(series))).doesNotContain("exchange-rate-in-growth");
    JsonNode findings = service.get(series + "&transform=index").at("/findings");
    assertThat(
            findings
                .valueStream()
                .filter(one -> one.get("code").textValue().equals("exchange-rate-in-growth"))
                .map(one -> one.get("rows").toString()))
        .containsExactly("[4]");
  }

  @Test
  void growthWithoutLevelsNamesTheOriginalGrowthAndTheRates() {
    take(
        DocumentBuilder.of("fig", "2018-02-20", "company", "Fig")
            .with("\"companies\": [{\"id\": \"fig\", \"name\": \"Fig\"}]")
            .observation(
                """
                {"company": "fig", "metric": "revenue", "region": "JP", "period": "2017-Q4", "measure": "yoy", "value": 17, "decimals": 0}\
                """));
    // 1.17 x 1.0789453125 / 1.17738571429 - 1.
    assertThat(
            service
                .get(
                    "/v1/comparisons/growth?company=fig&region=JP&period=2017-Q4&metric=revenue&asOf=2018-03-01&currency=EUR")
                .at("/sentence")
                .textValue())
        .isEqualTo(
            "Fig's revenue in Japan rose 7.2% in 2017-Q4, compared with 2016-Q4; in USD growth was 17%. Converted to EUR at each quarter's average rate.");
  }

  @Test
  void growthAcrossAChangeOfCurrencyIsCheckedInTheRequestedCurrency() {
    // 90m x 1.17738571429 / 88.28m is 1.2003; 1.1 x 1.17738571429 / 1.0789453125 is 1.2004.
    take(changedToEuros("kiwi", "10"));
    assertThat(codes(service.get(growthInDollars("kiwi")))).doesNotContain("growth-disagrees");
  }

  @Test
  void growthAcrossAChangeOfCurrencyThatDoesNotMeetItsLevelsDisagrees() {
    take(changedToEuros("lemon", "30"));
    assertThat(service.get(growthInDollars("lemon")).at("/findings").findValuesAsText("message"))
        .anySatisfy(message ->
            assertThat(message)
                .startsWith(
                    "The published growth, converted, is 41.9%, but the levels give 20.0%"));
  }

  private static DocumentBuilder changedToEuros(String company, String yoy) {
    return DocumentBuilder.of(company, "2018-02-20", "company", company)
        .with("\"companies\": [{\"id\": \"%1$s\", \"name\": \"%1$s\"}]".formatted(company))
        .observation(
            """
            {"company": "%s", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": 90000000, "decimals": -4, "unit": "EUR"}\
            """
                .formatted(company))
        .observation(
            """
            {"company": "%s", "metric": "revenue", "region": "JP", "period": "2017-Q4", "measure": "yoy", "value": %s, "decimals": 0, "unit": "EUR"}\
            """
                .formatted(company, yoy))
        .observation(
            """
            {"company": "%s", "metric": "revenue", "region": "JP", "period": "2016-Q4", "value": 88280000, "decimals": -4}\
            """
                .formatted(company));
  }

  private static String growthInDollars(String company) {
    return "/v1/comparisons/growth?company=%s&region=JP&period=2017-Q4&metric=revenue&asOf=2018-03-01&currency=USD"
        .formatted(company);
  }

  @Test
  void dayWhoseFixingIsNotYetPublishedUsesTheOneBeforeProvisionally() {
    Service.Reply reply =
        service.get(
            GROWTH.replace("asOf=2018-03-01", "asOf=2018-03-05") + "&currency=EUR&fx=2018-03-05");
    assertThat(reply.at("/rows/0/value/conversion/basis").textValue())
        .isEqualTo(
            "fixing of 2018-03-01, the last up to 2018-03-05; the fixing of 2018-03-05 isn't known here yet");
    assertThat(codes(reply)).contains("rates-provisional").doesNotContain("fixing-before");
    assertThat(reply.at("/sentence").textValue())
        .endsWith("Converted to EUR at the last rate up to 2018-03-05.");
  }

  @Test
  void holidayAfterADayWithoutAFixingYetIsProvisionalToo() {
    // 3 March 2018 is a Saturday, and the last fixing that is known is of Thursday.
    Service.Reply reply =
        service.get(
            GROWTH.replace("asOf=2018-03-01", "asOf=2018-03-05") + "&currency=EUR&fx=2018-03-03");
    assertThat(reply.at("/rows/0/value/conversion/basis").textValue())
        .isEqualTo(
            "fixing of 2018-03-01, the last up to 2018-03-03; the fixing of 2018-03-02 isn't known here yet");
    assertThat(codes(reply)).contains("rates-provisional");
  }

  @Test
  void sentenceNamesTheLastRateBeforeADayWithoutOne() {
    assertThat(service.get(GROWTH + "&currency=EUR&fx=2018-02-25").at("/sentence").textValue())
        .endsWith("Converted to EUR at the last rate up to 2018-02-25.");
    assertThat(service.get(GROWTH + "&currency=EUR&fx=2018-02-27").at("/sentence").textValue())
        .endsWith("Converted to EUR at the rate of 2018-02-27.");
  }

  @Test
  void checkOfRatesConvertsNothing() {
    assertThat(
            service
                .get("/v1/comparisons/check?" + REVENUE + "&currency=EUR")
                .at("/sentence")
                .textValue())
        .doesNotContain("Converted");
  }

  @Test
  void fixedRateIsAcceptedWhenACheckOnlyComparesRates() {
    take(
        DocumentBuilder.of("rowan", "2018-02-20", "company", "Rowan")
            .with("\"companies\": [{\"id\": \"rowan\", \"name\": \"Rowan\"}]")
            .observation(rowansPounds("90000000")));
    take(DocumentBuilder.press("of-rowan", "2018-02-21").observation(rowansPounds("91000000")));
    Service.Reply reply =
        service
            .get(
                "/v1/comparisons/check?company=twitter,rowan&region=JP&period=2017-Q4&metric=revenue&asOf=2018-03-01&currency=USD&fx=0.8")
            .expectStatus(200);
    assertThat(reply.at("/sentence").textValue()).endsWith("Converted to USD at 0.8.");
  }

  private static String rowansPounds(String value) {
    return """
    {"company": "rowan", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": %s, "decimals": -6, "unit": "GBP"}\
    """
        .formatted(value);
  }

  @Test
  void csvNamesTheSourceOfTheRate() {
    assertThat(service.get(GROWTH + "&currency=EUR&format=csv").text())
        .contains(
            "converted from 106000000 USD at 1.17738571429 (average of 63 fixings, 2017-10-02 to 2017-12-29; ecb-reference-rates)");
    assertThat(service.get(GROWTH + "&currency=EUR&fx=1.2294&format=csv").text())
        .contains("converted from 106000000 USD at 1.2294 (as asked)");
  }

  @Test
  void amountPublishedInTheRequestedCurrencyTakesPrecedenceOverAnImpliedOne() {
    take(
        DocumentBuilder.of("mango", "2018-02-20", "company", "Mango")
            .with("\"companies\": [{\"id\": \"mango\", \"name\": \"Mango\"}]")
            .observation(
                """
                {"company": "mango", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": 106000000, "decimals": -6}\
                """)
            .observation(
                """
                {"company": "mango", "metric": "revenue", "region": "JP", "period": "2017-Q4", "measure": "yoy", "value": 34, "decimals": 0}\
                """)
            .observation(
                """
                {"company": "mango", "metric": "revenue", "region": "JP", "period": "2016-Q4", "value": 73000000, "decimals": -6, "unit": "EUR"}\
                """));
    String growth =
        "/v1/comparisons/growth?company=mango&region=JP&period=2017-Q4&metric=revenue&asOf=2018-03-01";
    Service.Reply euros = service.get(growth + "&currency=EUR");
    assertThat(euros.at("/rows/0/base/value").decimalValue()).isEqualByComparingTo("73000000");
    assertThat(euros.at("/rows/0/base/origin").textValue()).isEqualTo("reported");
    assertThat(codes(euros)).doesNotContain("base-implied", "growth-disagrees");
    // 90,029,969.5451 - 73,000,000.
    assertThat(euros.at("/rows/0/change/value").decimalValue())
        .isEqualByComparingTo("17029969.5451");
    assertThat(row(growth + "&currency=USD").at("/base/origin").textValue()).isEqualTo("implied");
  }

  private static void take(DocumentBuilder document) {
    Service.Reply reply = service.post(document.json()).expectStatus(200);
  }

  private static JsonNode conversion() {
    for (JsonNode row : service.get("/v1/comparisons/check?" + REVENUE).at("/rows")) {
      if (row.get("relation").textValue().equals("conversion")) {
        return row;
      }
    }
    throw new AssertionError("no conversion");
  }

  private static JsonNode row(String question) {
    Service.Reply reply = service.get(question).expectStatus(200);
    return reply.at("/rows/0");
  }

  private static List<String> codes(Service.Reply reply) {
    return reply.at("/findings").findValuesAsText("code");
  }
}
