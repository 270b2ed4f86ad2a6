package io.regionalmetrics.workbook;

import io.regionalmetrics.number.Formula;
import io.regionalmetrics.number.Formula.Term;
import io.regionalmetrics.workbook.Expression.Summand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Writes a sum as a sum of figures that cells show: revenue of the world minus revenue of each
 * region, although the figures may be sums themselves.
 */
final class SumCover {
  private final Map<Term, Integer> left = new LinkedHashMap<>();
  private final List<Summand> taken = new ArrayList<>();

  /** A sum of which nothing is covered yet. */
  SumCover(Formula.Sum sum) {
    sum.terms().forEach(term -> left.merge(term, 1, Integer::sum));
  }

  /** Takes a figure out of the sum, added or subtracted, if all its terms are still there. */
  void take(Formula figure, Expression cell) {
    if (!take(terms(figure, BigFraction.ONE), cell, false)) {
      take(terms(figure, BigFraction.ONE.negate()), cell, true);
    }
  }

  private boolean take(List<Term> terms, Expression cell, boolean isSubtracted) {
    Map<Term, Integer> needed = new LinkedHashMap<>();
    terms.forEach(term -> needed.merge(term, 1, Integer::sum));
    boolean isThere =
        needed.entrySet().stream()
            .allMatch(one -> left.getOrDefault(one.getKey(), 0) >= one.getValue());
    if (isThere) {
      needed.forEach((term, times) ->
          left.computeIfPresent(term, (_, there) -> there > times ? there - times : null));
      taken.add(new Summand(isSubtracted, cell));
    }
    return isThere;
  }

  private static List<Term> terms(Formula figure, BigFraction sign) {
    return figure instanceof Formula.Sum(List<Term> terms)
        ? terms.stream()
            .map(term -> new Term(term.coefficient().multiply(sign), term.formula()))
            .toList()
        : List.of(new Term(sign, figure));
  }

  /** The figures that were taken. */
  List<Summand> taken() {
    return taken;
  }

  /** The terms that no figure covers. */
  List<Term> left() {
    List<Term> terms = new ArrayList<>();
    left.forEach((term, times) -> {
      for (int i = 0; i < times; i++) {
        terms.add(term);
      }
    });
    return terms;
  }
}
