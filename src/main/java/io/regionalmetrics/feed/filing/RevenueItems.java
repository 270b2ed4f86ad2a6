package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Items that a company presents as a part of its revenue, though of no region. A fact is one for
 * what its names say, whatever its size:
 *
 * <ul>
 *   <li>Gains and losses from hedging, of the whole company: Alphabet's regions add up to revenue
 *       before hedging.
 *   <li>Gains and losses from derivatives in the line of sales of the income statement.
 *   <li>Revenue that the consolidation axis gives to no segment: Corporate, reconciling items.
 * </ul>
 */
final class RevenueItems {
  private static final QualifiedName LOCATION =
      new QualifiedName("us-gaap", "IncomeStatementLocationAxis");
  private static final Set<String> IN_SALES =
      Set.of("SalesMember", "SalesRevenueNetMember", "RevenuesMember", "RevenueMember");
  private static final List<String> HEDGING = List.of("Hedg", "Derivative");
  private static final List<String> GAIN = List.of("Gain", "Loss");

  /** Gains that aren't yet, or aren't only, in the income statement. */
  private static final List<String> NO_INCOME =
      List.of("Comprehensive", "Unrealized", "FairValue", "Reclass", "Ineffective", "Tax", "Asset");

  private RevenueItems() {}

  /** Whether facts of a concept are needed because they may be such items. */
  static boolean isNeeded(QualifiedName concept) {
    return isAnyOf(HEDGING, concept) && isAnyOf(GAIN, concept) && !isAnyOf(NO_INCOME, concept);
  }

  /**
   * The element that names the item: the concept or a member; empty if the fact is no such item.
   *
   * @param revenue the concepts of total revenue
   */
  static Optional<QualifiedName> name(Fact fact, Set<QualifiedName> revenue) {
    Context context = fact.context();
    Map<QualifiedName, QualifiedName> dimensions = context.dimensions();
    if (context.hasOtherDimensions()
        || dimensions.size() > 1
        || fact.value().isEmpty()
        || fact.precision().isEmpty()
        || context.span().isEmpty()) {
      return Optional.empty();
    }
    return revenue.contains(fact.concept())
        ? Optional.ofNullable(dimensions.get(StandardAxes.CONSOLIDATION))
            .filter(member -> !ConsolidationItem.isOperatingSegments(member))
            .filter(RemainderMember::isRemainder)
        : Optional.of(fact.concept()).filter(concept -> isHedging(concept, dimensions));
  }

  private static boolean isHedging(
      QualifiedName concept, Map<QualifiedName, QualifiedName> dimensions) {
    QualifiedName location = dimensions.get(LOCATION);
    return isNeeded(concept)
        && (location == null
            ? dimensions.isEmpty() && concept.local().contains("Hedg")
            : IN_SALES.contains(location.local()));
  }

  private static boolean isAnyOf(List<String> words, QualifiedName concept) {
    return words.stream().anyMatch(concept.local()::contains);
  }
}
