package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.FactUnit;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the concepts under which a filing reports total revenue, the top line of the income
 * statement.
 *
 * <p>Concepts with the same values in every period that has both are one line. Total revenue is the
 * line that is never less than another one, or {@code RevenuesNetOfInterestExpense} if the filing
 * reports it. A line that exceeds another one by other income (income of affiliates, non-operating
 * income) is more than revenue: Chevron's {@code Revenues} of 48,896 are sales of 47,216, 1,240
 * from affiliates and 440 of other income.
 */
final class RevenueLines {
  private static final QualifiedName NET_OF_INTEREST =
      new QualifiedName("us-gaap", "RevenuesNetOfInterestExpense");
  private static final List<String> REVENUE_WORDS = List.of("Revenue", "Sales");
  private static final List<String> OTHER_INCOME_WORDS =
      List.of("EquityMethodInvestment", "Nonoperating", "OtherIncome");

  private static final Map<String, String> PART_IDS =
      Map.of(
          "RevenueFromContractWithCustomerExcludingAssessedTax", "revenue-from-contracts",
          "RevenueFromContractWithCustomerIncludingAssessedTax", "revenue-from-contracts",
          "SalesRevenueNet", "revenue-net-sales",
          "SalesRevenueGoodsNet", "revenue-goods",
          "SalesRevenueServicesNet", "revenue-services");
  private static final Map<String, String> PART_NAMES =
      Map.of(
          "revenue-from-contracts", "Revenue from contracts with customers",
          "revenue-net-sales", "Net sales",
          "revenue-goods", "Sales of goods",
          "revenue-services", "Sales of services");

  /** The most unlisted concepts of one line; no real filing has more than three. */
  private static final int MAX_UNLISTED = 20;

  /** The most kinds of other income that are considered; no real filing has more than ten. */
  private static final int MAX_KINDS = 20;

  /** The most items of other income that a line may include. */
  private static final int MAX_ITEMS = 3;

  /** In how many periods an unlisted concept must equal total revenue to be the same line. */
  private static final int MIN_EQUAL_PERIODS = 2;

  private final Map<QualifiedName, Map<SpanAndUnit, BigDecimal>> totals = new LinkedHashMap<>();
  private final List<QualifiedName> listed;
  private final Optional<QualifiedName> top;
  private final Set<QualifiedName> topLine = new LinkedHashSet<>();
  private final Set<QualifiedName> concepts = new LinkedHashSet<>();

  /** The span and unit of a total: totals of different concepts are compared only within one. */
  private record SpanAndUnit(Span span, FactUnit unit) {}

  /**
   * The lines of a filing.
   *
   * @param listed the concepts that may report revenue, in order of preference
   * @param filing the filing; facts of other companies don't count
   */
  RevenueLines(Collection<Fact> facts, List<QualifiedName> listed, Filing filing) {
    this.listed = listed;
    for (Fact fact : facts) {
      if (fact.context().isWithoutDimensions() && filing.isOf(fact.context().entity())) {
        addTotal(fact);
      }
    }
    this.top = findTop();
    top.ifPresent(topLine::add);
    listed.stream().filter(this::isSameLine).forEach(topLine::add);
    totals.keySet().stream()
        .filter(this::isUnlistedSameLine)
        .limit(MAX_UNLISTED)
        .forEach(topLine::add);
    concepts.addAll(topLine);
    listed.stream().filter(one -> sharedTimes(one).isEmpty()).forEach(concepts::add);
  }

  private void addTotal(Fact fact) {
    if (fact.value().isPresent() && fact.context().span().isPresent()) {
      totals
          .computeIfAbsent(fact.concept(), same -> new HashMap<>())
          .putIfAbsent(
              new SpanAndUnit(fact.context().span().get(), fact.unit()), fact.value().get());
    }
  }

  /** Whether facts of a concept are needed to distinguish the lines, or as items of revenue. */
  static boolean isNeeded(QualifiedName concept) {
    return RevenueItems.isNeeded(concept)
        || Stream.concat(REVENUE_WORDS.stream(), OTHER_INCOME_WORDS.stream())
            .anyMatch(concept.local()::contains);
  }

  /** The concepts of total revenue, best first. */
  Set<QualifiedName> concepts() {
    return concepts;
  }

  /** The concepts of total revenue, then all others in this list. */
  List<QualifiedName> before(List<QualifiedName> others) {
    return Stream.concat(concepts.stream(), others.stream()).distinct().toList();
  }

