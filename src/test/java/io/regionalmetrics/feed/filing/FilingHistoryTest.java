package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.regionalmetrics.xbrl.InstanceBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The history that is kept between filings. */
class FilingHistoryTest {
  private static final int YEARS = 15;

  private static Filing filing(int year, int quarter) {
    LocalDate end = LocalDate.of(year, 3 * quarter, 1).plusMonths(1).minusDays(1);
    return FilingSequence.filing(
        InstanceBuilder.CIK,
        "0000000042-%02d-%06d".formatted(year % 100, quarter),
        quarter == 4 ? "10-K" : "10-Q",
        end.plusDays(30).toString(),
        end.toString());
  }

  private static InstanceBuilder instance(int year, int quarter) {
    LocalDate start = LocalDate.of(year, 1, 1);
    LocalDate end = start.plusMonths(3L * quarter).minusDays(1);
    InstanceBuilder instance = InstanceBuilder.instance();
    for (int region = 0; region < 8; region++) {
      String member = "acme:Region%dMember".formatted(region);
      instance.region(
          member, start + "/" + end, "%d000:-3".formatted(year * quarter * (region + 1)));
      if (quarter < 4) {
        instance.region(
            member,
            end.plusDays(1).minusMonths(3) + "/" + end,
            "%d000:-3".formatted(year * (region + 1)));
      }
    }
    return instance;
  }

  @Test
  void fifteenYearsOfEightRegionsAreAFewKilobytes() {
    FilingSequence acme = FilingSequence.acme();
    for (int year = 2010; year < 2010 + YEARS; year++) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        acme.read(filing(year, quarter), instance(year, quarter));
      }
    }
    assertThat(HistoryFormat.write(acme.history()).length).isLessThan(20_000);
  }

  @Test
  void aWrittenHistoryIsReadBack() {
    FilingSequence acme = FilingSequence.acme();
    acme.read(filing(2023, 1), instance(2023, 1));
    acme.read(filing(2023, 3), instance(2023, 3));
    byte[] written = HistoryFormat.write(acme.history());
    assertThat(HistoryFormat.write(HistoryFormat.read(written))).isEqualTo(written);
    assertThat(acme.history().sourceIds())
        .containsExactlyInAnyOrder("sec-0000000042-23-000001", "sec-0000000042-23-000003");
  }

  @Test
  void otherBytesAreRefused() {
    assertThatExceptionOfType(UnreadableHistory.class)
        .isThrownBy(() -> HistoryFormat.read("nothing".getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining("earlier filings");
  }
}
