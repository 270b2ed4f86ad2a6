package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.FactUnit;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.Span;
import io.regionalmetrics.xbrl.StandardAxes;
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
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the concepts under which a filing reports total revenue, the top line of the income
 * statement.
 *
 * <p>Concepts with the same values in every period that has both are one line. Total revenue is the
 * line that is never less than another one, or {@code RevenuesNetOfInterestExpense} if the filing
 * reports it. A line that exceeds another one by {@linkplain OtherIncome other income} is more than
 * revenue: Chevron's {@code Revenues} of 48,896 are sales of 47,216, 1,240 from affiliates and 440
 * of other income. So is one that exceeds another by excise or sales taxes, if regions or segments
 * are reported only without these taxes: Philip Morris International.
 */
final class RevenueLines {
  private static final QualifiedName NET_OF_INTEREST =
      new QualifiedName("us-gaap", "RevenuesNetOfInterestExpense");
  private static final List<QualifiedName> REGIONS =
      List.of(StandardAxes.GEOGRAPHY, StandardAxes.SEGMENTS);
  private static final List<String> REVENUE_WORDS = List.of("Revenue", "Sales");
  private static final List<String> TAX_WORDS =
      List.of("ExciseTax", "ExciseAndSalesTax", "SalesTax");

  /** The most unlisted concepts of one line; no real filing has more than three. */
  private static final int MAX_UNLISTED = 20;

  /** In how many periods an unlisted concept must equal total revenue to be the same line. */
  private static final int MIN_EQUAL_PERIODS = 2;

  private final Map<QualifiedName, Map<SpanAndUnit, BigDecimal>> totals = new LinkedHashMap<>();
  private final List<QualifiedName> listed;
  private final Optional<QualifiedName> top;
  private final Set<QualifiedName> divided = new HashSet<>();
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
      if (filing.isOf(fact.context().entity())) {
        add(fact);
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

  private void add(Fact fact) {
    if (fact.context().isWithoutDimensions()) {
      addTotal(fact);
    } else if (listed.contains(fact.concept())
        && REGIONS.stream().anyMatch(fact.context().dimensions()::containsKey)) {
      divided.add(fact.concept());
    }
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
        || OtherIncome.isItem(concept)
        || OperatingIncome.isNeeded(concept)
        || isNamedRevenue(concept)
        || isTax(concept);
  }

  /** Whether a concept's name has a word for revenue, whatever else it says. */
  static boolean isNamedRevenue(QualifiedName concept) {
    return ElementName.containsAny(REVENUE_WORDS, concept);
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

  private Optional<QualifiedName> findTop() {
    List<QualifiedName> reported = listed.stream().filter(totals::containsKey).toList();
    if (reported.contains(NET_OF_INTEREST)) {
      return Optional.of(NET_OF_INTEREST);
    }
    List<QualifiedName> revenue =
        reported.stream()
            .filter(one -> reported.stream().noneMatch(other -> isMoreThan(one, other)))
            .toList();
    return revenue.stream()
        .filter(one -> revenue.stream().allMatch(other -> isNeverLess(one, other)))
        .findFirst()
        .or(() -> revenue.stream().findFirst());
  }

  /** Whether one concept is more than revenue, since another one is revenue. */
  private boolean isMoreThan(QualifiedName one, QualifiedName other) {
    return exceedsByOtherIncome(one, other) || exceedsByTaxes(one, other);
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
    return isAlwaysMore(
        one, other, (excess, time) -> isOtherIncome(excess, value(one, time), time));
  }

  /**
   * Whether the excess is other income. Other income that operating income includes is revenue,
   * unless its name says what it is.
   */
  private boolean isOtherIncome(BigDecimal excess, BigDecimal total, SpanAndUnit time) {
    return OtherIncome.isSum(excess, items(OtherIncome::isNeverRevenue, time))
        || (OtherIncome.isSum(excess, items(OtherIncome::isItem, time))
            && !OperatingIncome.followsFrom(total, concept -> reported(concept, time)));
  }

  /**
   * Whether one concept exceeds another by taxes in every period that reports both, and regions or
   * segments are reported only without taxes.
   */
  private boolean exceedsByTaxes(QualifiedName one, QualifiedName other) {
    return !divided.contains(one)
        && divided.contains(other)
        && isAlwaysMore(
            one,
            other,
            (excess, time) ->
                items(RevenueLines::isTax, time).anyMatch(tax -> tax.compareTo(excess) == 0));
  }

  private static boolean isTax(QualifiedName concept) {
    return ElementName.containsAny(TAX_WORDS, concept);
  }

  private boolean isAlwaysMore(
      QualifiedName one, QualifiedName other, BiPredicate<BigDecimal, SpanAndUnit> isExcess) {
    Set<SpanAndUnit> shared = one.equals(other) ? Set.of() : sharedTimes(one, other);
    return !shared.isEmpty()
        && shared.stream()
            .allMatch(time -> {
              BigDecimal excess = value(one, time).subtract(value(other, time));
              return excess.signum() > 0 && isExcess.test(excess, time);
            });
  }

  private Stream<BigDecimal> items(Predicate<QualifiedName> which, SpanAndUnit time) {
    return totals.keySet().stream()
        .filter(which)
        .flatMap(concept -> reported(concept, time).stream());
  }

  private Optional<BigDecimal> reported(QualifiedName concept, SpanAndUnit time) {
    return Optional.ofNullable(totals.getOrDefault(concept, Map.of()).get(time));
  }
}