  /** The concept that represents the line of a concept. */
  QualifiedName line(QualifiedName concept) {
    return topLine.contains(concept) ? top.orElseThrow() : concept;
  }

  /** Whether a concept reports total revenue plus other income. */
  boolean isMoreThanRevenue(QualifiedName concept) {
    return top.isPresent()
        && !concept.equals(top.get())
        && exceedsByOtherIncome(concept, top.get());
  }

  /** The id of the metric for a concept that reports only a part of revenue. */
  static String partId(QualifiedName concept) {
    return Optional.ofNullable(PART_IDS.get(concept.local()))
        .orElseGet(() -> ElementName.id("revenue", ElementName.of(concept)));
  }

  /** The name of that metric. */
  static String partName(QualifiedName concept) {
    return Optional.ofNullable(PART_NAMES.get(partId(concept)))
        .orElseGet(() -> ElementName.sentence(ElementName.of(concept)));
  }

  private Optional<QualifiedName> findTop() {
    List<QualifiedName> reported = listed.stream().filter(totals::containsKey).toList();
    if (reported.contains(NET_OF_INTEREST)) {
      return Optional.of(NET_OF_INTEREST);
    }
    List<QualifiedName> revenue =
        reported.stream()
            .filter(one -> reported.stream().noneMatch(other -> exceedsByOtherIncome(one, other)))
            .toList();
    return revenue.stream()
        .filter(one -> revenue.stream().allMatch(other -> isNeverLess(one, other)))
        .findFirst()
        .or(() -> revenue.stream().findFirst());
  }

  private boolean isNeverLess(QualifiedName one, QualifiedName other) {
    Map<SpanAndUnit, BigDecimal> values = totals.getOrDefault(one, Map.of());
    return totals.getOrDefault(other, Map.of()).entrySet().stream()
        .allMatch(total -> {
          BigDecimal value = values.get(total.getKey());
          return value == null || value.compareTo(total.getValue()) >= 0;
        });
  }

  /** The times for which a concept and total revenue are both reported. */
  private Set<SpanAndUnit> sharedTimes(QualifiedName concept) {
    return top.map(one -> sharedTimes(one, concept)).orElse(Set.of());
  }

  private Set<SpanAndUnit> sharedTimes(QualifiedName one, QualifiedName other) {
    ReadingTime.check();
    Set<SpanAndUnit> shared = new HashSet<>(totals.getOrDefault(one, Map.of()).keySet());
    shared.retainAll(totals.getOrDefault(other, Map.of()).keySet());
    return shared;
  }

  private boolean isSameLine(QualifiedName concept) {
    Set<SpanAndUnit> shared = sharedTimes(concept);
    return !shared.isEmpty()
        && shared.stream()
            .allMatch(time -> value(concept, time).compareTo(value(top.orElseThrow(), time)) == 0);
  }

  private boolean isUnlistedSameLine(QualifiedName concept) {
    return !listed.contains(concept)
        && sharedTimes(concept).size() >= MIN_EQUAL_PERIODS
        && isSameLine(concept);
  }

  private BigDecimal value(QualifiedName concept, SpanAndUnit time) {
    return totals.getOrDefault(concept, Map.of()).getOrDefault(time, BigDecimal.ZERO);
  }

  /** Whether one concept exceeds another by other income in every period that reports both. */
  private boolean exceedsByOtherIncome(QualifiedName one, QualifiedName other) {
    Set<SpanAndUnit> shared = sharedTimes(one, other);
    return !one.equals(other)
        && !shared.isEmpty()
        && shared.stream()
            .allMatch(time -> {
              BigDecimal excess = value(one, time).subtract(value(other, time));
              return excess.signum() > 0 && isOtherIncome(excess, time);
            });
  }

  private boolean isOtherIncome(BigDecimal amount, SpanAndUnit time) {
    List<BigDecimal> items =
        totals.entrySet().stream()
            .filter(item -> OTHER_INCOME_WORDS.stream().anyMatch(item.getKey().local()::contains))
            .map(item -> item.getValue().get(time))
            .filter(value -> value != null && value.signum() != 0)
            .distinct()
            .limit(MAX_KINDS)
            .toList();
    return isSumOf(amount, items, 0, MAX_ITEMS);
  }

  private static boolean isSumOf(BigDecimal amount, List<BigDecimal> items, int from, int most) {
    for (int i = from; i < items.size() && most > 0; i++) {
      BigDecimal rest = amount.subtract(items.get(i));
      if (rest.signum() == 0 || isSumOf(rest, items, i + 1, most - 1)) {
        return true;
      }
    }
    return false;
  }
}
