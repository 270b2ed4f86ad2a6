package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.MemberHierarchy;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds {@linkplain RevenueItem items} of revenue. A fact is one for what its names say, whatever
 * its size:
 *
 * <ul>
 *   <li>Gains and losses from hedging, of the whole company: Alphabet's regions add up to revenue
 *       before hedging. They are certain if the definition linkbase has them in a table of revenue.
 *   <li>Gains and losses from derivatives in the line of sales of the income statement.
 *   <li>What reduces revenue, by the name of its concept: Disney's early termination of content
 *       licenses. This is certain.
 *   <li>Revenue on an axis of the company's own that has no other member: the powder metal matter
 *       of RTX. This is certain if it reduces revenue, since no part of revenue is negative.
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

  private static final List<String> REDUCTION =
      List.of(
          "Termination", "Reduction", "Rebate", "Refund", "Discount", "Chargeback", "Concession");
  private static final List<String> REVENUE =
      List.of("Revenue", "Sales", "License", "Licensing", "Royalt", "Subscription", "Franchise");
  private static final List<String> NO_REVENUE =
      List.of(
          "Cost",
          "Expense",
          "Charge",
          "Gain",
          "Loss",
          "Tax",
          "Asset",
          "Liabilit",
          "Receivable",
          "Payable",
          "Accru",
          "Reserve",
          "Allowance",
          "Deferred",
          "Obligation",
          "Inventor",
          "Payment",
          "Proceeds",
          "Percent",
          "Rate",
          "Number");

  private final Collection<Fact> facts;
  private final FactCube cube;
  private final Set<QualifiedName> revenue;
  private final MemberHierarchy hierarchy;

  /**
   * The items of a filing.
   *
   * @param cube the same facts by dimensions
   * @param revenue the concepts of total revenue
   * @param hierarchy the filing's definition linkbase
   */
  RevenueItems(
      Collection<Fact> facts,
      FactCube cube,
      Set<QualifiedName> revenue,
      MemberHierarchy hierarchy) {
    this.facts = facts;
    this.cube = cube;
    this.revenue = revenue;
    this.hierarchy = hierarchy;
  }

  /** Whether facts of a concept are needed because they may be such items. */
  static boolean isNeeded(QualifiedName concept) {
    return isGainFromHedging(concept) || isReduction(concept);
  }

  private static boolean isGainFromHedging(QualifiedName concept) {
    return ElementName.containsAny(HEDGING, concept)
        && ElementName.containsAny(GAIN, concept)
        && !ElementName.containsAny(NO_INCOME, concept);
  }

  private static boolean isReduction(QualifiedName concept) {
    return ElementName.containsAny(REDUCTION, concept)
        && ElementName.containsAny(REVENUE, concept)
        && !ElementName.containsAny(NO_REVENUE, concept);
  }

  /** All items, in the order of the facts. */
  Stream<RevenueItem> all() {
    return facts.stream().flatMap(fact -> item(fact).stream());
  }

  /** The item that a fact reports; empty if it reports none. */
  private Optional<RevenueItem> item(Fact fact) {
    Context context = fact.context();
    if (context.hasOtherDimensions() || fact.bounds().isEmpty() || context.span().isEmpty()) {
      return Optional.empty();
    }
    return revenue.contains(fact.concept())
        ? toldApart(fact).or(() -> ofNoSegment(fact))
        : reduction(fact).or(() -> hedging(fact));
  }

  /** Revenue on an axis of the company's own that has no other member, perhaps in a region. */
  private Optional<RevenueItem> toldApart(Fact fact) {
    Map<QualifiedName, QualifiedName> others = new HashMap<>(fact.context().dimensions());
    others.keySet().removeIf(RevenueItems::isGeography);
    return others.size() == 1
        ? others.entrySet().stream()
            .filter(one -> isOwnOfOneMember(one.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .map(member ->
                new RevenueItem(member, fact, fact, fact.value().orElseThrow().signum() < 0))
        : Optional.empty();
  }

  private boolean isOwnOfOneMember(QualifiedName axis) {
    return !axis.isStandard() && cube.membersByAxis().getOrDefault(axis, Set.of()).size() == 1;
  }

  private static boolean isGeography(QualifiedName axis) {
    return axis.equals(StandardAxes.GEOGRAPHY) || axis.local().contains("Geograph");
  }

  private static Optional<RevenueItem> ofNoSegment(Fact fact) {
    return fact.context().dimensions().size() > 1
        ? Optional.empty()
        : FactCube.member(fact, StandardAxes.CONSOLIDATION)
            .filter(RemainderMember::isOfNoSegment)
            .map(member -> new RevenueItem(member, fact, fact, false));
  }

  private static Optional<RevenueItem> reduction(Fact fact) {
    return fact.context().isWithoutDimensions() && isReduction(fact.concept())
        ? Optional.of(new RevenueItem(fact.concept(), negative(fact), fact, true))
        : Optional.empty();
  }

  /** The fact with a value that isn't above zero: filers report a reduction with either sign. */
  private static Fact negative(Fact fact) {
    return new Fact(
        fact.concept(),
        fact.context(),
        fact.unit(),
        fact.value().map(value -> value.abs().negate()),
        false,
        fact.precision(),
        fact.id());
  }

  private Optional<RevenueItem> hedging(Fact fact) {
    Map<QualifiedName, QualifiedName> dimensions = fact.context().dimensions();
    QualifiedName location = dimensions.get(LOCATION);
    boolean isItem =
        isGainFromHedging(fact.concept())
            && (location == null
                ? dimensions.isEmpty() && fact.concept().local().contains("Hedg")
                : dimensions.size() == 1 && IN_SALES.contains(location.local()));
    return isItem
        ? Optional.of(new RevenueItem(fact.concept(), fact, fact, isInTableOfRevenue(fact)))
        : Optional.empty();
  }

  /** Whether the definition linkbase has a concept among the lines of a table of revenue. */
  private boolean isInTableOfRevenue(Fact fact) {
    return hierarchy.wholes(fact.concept()).stream()
        .map(QualifiedName::local)
        .anyMatch(lines -> lines.contains("Revenue") && lines.endsWith("LineItems"));
  }
}
