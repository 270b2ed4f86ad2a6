package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.samples.DocumentJson;
import io.regionalmetrics.xbrl.InstanceBuilder;
import org.junit.jupiter.api.Test;

/** Large filings are several documents. */
class FilingDocumentsTest {
  @Test
  void documentsStayWithinTheLimitAndNeverSplitAQuarter() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (int region = 0; region < 250; region++) {
      String member = "acme:Region%dMember".formatted(region);
      for (int year = 2004; year <= 2023; year++) {
        instance.region(member, "%d-01-01/%d-03-31".formatted(year, year), "5000:-3");
      }
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
        .allMatch(document -> DocumentJson.text(document).length() < Ingest.MAX_BYTES);
    assertThat(
            new ContentsView(reading)
                .rowsOfEach().stream()
                    .flatMap(rows -> rows.stream().map(row -> row.split(" ", -1)[2]).distinct()))
        .hasSize(20)
        .doesNotHaveDuplicates();
  }
}
