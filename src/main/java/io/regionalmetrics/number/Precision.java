package io.regionalmetrics.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/** How exact a published value is. */
public sealed interface Precision {
  /**
   * The limit on decimals in both directions: a value is rounded to 10^18 at the coarsest and to
   * 10^-18 at the finest.
   */
  int MOST_DECIMALS = 18;

  /** Exactly what was published: XBRL's {@code INF}. */
  record Exact() implements Precision {}

  /**
   * Rounded: XBRL's {@code decimals}. -6 means to the million, so that 106000000 stands for every
   * number from 105500000 to 106500000; 2 means to the hundredth.
   */
  record Decimals(int decimals) implements Precision {
    /** Refuses decimals outside -18 to 18. */
    public Decimals {
      if (Math.abs(decimals) > MOST_DECIMALS) {
        throw new IllegalArgumentException(
            "decimals must be from -18 to 18, not %s".formatted(decimals));
      }
    }
  }

  /**
   * Rounded as far as the digits of the value suggest, because its source gives no decimals. What a
   * source states counts more than such an assumption.
   */
  record AssumedDecimals(int decimals) implements Precision {
    /** Refuses decimals outside -18 to 18. */
    public AssumedDecimals {
      new Decimals(decimals);
    }
  }

  /** Anywhere between two numbers, for a figure that its source derived. */
  record Between(BigDecimal low, BigDecimal high) implements Precision {
    /** Refuses a low end above the high end. */
    public Between {
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException("low %s must not be above high %s".formatted(low, high));
      }
    }
  }

  /**
   * The bounds of the unrounded numbers that a value of this precision may stand for. Source of the
   * half unit: XBRL 2.1, section 4.6.5.
   */
  default Bounds around(BigDecimal value) {
    return switch (this) {
      case Exact exact -> new Bounds(value, value);
      case Decimals(int decimals) -> rounded(value, decimals);
      case AssumedDecimals(int decimals) -> rounded(value, decimals);
      case Between(BigDecimal low, BigDecimal high) -> new Bounds(low, high);
    };
  }

  private static Bounds rounded(BigDecimal value, int decimals) {
    BigDecimal half = new BigDecimal(BigInteger.valueOf(5), decimals + 1);
    return new Bounds(value.subtract(half), value.add(half));
  }

  /** Whether this is only assumed, because the source gives no decimals. */
  default boolean isAssumed() {
    return this instanceof AssumedDecimals;
  }
}
