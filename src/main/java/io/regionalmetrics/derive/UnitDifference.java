package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Unit;
import org.threeten.extra.YearQuarter;

/** Says that a level is known in another unit than the one it is compared in. */
final class UnitDifference {
  private UnitDifference() {}

  /**
   * The level of a subject.
   *
   * @param known the unit in which the level is known
   * @param compared the unit in which it is needed
   */
  static Missing of(Subject subject, YearQuarter period, Unit known, Unit compared) {
    return of(subject.key(period), subject.requestedRegion(), known, compared);
  }

  /** Like {@link #of(Subject, YearQuarter, Unit, Unit)}, for the level of one cell. */
  static Missing of(Cell known, Unit compared) {
    return of(known.quarter(), known.region(), known.unit(), compared);
  }

  private static Missing of(QuarterKey quarter, String region, Unit known, Unit compared) {
    return new Missing(
        MissingReason.UNIT_DIFFERS,
        "%s of %s, %s, %s: known in %s, but compared in %s%s"
            .formatted(
                quarter.metric(),
                quarter.company(),
                region,
                quarter.period(),
                known,
                compared,
                remedy(known, compared)));
  }

  private static String remedy(Unit known, Unit compared) {
    return known.isMoney() && compared.isMoney()
        ? "; add currency=%s to convert it.".formatted(compared.currency())
        : ".";
  }
}
