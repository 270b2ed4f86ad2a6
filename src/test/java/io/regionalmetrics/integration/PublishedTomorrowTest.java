package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where it is tomorrow already, a source may be published tomorrow; its figures wait for UTC. */
class PublishedTomorrowTest {
  private static final String TODAY = "2026-11-23";
  private static final String TOMORROW = "2026-11-24";

  private final Service service = Service.fresh();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void answerSaysFromWhichDayTheFiguresCanBeRead() {
    assertThat(service.post(publishedOn(TOMORROW)).at("/readableFrom").textValue())
        .isEqualTo(TOMORROW);
    assertThat(service.post(publishedOn(TOMORROW)).at("/readableFrom").textValue())
        .as("sent again")
        .isEqualTo(TOMORROW);
  }

  @Test
  void answerSaysNothingIfTheyCanBeReadAtOnce() {
    assertThat(service.post(publishedOn(TODAY)).json().has("readableFrom")).isFalse();
  }

  @Test
  void csvIsAnsweredAlike() {
    service.withDocument(DocumentBuilder.press("definitions", "2018-01-01").defined().json());
    String csv =
        """
        company,metric,region,period,value,source_id,source_title,source_publisher,source_published,source_kind
        twitter,revenue,JP,2019-Q1,7,later,Later,Reuters,%s,press
        """
            .formatted(TOMORROW);
    assertThat(service.postCsv(csv).at("/readableFrom").textValue()).isEqualTo(TOMORROW);
  }

  @Test
  void emptyCellSaysFromWhichDayItCanBeRead() {
    service.post(publishedOn(TOMORROW)).expectStatus(200);
    Service.Reply reply =
        service.get(
            "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2019-Q1");
    assertThat(reply.at("/rows/0/value/missing").textValue()).isEqualTo("not-yet-published");
    assertThat(reply.at("/rows/0/value/message").textValue())
        .endsWith(
            "first published on 2026-11-24 (UTC): it can be read from that day on, but not as of 2026-11-23.");
  }

  private static String publishedOn(String day) {
    return DocumentBuilder.company("letter", day)
        .defined()
        .level("revenue", "JP", "2019-Q1", "5", 0)
        .json();
  }
}
