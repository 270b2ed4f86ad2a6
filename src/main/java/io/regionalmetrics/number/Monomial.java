package io.regionalmetrics.number;

import io.regionalmetrics.number.Formula.Operand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A product of operands. Monomials are ordered lexicographically: the one with the higher power of
 * the first operand comes last, on a tie the one with the higher power of the second, and so on.
 *
 * @param factors the operands in the order of their ids; a squared operand occurs twice; empty for
 *     the constant 1
 */
record Monomial(List<Operand> factors) implements Comparable<Monomial> {
  /** The product of no operands. */
  static final Monomial ONE = new Monomial(List.of());

  /** Orders operands by their ids. */
  static final Comparator<Operand> BY_ID = Comparator.comparing(Operand::id);

  static Monomial of(Operand operand) {
    return new Monomial(List.of(operand));
  }

  /** The power in which an operand occurs; 0 if it doesn't. */
  int power(Operand operand) {
    int power = 0;
    for (Operand factor : factors) {
      power += factor.equals(operand) ? 1 : 0;
    }
    return power;
  }

  Monomial times(Monomial other) {
    List<Operand> all = new ArrayList<>(factors);
    all.addAll(other.factors);
    all.sort(BY_ID);
    return new Monomial(List.copyOf(all));
  }

  /** This divided by another; empty if it doesn't contain all factors of the other. */
  Optional<Monomial> dividedBy(Monomial other) {
    List<Operand> left = new ArrayList<>(factors);
    return other.factors.stream().allMatch(left::remove)
        ? Optional.of(new Monomial(List.copyOf(left)))
        : Optional.empty();
  }

  @Override
  public int compareTo(Monomial other) {
    for (int i = 0; i < Math.min(factors.size(), other.factors.size()); i++) {
      int order = BY_ID.compare(other.factors.get(i), factors.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(factors.size(), other.factors.size());
  }
}
