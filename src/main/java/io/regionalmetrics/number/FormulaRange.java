package io.regionalmetrics.number;

import io.regionalmetrics.number.Formula.Constant;
import io.regionalmetrics.number.Formula.NonNegative;
import io.regionalmetrics.number.Formula.Operand;
import io.regionalmetrics.number.Formula.Product;
import io.regionalmetrics.number.Formula.Quotient;
import io.regionalmetrics.number.Formula.Sum;
import io.regionalmetrics.number.Formula.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the range of a formula over all unrounded operands, in three steps.
 *
 * <ol>
 *   <li>Replaces operands that always occur together in the same sums, with the same coefficients,
 *       by one operand: their sum.
 *   <li>Replaces each part whose operands occur once, and nowhere else, by its interval. That is
 *       tight: "if each variable occurs just once, the natural interval extension is the range"
 *       (Moore, Kearfott, Cloud, <i>Introduction to Interval Analysis</i>, 2009, section 6.1).
 *   <li>Writes the rest as a quotient P / Q of polynomials in the few operands that are really
 *       shared; {@link RationalRange} finds its range.
 * </ol>
 *
 * <p>Worked example: with v in [105.5, 106.5] and g in [1.335, 1.345], v - v / g contains v twice.
 * Step 2 changes nothing. Step 3 makes it (v g - v) / g, which is monotone in v and in g, and finds
 * [105.5 x 0.335 / 1.335, 106.5 x 0.345 / 1.345] = [26.47, 27.32]. Treating both v as independent
 * would give [25.72, 28.07].
 */
public final class FormulaRange {
  private final Map<Operand, List<Occurrence>> occurrences = new LinkedHashMap<>();
  private final Map<Operand, Operand> leaders = new HashMap<>();
  private final Set<Operand> followers = new HashSet<>();
  private int places;
  private boolean impossible;

  /**
   * One occurrence of an operand.
   *
   * @param place the number of the sum in which it occurs; outside a sum, a number of its own
   * @param coefficient its coefficient there
   */
  private record Occurrence(int place, BigFraction coefficient) {}

  private FormulaRange(Formula formula) {
    find(formula);
    Map<List<Occurrence>, List<Operand>> together = new LinkedHashMap<>();
    occurrences.forEach((operand, where) -> {
      if (where.size() > 1) {
        together.computeIfAbsent(where, w -> new ArrayList<>()).add(operand);
      }
    });
    together.forEach(this::group);
  }

  /**
   * The interval that contains the exact result for every choice of unrounded operands. Both ends
   * are reached, except in the cases that {@link RationalRange#of} names.
   *
   * @return empty if no bound is true because a divisor may be zero, or if a part declared
   *     non-negative is negative for every choice of operands
   */
  public static Optional<Interval> of(Formula formula) {
    FormulaRange range = new FormulaRange(formula);
    Formula reduced = range.reduce(formula);
    if (range.impossible) {
      return Optional.empty();
    }
    return switch (reduced) {
      case Operand operand -> Optional.of(operand.interval());
      case Constant constant -> Optional.of(Interval.point(constant.number()));
      case NonNegative(Formula inner) ->
          RationalFunction.of(inner).flatMap(RationalRange::of).flatMap(Interval::nonNegative);
      default -> RationalFunction.of(reduced).flatMap(RationalRange::of);
    };
  }

  private void find(Formula formula) {
    switch (formula) {
      case Operand operand -> occurs(operand, new Occurrence(- ++places, BigFraction.ONE));
      case Constant constant -> {}
      case Sum(List<Term> terms) -> find(terms);
      case Product(Formula left, Formula right) -> {
        find(left);
        find(right);
      }
      case Quotient(Formula dividend, Formula divisor) -> {
        find(dividend);
        find(divisor);
      }
      case NonNegative(Formula inner) -> find(inner);
    }
  }

