package io.regionalmetrics.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers written on an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * <p>Source: Paul Heckbert, <i>Nice Numbers for Graph Labels</i>, Graphics Gems (1990). Unlike
 * there, decimals are exact, and the step grows until there are no more ticks than requested.
 *
 * <p>Worked example: from 105 to 543 with at most 5 ticks, (543 - 105) / 4 = 109.5 is rounded up to
 * 200: 0, 200, 400, 600.
 *
 * @param step the distance between two ticks
 * @param values the ticks, the smallest first
 */
record Ticks(BigDecimal step, List<BigDecimal> values) {
  /** The fewest ticks that can cover any range around zero. */
  static final int LEAST = 3;

  private static final List<BigDecimal> NICE =
      Stream.of(1, 2, 5, 10).map(BigDecimal::valueOf).toList();

  /** Copies the list. */
  Ticks {
    values = List.copyOf(values);
  }

  /**
   * The ticks that cover a range. A range of one number is extended to zero.
   *
   * @param most the maximum number of ticks, at least {@link #LEAST}
   */
  static Ticks cover(BigDecimal low, BigDecimal high, int most) {
    if (low.compareTo(high) > 0 || most < LEAST) {
      throw new IllegalArgumentException("%s ticks from %s to %s".formatted(most, low, high));
    }
    if (low.compareTo(high) == 0) {
      BigDecimal other = low.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
      return cover(low.min(other), high.max(other), most);
    }
    for (BigDecimal step = firstStep(low, high, most); ; step = next(step)) {
      BigDecimal first = low.divide(step, 0, RoundingMode.FLOOR);
      BigDecimal last = high.divide(step, 0, RoundingMode.CEILING);
      if (last.subtract(first).compareTo(BigDecimal.valueOf(most)) < 0) {
        return of(step, first, last);
      }
    }
  }

  private static BigDecimal firstStep(BigDecimal low, BigDecimal high, int most) {
    BigDecimal intervals = BigDecimal.valueOf(most - 1L);
    return nice(high.subtract(low).divide(intervals, new MathContext(6, RoundingMode.UP)));
  }

  private static BigDecimal next(BigDecimal step) {
    return nice(step.multiply(new BigDecimal("1.5")));
  }

  /** The ticks in a range, both ends included. */
  List<BigDecimal> within(BigDecimal low, BigDecimal high) {
    return values.stream()
        .filter(tick -> tick.compareTo(low) >= 0 && tick.compareTo(high) <= 0)
        .toList();
  }

  private static Ticks of(BigDecimal step, BigDecimal first, BigDecimal last) {
    List<BigDecimal> values = new ArrayList<>();
    for (BigDecimal i = first; i.compareTo(last) <= 0; i = i.add(BigDecimal.ONE)) {
      values.add(i.multiply(step));
    }
    return new Ticks(step, values);
  }

  /** The smallest nice number that is at least {@code least}. */
  private static BigDecimal nice(BigDecimal least) {
    int power = least.precision() - least.scale() - 1;
    return NICE.stream()
        .map(nice -> nice.scaleByPowerOfTen(power))
        .filter(nice -> nice.compareTo(least) >= 0)
        .findFirst()
        .orElseThrow();
  }
}
