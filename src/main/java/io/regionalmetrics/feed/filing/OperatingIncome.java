package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.QualifiedName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Operating income, and the costs that lead to it from revenue. */
final class OperatingIncome {
  private static final QualifiedName INCOME = concept("OperatingIncomeLoss");

  /** The ways in which statements list their costs. */
  private static final List<List<QualifiedName>> COSTS =
      List.of(
          List.of(concept("CostsAndExpenses")),
          List.of(concept("CostOfRevenue"), concept("SellingGeneralAndAdministrativeExpense")),
          List.of(
              concept("CostOfGoodsAndServicesSold"),
              concept("SellingGeneralAndAdministrativeExpense")));

  private static final Set<QualifiedName> NEEDED =
      Stream.concat(Stream.of(INCOME), COSTS.stream().flatMap(List::stream))
          .collect(Collectors.toUnmodifiableSet());

  private OperatingIncome() {}

  private static QualifiedName concept(String local) {
    return new QualifiedName("us-gaap", local);
  }

  /** Whether facts of a concept are needed to compute operating income. */
  static boolean isNeeded(QualifiedName concept) {
    return NEEDED.contains(concept);
  }

  /**
   * Whether operating income is an amount less the costs.
   *
   * @param reported the value that the filing reports for a concept in the same period, if any
   */
  static boolean followsFrom(
      BigDecimal amount, Function<QualifiedName, Optional<BigDecimal>> reported) {
    return reported
        .apply(INCOME)
        .filter(income -> COSTS.stream().anyMatch(costs -> isLess(amount, costs, income, reported)))
        .isPresent();
  }

  private static boolean isLess(
      BigDecimal amount,
      List<QualifiedName> costs,
      BigDecimal income,
      Function<QualifiedName, Optional<BigDecimal>> reported) {
    List<BigDecimal> values =
        costs.stream().flatMap(cost -> reported.apply(cost).stream()).toList();
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return values.size() == costs.size() && amount.subtract(sum).compareTo(income) == 0;
  }
}
