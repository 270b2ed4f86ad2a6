package io.regionalmetrics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.feed.filing.RefusalReasons;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service answers what an independent reader takes from real filings. */
class FilingsAuditTest {
  private static final FilingFolder FOLDER =
      FilingFolder.read(Path.of("src", "test", "resources", "published", "sec", "kinds"));

  private static FilingsAudit audit;

  @BeforeAll
  static void readAndCompare() {
    try (AuditedService audited = AuditedService.fresh()) {
      audited.read(FOLDER);
      audit = FilingsAudit.of(FOLDER, audited.service());
    }
  }

  @Test
  void everyFigureIsAFactOfItsFilingOrADifferenceOfFacts() {
    assertThat(audit.figures()).isPositive();
    assertThat(audit.wrongFigures()).isEmpty();
  }

  @Test
  void everyRegionIsOneMemberOfItsFiling() {
    assertThat(audit.wrongRegions()).isEmpty();
  }

  @Test
  void everyThreeMonthFactOfARegionIsStoredOrRefusedForAReason() {
    assertThat(audit.facts()).isPositive();
    assertThat(audit.refused()).doesNotContainKey(RefusalReasons.NONE);
  }

  @Test
  void noTwoFiscalQuartersShareAName() {
    assertThat(audit.sharedQuarters()).isEmpty();
  }

  @Test
  void everyGrowthThatAFilingTellsByTwoFiguresIsAnswered() {
    assertThat(audit.growths()).isPositive();
    assertThat(audit.wrongGrowths()).isEmpty();
  }
}