  private void find(List<Term> terms) {
    int place = ++places;
    for (Term term : terms) {
      if (term.formula() instanceof Operand operand) {
        occurs(operand, new Occurrence(place, term.coefficient()));
      } else {
        find(term.formula());
      }
    }
  }

  private void occurs(Operand operand, Occurrence occurrence) {
    occurrences.computeIfAbsent(operand, o -> new ArrayList<>()).add(occurrence);
  }

  /**
   * Replaces operands that always occur together by one operand. It takes the place of the first;
   * the others are left out.
   */
  private void group(List<Occurrence> where, List<Operand> together) {
    if (together.size() < 2) {
      return;
    }
    BigFraction value = BigFraction.ZERO;
    Interval interval = Interval.point(BigFraction.ZERO);
    for (Operand operand : together) {
      value = value.add(operand.published());
      interval = interval.plus(operand.interval());
    }
    Operand one = new Operand("sum of " + together, value, interval);
    leaders.put(together.getFirst(), one);
    followers.addAll(together.subList(1, together.size()));
    occurrences.put(one, where);
  }

  private Formula reduce(Formula formula) {
    return switch (formula) {
      case Operand operand -> leaders.getOrDefault(operand, operand);
      case Constant constant -> constant;
      case Sum(List<Term> terms) -> reduce(terms);
      case Product(Formula left, Formula right) -> product(reduce(left), reduce(right));
      case Quotient(Formula dividend, Formula divisor) ->
          quotient(reduce(dividend), reduce(divisor));
      case NonNegative(Formula inner) -> nonNegative(reduce(inner));
    };
  }

  private Formula product(Formula left, Formula right) {
    Interval leftAlone = alone(left);
    Interval rightAlone = alone(right);
    return leftAlone != null && rightAlone != null
        ? once(leftAlone.times(rightAlone))
        : new Product(left, right);
  }

  private Formula quotient(Formula dividend, Formula divisor) {
    Interval dividendAlone = alone(dividend);
    Interval divisorAlone = alone(divisor);
    return dividendAlone != null && divisorAlone != null
        ? once(dividendAlone.dividedBy(divisorAlone))
        : new Quotient(dividend, divisor);
  }

  private Formula nonNegative(Formula inner) {
    Interval interval = alone(inner);
    return interval != null ? once(interval.nonNegative()) : new NonNegative(inner);
  }

  private Formula reduce(List<Term> terms) {
    Map<Formula, BigFraction> shared = new LinkedHashMap<>();
    Interval own = Interval.point(BigFraction.ZERO);
    for (Term term : terms) {
      if (term.formula() instanceof Operand operand && followers.contains(operand)) {
        continue;
      }
      Formula reduced = reduce(term.formula());
      Interval interval = alone(reduced);
      if (interval != null) {
        own = own.plus(interval.times(term.coefficient()));
      } else {
        shared.merge(reduced, term.coefficient(), BigFraction::add);
      }
    }
    return shared.isEmpty() ? once(own) : sum(shared, own);
  }

  private Formula sum(Map<Formula, BigFraction> shared, Interval own) {
    List<Term> left = new ArrayList<>();
    shared.forEach((formula, coefficient) -> left.add(new Term(coefficient, formula)));
    left.add(new Term(BigFraction.ONE, once(own)));
    return new Sum(left);
  }

  /** The interval of a part that shares no operand with other parts; null if it shares one. */
  private @Nullable Interval alone(Formula reduced) {
    return switch (reduced) {
      case Constant constant -> Interval.point(constant.number());
      case Operand operand when occurrences.getOrDefault(operand, List.of()).size() <= 1 ->
          operand.interval();
      default -> null;
    };
  }

  private Formula once(Optional<Interval> interval) {
    impossible |= interval.isEmpty();
    return interval.map(this::once).orElse(Formula.ZERO);
  }

  private Formula once(Interval interval) {
    return interval.isPoint()
        ? new Constant(interval.low())
        : new Operand("part " + ++places, interval.low(), interval);
  }
}
