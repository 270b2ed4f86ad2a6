package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A series as a table of periods and regions, and series too long for a single page. */
class WideCsvTest {
  private static final String SERIES = "/v1/series?company=twitter&metric=revenue";

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.fresh();
    TwitterData.load(service);
    service.withDocument(
        """
        {"source": {"id": "annual", "title": "Annual report", "publisher": "Other", "published": "2018-03-01", "kind": "company"},
         "companies": [{"id": "other", "name": "Other", "fiscalYearEnd": "12-31"}],
         "observations": [
           {"company": "other", "metric": "revenue", "region": "US", "period": "2017-Q4", "value": 5, "decimals": 0, "unit": "EUR"}]}
        """);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String wide(String question) {
    return service.get(question + "&layout=wide", "accept", "text/csv").expectStatus(200).text();
  }

  @Test
  void periodsGoDownAndRegionsAcross() {
    assertThat(wide(SERIES + "&region=US,WORLD&startPeriod=2017-Q3&endPeriod=2017-Q4"))
        .isEqualTo(
            "period,US,WORLD\r\n2017-Q3,332000000,589633000\r\n2017-Q4,404800000,731560000\r\n");
  }

  @Test
  void missingFigureIsAnEmptyCell() {
    assertThat(wide(SERIES + "&region=DE,US&startPeriod=2017-Q4&endPeriod=2017-Q4"))
        .isEqualTo("period,DE,US\r\n2017-Q4,,404800000\r\n");
  }

  @Test
  void onlyTheTransformsThatWereAskedForHaveColumns() {
    String range = "&region=US,WORLD&startPeriod=2017-Q4&endPeriod=2017-Q4";
    assertThat(wide(SERIES + range + "&transform=yoy")).startsWith("period,US,WORLD\r\n2017-Q4,");
    assertThat(wide(SERIES + range + "&transform=level,yoy"))
        .startsWith("period,US value,US yoy,WORLD value,WORLD yoy\r\n2017-Q4,404800000,");
  }

  @Test
  void companyStandsBeforeTheRegionIfThereAreSeveral() {
    assertThat(
            wide(
                "/v1/series?company=twitter,other&metric=revenue&region=US&startPeriod=2017-Q4&endPeriod=2017-Q4&transform=index"))
        .startsWith("period,twitter:US,other:US\r\n");
  }

  @Test
  void linkLeadsToTheSources() {
    Service.Reply reply =
        service.get(SERIES + "&region=US&format=csv&layout=wide").expectStatus(200);
    assertThat(reply.header("link")).contains("rel=\"describedby\"").doesNotContain("next");
    assertThat(reply.header("content-type")).startsWith("text/csv");
  }

  @Test
  void longIsTheUsualLayout() {
    String question = SERIES + "&region=US&format=csv";
    assertThat(service.get(question + "&layout=long").text())
        .isEqualTo(service.get(question).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "series?company=twitter&metric=revenue&region=US&format=csv&layout=wid|did you mean 'wide'",
        "series?company=twitter&metric=revenue&region=US&layout=wide|ask for format=csv",
        "series?company=twitter&metric=revenue&region=US&format=sdmx-csv&layout=wide|ask for format=csv",
        "series?company=twitter&metric=revenue&region=US&format=csv&layout=wide&includeHistory=true|leave includeHistory out",
        "series?company=twitter,other&metric=revenue&region=US&format=csv&layout=wide|in USD, EUR; ask for one currency, such as currency=USD",
        "comparisons/growth?company=twitter&metric=revenue&region=US&period=2017-Q4&format=csv&layout=wide|layout",
      })
  void whatIsNotWideIsRefusedWithTheRightWay(String question, String reason) {
    Service.Reply reply = service.get("/v1/" + question).expectStatus(400);
    assertThat(reply.at("/invalid_params/0/name").asText()).isEqualTo("layout");
    assertThat(reply.text()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({"format=xlsx", "format=csv&layout=wide"})
  void whatHasNoPagesHoldsTwoThousandRowsAndNoMore(String format) {
    String question =
        SERIES + "&region=US,WORLD,JP,DE,FR&startPeriod=1918-Q1&" + format + "&endPeriod=";
    Service.Reply whole = service.get(question + "2017-Q4").expectStatus(200);
    assertThat(whole.header("link")).doesNotContain("rel=\"next\"");
    Service.Reply refused = service.get(question + "2018-Q1").expectStatus(422);
    assertThat(refused.text())
        .contains("5 regions from 1918-Q1 to 2018-Q1 are 2005 rows, more than 2000");
  }

  @Test
  void laterPageOfWhatHasNoPagesIsRefused() {
    String question = SERIES + "&region=US,WORLD,JP,DE,FR&startPeriod=1918-Q1&endPeriod=2017-Q4";
    String next = service.get(question).at("/next").asText();
    Service.Reply reply = service.get(question + "&format=xlsx&next=" + next).expectStatus(400);
    assertThat(reply.text()).contains("leave next out");
  }
}
