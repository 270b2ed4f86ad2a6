package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.xbrl.InstanceBuilder;
import org.junit.jupiter.api.Test;

/** Large filings are several documents. */
class FilingDocumentsTest {
  @Test
  void documentsStayWithinTheLimitAndNeverSplitAQuarter() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (int region = 0; region < 2_500; region++) {
      String member = "acme:Region%dMember".formatted(region);
      instance.region(member, "2023-01-01/2023-03-31", "5000:-3");
      instance.region(member, "2022-01-01/2022-03-31", "4000:-3");
    }
    FilingContents reading =
        FilingSequence.acme()
            .read(
                FilingSequence.filing(
                    InstanceBuilder.CIK,
                    "0000000042-23-000001",
                    "10-Q",
                    "2023-04-20",
                    "2023-03-31"),
                instance);
    assertThat(reading.observations()).isEqualTo(5_000);
    assertThat(reading.documents())
        .hasSize(2)
        .allMatch(document -> DocumentJson.of(document).length() < Ingest.MAX_BYTES);
    assertThat(new ContentsView(reading).rowsOfEach())
        .allMatch(rows -> rows.stream().map(row -> row.split(" ", -1)[2]).distinct().count() == 1);
  }
}
