package io.regionalmetrics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.feed.filing.WantedMetrics;
import io.regionalmetrics.samples.DocumentJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Documents of filings tell as much as the filings themselves when they are posted as JSON. Another
 * folder of filings is tried with {@code -Dfilings=FOLDER}.
 */
class PostedFilingsTest {
  private static final FilingFolder FOLDER =
      FilingFolder.read(
          Path.of(System.getProperty("filings", "src/test/resources/published/sec/kinds")));

  private static final AuditedService READ = AuditedService.fresh();
  private static final AuditedService POSTED = AuditedService.fresh();
  private static List<String> documents = List.of();

  @BeforeAll
  static void readAndPost() {
    documents =
        READ.documents(FOLDER, WantedMetrics.REVENUE).stream().map(DocumentJson::text).toList();
    documents.forEach(document -> POSTED.service().post(document).expectStatus(200));
  }

  @AfterAll
  static void close() {
    READ.close();
    POSTED.close();
  }

  @Test
  void theTableOfPostedDocumentsIsThatOfTheFilings() {
    assertThat(ArrivalOrders.differences(READ.contents(), POSTED.contents())).isEmpty();
    assertThat(String.join("", documents))
        .contains("\"breakdowns\"", "\"remainders\"", "\"facts\"", "\"factSources\"")
        .contains("\"conceptLines\"", "\"renamedRegions\"");
  }

  @Test
  void readingTheFilingsAgainGivesTheSameBytes() {
    try (AuditedService again = AuditedService.fresh()) {
      assertThat(again.documents(FOLDER, WantedMetrics.REVENUE).stream().map(DocumentJson::text))
          .containsExactlyElementsOf(documents);
    }
  }

  @Test
  void postingThemAgainChangesNothing() {
    documents.forEach(document -> {
      var reply = POSTED.service().post(document).expectStatus(200);
      assertThat(reply.at("/added").asInt() + reply.at("/revised").asInt()).isZero();
    });
    assertThat(ArrivalOrders.differences(READ.contents(), POSTED.contents())).isEmpty();
  }
}
