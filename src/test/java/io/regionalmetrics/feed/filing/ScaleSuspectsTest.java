package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures whose filer mistook their scale. */
class ScaleSuspectsTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String Q1_BEFORE = "2022-01-01/2022-03-31";
  private static final Filing FILING =
      FilingSequence.filing(
          InstanceBuilder.CIK, "0000000042-23-000001", "10-Q", "2023-04-20", "2023-03-31");

  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final Service service = new Service(wiring);

  @AfterEach
  void stop() {
    service.close();
  }

  private static InstanceBuilder quarter(
      InstanceBuilder instance, String time, String whole, String us, String japan) {
    return instance
        .fact(time, whole + "000:-3")
        .region("country:US", time, us + "000:-3")
        .region("country:JP", time, japan + "000:-3");
  }

  /** The United States have 60m instead of 60bn. */
  private static InstanceBuilder mistaken() {
    return quarter(
        quarter(InstanceBuilder.instance(), Q1, "100000000", "60000", "40000000"),
        Q1_BEFORE,
        "90000000",
        "55000000",
        "35000000");
  }

  private List<String> findings(String region, String quarter) {
    JsonNode answer =
        service
            .get(
                "/v1/comparisons/regions?company=acme&metric=revenue&region=%s&period=%s"
                    .formatted(region, quarter))
            .expectStatus(200)
            .json();
    return StreamSupport.stream(answer.get("findings").spliterator(), false)
        .map(finding -> finding.get("code").textValue())
        .toList();
  }

  @Test
  void aThousandthOfWhatTheSumAndTheYearBeforeSayIsSuspect() {
    FilingSequence.takeIn(FilingSequence.acme().read(FILING, mistaken()), wiring);
    assertThat(findings("US", "2023-Q1")).contains("scale-suspect");
    assertThat(findings("JP", "2023-Q1")).doesNotContain("scale-suspect");
    assertThat(findings("US", "2022-Q1")).doesNotContain("scale-suspect");
  }

  @Test
  void thePeriodOfASuspectProvesAndDisprovesNothing() {
    assertThat(new ContentsView(FilingSequence.acme().read(FILING, mistaken())).breakdowns())
        .containsExactly("revenue 2022-Q1 JP+US");
  }

  @Test
  void aFigureThatOnlyTheSumContradictsIsNotSuspect() {
    InstanceBuilder instance =
        quarter(InstanceBuilder.instance(), Q1, "100000000", "60000", "40000000");
    quarter(instance, Q1_BEFORE, "90000000", "61000", "35000000");
    FilingSequence.takeIn(FilingSequence.acme().read(FILING, instance), wiring);
    assertThat(findings("US", "2023-Q1")).doesNotContain("scale-suspect");
  }
}
