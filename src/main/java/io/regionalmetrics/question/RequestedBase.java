package io.regionalmetrics.question;

import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/** The requested {@code base} of a comparison: the quarter to compare with. */
sealed interface RequestedBase {
  /** A base at a fixed distance before the period: {@code yoy} or {@code qoq}. */
  record RelativeBase(Measure growth) implements RequestedBase {}

  /** One quarter: {@code 2016-Q4}. */
  record FixedBase(YearQuarter quarter) implements RequestedBase {}

  /**
   * Reads a base.
   *
   * @throws Refusal if it is not well formed, or names several quarters
   */
  static RequestedBase parse(String text) {
    if (Periods.several(text).isPresent()) {
      throw SeveralQuartersRefusal.ofBase(text);
    }
    Optional<RequestedBase> before =
        Measure.of(text).filter(measure -> measure != Measure.LEVEL).map(RelativeBase::new);
    return before
        .or(() -> Periods.quarter(text).map(FixedBase::new))
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "base",
                "'%s' is not yoy, qoq, or a quarter like 2016-Q4".formatted(text)));
  }

  /** The base quarter of a period, even if it is not before the period. */
  default YearQuarter quarter(YearQuarter period) {
    return switch (this) {
      case RelativeBase(Measure growth) -> period.minusQuarters(growth.quarters());
      case FixedBase(YearQuarter quarter) -> quarter;
    };
  }

  /**
   * The base quarter of a period.
   *
   * @throws Refusal if it is not before the period, or before {@link Periods#FIRST}
   */
  default YearQuarter before(YearQuarter period) {
    YearQuarter base = quarter(period);
    if (!base.isBefore(period)) {
      throw Refusal.of(
          Reason.SENSELESS, "base", "%s is not before the period %s".formatted(base, period));
    }
    if (base.isBefore(Periods.FIRST)) {
      throw Refusal.of(
          Reason.SENSELESS,
          "period",
          "%s has nothing before it to compare with: the first quarter is %s"
              .formatted(period, Periods.FIRST));
    }
    return base;
  }
}
