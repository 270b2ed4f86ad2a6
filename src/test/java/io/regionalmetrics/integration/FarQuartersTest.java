package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about quarters at the ends of what four digits of a year can name. */
class FarQuartersTest {
  private final Service service = Service.withArticleAndRates();

  @BeforeEach
  void storeForecasts() {
    DocumentBuilder document = DocumentBuilder.company("far", "2018-03-01");
    for (String period : new String[] {"1000-Q1", "1000-Q2", "9999-Q3", "9999-Q4"}) {
      document.observation(
          """
          {"company": "twitter", "metric": "revenue", "region": "JP", "period": "%s", "value": 50, "status": "F"}\
          """
              .formatted(period));
    }
    service.withDocument(document.json());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "9999-Q4,",
    "9999-Q4,average",
    "9999-Q4,end",
    "9999-Q4,2018-02-27",
    "1000-Q2,",
    "1000-Q2,end"
  })
  void quarterWithoutRatesIsAnsweredInAnotherCurrency(String period, String fx) {
    String in = "&region=JP&currency=EUR" + (fx == null ? "" : "&fx=" + fx);
    String metric = "company=twitter&metric=revenue&period=" + period + in;
    for (String comparison : new String[] {"growth?base=qoq&", "regions?", "revisions?"}) {
      Service.Reply reply = service.get("/v1/comparisons/" + comparison + metric).expectStatus(200);
      if (fx == null || !fx.startsWith("2018")) {
        assertThat(reply.text()).contains("no-rates");
      }
    }
    service.get("/v1/comparisons/share?whole=JP&" + metric).expectStatus(200);
    service.get("/v1/comparisons/check?" + metric.replaceAll("&fx=.*", "")).expectStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&currency=EUR",
        "&currency=JPY",
        "&currency=EUR&fx=end",
        "&fx=average&currency=EUR"
      })
  void everyQuestionOverAllQuartersIsAnswered(String in) {
    service
        .get("/v1/comparisons/check?company=twitter" + in.replaceAll("&fx=[a-z]*", ""))
        .expectStatus(200);
    String series = "/v1/series?company=twitter&metric=revenue&region=JP" + in;
    service.get(series).expectStatus(200);
    service.get(series + "&transform=yoy,qoq,ttm").expectStatus(200);
    service.get(series + "&startPeriod=9999-Q1&format=csv").expectStatus(200);
    assertThat(service.get(series + "&startPeriod=9999-Q1&format=svg").status()).isEqualTo(200);
    assertThat(service.get(series + "&startPeriod=9998-Q1&endPeriod=9999-Q4").status())
        .isEqualTo(200);
  }
}
