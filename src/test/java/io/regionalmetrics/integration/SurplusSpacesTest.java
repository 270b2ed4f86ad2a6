package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Surplus spaces do not make another publisher, whatever format brings them. */
class SurplusSpacesTest {
  private static final String QUESTION =
      "/v1/comparisons/regions?company=twitter&metric=revenue&region=JP&period=2017-Q4";

  private final Service service = Service.fresh();

  @BeforeEach
  void define() {
    service.withDocument(DocumentBuilder.press("definitions", "2018-01-01").defined().json());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void publisherWithSurplusSpacesInJsonRestatesItsOwnFigure() {
    service.withDocument(json("Financial \u00a0Times "));
    assertRestatedBy(csv("Financial Times"), "text/csv");
  }

  @Test
  void publisherWithSurplusSpacesInCsvRestatesItsOwnFigure() {
    service.withDocument(json("Financial Times"));
    assertRestatedBy(csv(" Financial  Times "), "text/csv");
  }

  @Test
  void publisherWithSurplusSpacesInSdmxCsvRestatesItsOwnFigure() {
    service.withDocument(json("Financial Times"));
    assertRestatedBy(
        """
        STRUCTURE,STRUCTURE_ID,ACTION,COMPANY,METRIC,REF_AREA,TIME_PERIOD,OBS_VALUE,DECIMALS,SOURCE_ID,SOURCE_TITLE,SOURCE_PUBLISHER,SOURCE_PUBLISHED,SOURCE_KIND
        dataflow,REGIONAL_METRICS:OBSERVATIONS(1.0.0),I,twitter,revenue,JP,2017-Q4,7,0,later,Later,Financial  Times ,2018-02-02,press
        """,
        "application/vnd.sdmx.data+csv");
  }

  @Test
  void rowsOfOneSourceMayDifferInSpaces() {
    String second = "twitter,revenue,US,2017-Q4,8,0,later,Later,Financial Times,2018-02-02,press\n";
    service.postCsv(csv("Financial  Times") + second).expectStatus(200);
  }

  private void assertRestatedBy(String document, String type) {
    service.post(document.getBytes(StandardCharsets.UTF_8), type).expectStatus(200);
    List<String> codes =
        service.get(QUESTION).expectStatus(200).at("/findings").findValuesAsText("code");
    assertThat(codes).contains("restated").doesNotContain("sources-differ");
  }

  private static String json(String publisher) {
    return DocumentBuilder.of("early", "2018-02-01", "press", publisher)
        .level("revenue", "JP", "2017-Q4", "5", 0)
        .json();
  }

  private static String csv(String publisher) {
    return """
    company,metric,region,period,value,decimals,source_id,source_title,source_publisher,source_published,source_kind
    twitter,revenue,JP,2017-Q4,7,0,later,Later,%s,2018-02-02,press
    """
        .formatted(publisher);
  }
}
