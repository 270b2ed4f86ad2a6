package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.FactUnit;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.List;

/**
 * Recognises revenue of a region under a concept that isn't read, such as one of the company's own.
 * Nothing is made of it, since its name alone doesn't prove that it is revenue.
 */
final class UnreadRevenue {
  private static final List<String> NO_REVENUE =
      List.of(
          "Cost",
          "Deferred",
          "Expense",
          "Gain",
          "Loss",
          "Percent",
          "Proceeds",
          "Receivable",
          "Royalty",
          "Tax");

  private UnreadRevenue() {}

  /**
   * Whether a fact is an amount of money in a period, its concept is named like revenue, and a
   * geographical axis selects its region.
   */
  static boolean isStatedBy(Fact fact, FilingAxes axes) {
    return fact.unit() instanceof FactUnit.Money
        && fact.context().span().isPresent()
        && RevenueLines.isNamedRevenue(fact.concept())
        && !ElementName.containsAny(NO_REVENUE, fact.concept())
        && (fact.context().dimensions().containsKey(StandardAxes.GEOGRAPHY)
            || axes.ownGeography(fact.context()).isPresent());
  }
}
