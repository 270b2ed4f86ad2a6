package io.regionalmetrics.workbook;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An expression of a spreadsheet's formula, with as few parentheses as its meaning allows.
 *
 * @param text the expression
 * @param rank how tightly it holds together
 */
record Expression(String text, Rank rank) {
  /** How tightly an expression holds together, loosest first. */
  enum Rank {
    /** A sum, a difference, or a number below zero. */
    SUM,
    /** A product or a quotient. */
    PRODUCT,
    /** A cell, a number, or a function. */
    ATOM
  }

  /** A part of a sum. */
  record Summand(boolean isSubtracted, Expression expression) {}

  /** A spreadsheet computes with as many digits at most. */
  private static final MathContext DIGITS = new MathContext(17);

  private static final BigInteger MOST_EXACT = BigInteger.TEN.pow(15);

  /** A cell. */
  static Expression cell(String reference) {
    return new Expression(reference, Rank.ATOM);
  }

  /** A number, as exact as a spreadsheet can have it. */
  static Expression number(BigFraction number) {
    if (isWhole(number) && isExact(number)) {
      return number(number.getNumerator().toString());
    }
    if (isExact(number)) {
      return whole(number.getNumerator()).over(whole(number.getDenominator()));
    }
    BigDecimal decimal =
        new BigDecimal(number.getNumerator())
            .divide(new BigDecimal(number.getDenominator()), DIGITS);
    return number(decimal.stripTrailingZeros().toString());
  }

  private static Expression whole(BigInteger number) {
    return number(number.toString());
  }

  private static Expression number(String text) {
    return new Expression(text, text.startsWith("-") ? Rank.SUM : Rank.ATOM);
  }

  private static boolean isWhole(BigFraction number) {
    return number.getDenominator().equals(BigInteger.ONE);
  }

  private static boolean isExact(BigFraction number) {
    return number.getNumerator().abs().compareTo(MOST_EXACT) < 0
        && number.getDenominator().compareTo(MOST_EXACT) < 0;
  }

  /** A sum; the number zero if it has no parts. */
  static Expression sum(List<Summand> parts) {
    if (parts.isEmpty()) {
      return number("0");
    }
    if (parts.size() == 1 && !parts.getFirst().isSubtracted()) {
      return parts.getFirst().expression();
    }
    StringBuilder text = new StringBuilder();
    for (Summand part : parts) {
      String plus = text.isEmpty() ? "" : "+";
      text.append(part.isSubtracted() ? "-" : plus);
      text.append(part.expression().within(part.isSubtracted() ? Rank.PRODUCT : Rank.SUM));
    }
    return new Expression(text.toString(), Rank.SUM);
  }

  /** This minus another. */
  Expression minus(Expression other) {
    return sum(List.of(new Summand(false, this), new Summand(true, other)));
  }

  /** This times another. */
  Expression times(Expression other) {
    return new Expression(within(Rank.PRODUCT) + "*" + other.within(Rank.PRODUCT), Rank.PRODUCT);
  }

  /** A number above zero times this. */
  Expression times(BigFraction factor) {
    if (factor.equals(BigFraction.ONE)) {
      return this;
    }
    if (factor.getNumerator().equals(BigInteger.ONE) && isExact(factor)) {
      return over(whole(factor.getDenominator()));
    }
    return number(factor).times(this);
  }

  /** This divided by another. */
  Expression over(Expression other) {
    return new Expression(within(Rank.PRODUCT) + "/" + other.within(Rank.ATOM), Rank.PRODUCT);
  }

  /** A function of expressions, such as {@code MAX(0,E2)}. */
  static Expression function(String name, Expression... arguments) {
    String list = Stream.of(arguments).map(Expression::text).collect(Collectors.joining(","));
    return new Expression(name + "(" + list + ")", Rank.ATOM);
  }

  /** The text, in parentheses where it would fall apart within a tighter expression. */
  private String within(Rank tighter) {
    return rank.compareTo(tighter) < 0 ? "(" + text + ")" : text;
  }
}
