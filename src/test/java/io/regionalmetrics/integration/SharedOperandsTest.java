package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.assertFigure;
import static io.regionalmetrics.integration.AnswerAssertions.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A figure that occurs several times in a formula is the same number each time. */
class SharedOperandsTest {
  private final Service service = Service.fresh();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void changeOfARatioOfSumsFromAnImpliedBaseHasTightBounds() {
    // Value v = (CA + US revenue) / (WORLD - INTERNATIONAL + CA users), change = v g / (1 + g):
    // at least 11963299.95 / 3674930.5 x 5.5215 / 6.5215, at most 12063300.05 / 3574929.5 x 5.5225
    // / 6.5225.
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .defined()
            .with(
                """
                "regions": [{"id": "UCAN", "company": "twitter", "name": "UCAN", "members": ["US", "CA"]},
                            {"id": "INTERNATIONAL", "company": "twitter", "name": "International", "residual": "WORLD-US"}]\
                """)
            .observation(
                """
                {"company": "twitter", "metric": "users", "region": "INTERNATIONAL", "period": "2017-Q4", "value": 799315000, "decimals": "INF"}\
                """)
            .level("users", "CA", "2017-Q4", "400000", -5)
            .level("users", "WORLD", "2017-Q4", "802539930", 0)
            .level("revenue", "CA", "2017-Q4", "8613300", 1)
            .level("revenue", "US", "2017-Q4", "3400000", -5)
            .observation(
                """
                {"company": "twitter", "metric": "revenue-per-user", "region": "UCAN", "period": "2017-Q4", "measure": "qoq", "value": 552.2, "decimals": 1}\
                """));
    JsonNode answer =
        ask("growth?company=twitter&metric=revenue-per-user&region=UCAN&period=2017-Q4&base=qoq");
    assertFigure(
        answer.at("/rows/0/change"),
        "2.80593952029",
        "2.75620451276",
        "2.85706608094",
        "USD/user",
        "derived");
    assertThat(findings(answer)).doesNotContain("bounds-open");
  }

  @Test
  void changeOfARatioOverAveragesHasTightBoundsAlthoughBothShareAQuarter() {
    // 120 / ((10 + 12) / 2) - 100 / ((9 + 10) / 2), and the middle quarter's 10 is from 9.5 to 10.5
    // in
    // both at once: the ends of all others are fixed by their signs, its own are looked for.
    take(DocumentBuilder.company("first", "2018-02-07").defined());
    take(
        DocumentBuilder.company("letter", "2018-02-08")
            .with(
                """
                "metrics": [{"id": "arm", "name": "Average revenue per user", "kind": "ratio", "unit": "USD/user",
                             "numerator": "revenue", "denominator": "users", "basis": "average"}]\
                """)
            .level("revenue", "JP", "2017-Q4", "120", 0)
            .level("revenue", "JP", "2017-Q3", "100", 0)
            .level("users", "JP", "2017-Q4", "12", 0)
            .level("users", "JP", "2017-Q3", "10", 0)
            .level("users", "JP", "2017-Q2", "9", 0));
    JsonNode change =
        ask("growth?company=twitter&metric=arm&region=JP&period=2017-Q4&base=qoq")
            .at("/rows/0/change");
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= 1000; i++) {
      double middle = 9.5 + i / 1000.0;
      least = Math.min(least, 119.5 / (12.5 + middle) * 2 - 100.5 / (8.5 + middle) * 2);
      most = Math.max(most, 120.5 / (11.5 + middle) * 2 - 99.5 / (9.5 + middle) * 2);
    }
    assertThat(change.get("low").asDouble()).isLessThanOrEqualTo(least);
    assertThat(change.get("low").asDouble()).isGreaterThan(least - 1e-8);
    assertThat(change.get("high").asDouble()).isGreaterThanOrEqualTo(most);
    assertThat(change.get("high").asDouble()).isLessThan(most + 1e-8);
  }

  private void take(DocumentBuilder document) {
    Service.Reply reply = service.post(document.json()).expectStatus(200);
  }

  private JsonNode ask(String question) {
    Service.Reply reply = service.get("/v1/comparisons/" + question).expectStatus(200);
    return reply.json();
  }
}
