package io.regionalmetrics.feed.filing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * A whole, and how it is reported compared with the parts that may make it up.
 *
 * @param kind under which concept, and for which products
 */
record ReportedWhole(ReportedFact fact, Kind kind) {
  /** How a whole is reported, compared with its regions. */
  enum Kind {
    /** Under the same concept as the regions. */
    SAME_CONCEPT,
    /** Under another concept. */
    OTHER_CONCEPT,
    /** For all products, while the regions are for one product. */
    ALL_PRODUCTS
  }

  /** Whether some parts add up to it; empty if their sum leaves it open. */
  Optional<Boolean> isSumOf(Collection<ReportedFact> parts) {
    RoundedSum sum = RoundedSum.NONE;
    for (ReportedFact part : parts) {
      sum = sum.plus(part.bounds());
    }
    boolean isProved = sum.proves(fact.value(), fact.bounds());
    int difference = sum(parts).compareTo(fact.value());
    return switch (kind) {
      case SAME_CONCEPT -> Optional.of(isProved);
      case OTHER_CONCEPT -> Optional.of(difference == 0);
      case ALL_PRODUCTS ->
          isProved ? Optional.of(true) : Optional.of(false).filter(no -> difference > 0);
    };
  }

  /** Whether some parts add up to it to the digit. */
  boolean isExactSumOf(Collection<ReportedFact> parts) {
    return sum(parts).compareTo(fact.value()) == 0;
  }

  private static BigDecimal sum(Collection<ReportedFact> parts) {
    return parts.stream().map(ReportedFact::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
