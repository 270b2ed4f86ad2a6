package io.regionalmetrics.function;

import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.store.MemoryItems;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.threeten.extra.YearQuarter;

/**
 * What a function for comparisons does at its start besides making its way to DynamoDB, which is
 * half of a cold start and keeps one thread busy: another answers a question on a company in memory
 * meanwhile. So the first event finds the classes of an answer loaded. Before an event comes both
 * have ended.
 */
final class HeadStart {
  private static final LocalDate DAY = LocalDate.of(2018, 2, 8);
  private static final String UNIT = "USD";
  private static final Metric METRIC =
      new Metric(
          "revenue",
          "Revenue",
          MetricKind.FLOW,
          Dimension.MONEY,
          UNIT,
          Optional.empty(),
          false,
          Optional.empty(),
          DAY);

  private static final String QUESTION =
      "/v1/comparisons/growth?company=rehearsal&metric=revenue&region=JP,US&period=2017-Q4";

  private HeadStart() {}

  /** Makes something, and has an answer made meanwhile. */
  static <T> T during(Supplier<T> making) {
    Thread other = new Thread(() -> Priming.attempt(HeadStart::answer), "head-start");
    other.setDaemon(true);
    other.start();
    T made = making.get();
    try {
      other.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return made;
  }

  /** The response to the question. */
  static String answer() {
    Wiring wiring = new Wiring(company(), "memory", InstantSource.system());
    return Rehearsal.ask(wiring.comparisons(), QUESTION);
  }

  private static MemoryItems company() {
    CompanyRecord company =
        new CompanyRecord(
            new Company("rehearsal", "Rehearsal", Optional.empty(), Optional.empty(), DAY),
            Definitions.NONE.with(METRIC),
            Map.of());
    List<MetricQuarter> quarters = new ArrayList<>();
    for (YearQuarter period : List.of(YearQuarter.of(2016, 4), YearQuarter.of(2017, 4))) {
      MetricQuarter quarter =
          MetricQuarter.empty(new QuarterKey(company.company().id(), METRIC.id(), period));
      for (String region : List.of("JP", "US")) {
        Vintage vintage = vintage(quarter.key(), region);
        quarter = quarter.with(vintage);
        company = company.covering(vintage.observation());
      }
      quarters.add(quarter);
    }
    return new MemoryItems(company, quarters);
  }

  private static Vintage vintage(QuarterKey quarter, String region) {
    return new Vintage(
        new Observation(
            new Cell(quarter, region, Measure.LEVEL, UNIT),
            Optional.of(BigDecimal.valueOf(106_000_000)),
            new Precision.Decimals(-6),
            Status.NORMAL,
            Optional.empty(),
            Optional.empty()),
        new Source(
            "rehearsal",
            "Rehearsal",
            "Rehearsal",
            Optional.empty(),
            DAY,
            Source.SourceKind.COMPANY));
  }
}
