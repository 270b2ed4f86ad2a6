package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.ReadingTime;
import java.math.BigDecimal;
import java.util.Collection;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The sum of rounded figures, to compare with a whole that they may make up.
 *
 * @param interval every number that the sum may be, given how its figures are rounded
 */
record RoundedSum(Interval interval) {
  /** The sum of no figures. */
  static final RoundedSum NONE = new RoundedSum(Interval.point(BigFraction.ZERO));

  /** If all rounding together exceeds a hundredth of the whole, an equal sum proves nothing. */
  private static final BigFraction MAX_ROUNDING = BigFraction.of(1, 100);

  /** The sum with another figure. */
  RoundedSum plus(Bounds figure) {
    ReadingTime.check();
    return new RoundedSum(interval.plus(figure.interval()));
  }

  /** The sum with another fact; the same sum if that has no value or no precision. */
  RoundedSum plus(Fact figure) {
    return figure.bounds().map(this::plus).orElse(this);
  }

  /** The sum with other facts. */
  RoundedSum plus(Collection<Fact> figures) {
    RoundedSum sum = this;
    for (Fact figure : figures) {
      sum = sum.plus(figure);
    }
    return sum;
  }

  /** Whether the sum equals a whole within rounding. */
  boolean mayEqual(Interval whole) {
    return interval.meets(whole);
  }

  /**
   * Whether the sum proves that its figures make up a whole: both are equal within rounding, and
   * the rounding of both together is at most 1 % of the whole.
   *
   * @param bounds every number that the whole may be
   */
  boolean proves(BigDecimal whole, Bounds bounds) {
    Interval all = bounds.interval();
    BigFraction rounding = interval.width().add(all.width());
    BigFraction most = Interval.exact(whole).multiply(MAX_ROUNDING);
    return mayEqual(all) && rounding.compareTo(most) <= 0;
  }

  /** Whether the sum proves that its figures make up a whole, which has a value and a precision. */
  boolean proves(Fact whole) {
    return proves(whole.value().orElseThrow(), whole.bounds().orElseThrow());
  }
}
