package io.regionalmetrics.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Bounds hold for any unrounded operands, and their ends are reached. The formulas are those that
 * comparisons are made of, over figures that share operands or don't; what is expected is computed
 * by itself, number by number.
 */
class FormulaPropertyTest {
  private static final BigFraction HUNDRED = BigFraction.of(100);

  /** Four published levels, a growth, and where in its rounding each true number lies. */
  record Given(List<BigDecimal> levels, int decimals, BigDecimal growth, long seed) {
    List<Formula> formulas() {
      List<Formula> all = new ArrayList<>();
      for (int i = 0; i < levels.size(); i++) {
        all.add(operand("x" + i, levels.get(i), decimals));
      }
      all.add(operand("g", growth, 0));
      return all;
    }

    /** A choice of true numbers, at random places of their intervals, at ends often. */
    List<BigFraction> choice(Random random) {
      return formulas().stream()
          .map(formula -> choose(((Formula.Operand) formula).interval(), random))
          .toList();
    }

    private static BigFraction choose(Interval interval, Random random) {
      int part = random.nextInt(5);
      return interval.low().add(interval.width().multiply(BigFraction.of(part, 4)));
    }
  }

  /** A formula, and the same in plain arithmetic. */
  record Shape(
      String name,
      Function<List<Formula>, Formula> formula,
      Function<List<BigFraction>, BigFraction> plain) {

    /**
     * The answer for a choice of true numbers; nothing where one of its divisors is zero, though it
     * cancels in the whole: a ratio over a ratio over zero has no value to hold.
     */
    Optional<BigFraction> answer(List<BigFraction> choice) {
      try {
        return Optional.of(plain.apply(choice));
      } catch (ArithmeticException dividedByZero) {
        return Optional.empty();
      }
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("change", x -> x.get(0).minus(x.get(1)), v -> v.get(0).subtract(v.get(1))),
          new Shape(
              "growth",
              x -> x.get(0).dividedBy(x.get(1)).minus(Formula.ONE).times(100),
              v -> v.get(0).divide(v.get(1)).subtract(1).multiply(100)),
          new Shape(
              "implied base",
              x -> x.get(0).dividedBy(factor(x.get(4))),
              v -> v.get(0).divide(factor(v.get(4)))),
          new Shape(
              "change from an implied base",
              x -> x.get(0).minus(x.get(0).dividedBy(factor(x.get(4)))),
              v -> v.get(0).subtract(v.get(0).divide(factor(v.get(4))))),
          new Shape(
              "growth of the rest, the part's base implied",
              x ->
                  x.get(0)
                      .minus(x.get(1))
                      .dividedBy(x.get(2).minus(x.get(1).dividedBy(factor(x.get(4))))),
              v ->
                  v.get(0)
                      .subtract(v.get(1))
                      .divide(v.get(2).subtract(v.get(1).divide(factor(v.get(4)))))),
          new Shape(
              "part of a whole that holds it",
              x -> x.get(0).dividedBy(x.get(0).plus(x.get(1)).plus(x.get(2))),
              v -> v.get(0).divide(v.get(0).add(v.get(1)).add(v.get(2)))),
          new Shape(
              "rest against the whole",
              x -> x.get(0).minus(x.get(1)).dividedBy(x.get(0)),
              v -> v.get(0).subtract(v.get(1)).divide(v.get(0))),
          new Shape(
              "sum against another that shares a part",
              x -> x.get(0).plus(x.get(1)).dividedBy(x.get(1).plus(x.get(2))),
              v -> v.get(0).add(v.get(1)).divide(v.get(1).add(v.get(2)))),
          new Shape(
              "ratio over an average against the quarter before",
              x ->
                  x.get(0)
                      .dividedBy(x.get(1).plus(x.get(2)))
                      .dividedBy(x.get(3).dividedBy(x.get(0).plus(x.get(1)))),
              v ->
                  v.get(0)
                      .divide(v.get(1).add(v.get(2)))
                      .divide(v.get(3).divide(v.get(0).add(v.get(1))))),
          new Shape(
              "change of a share, in points",
              x -> x.get(0).dividedBy(x.get(1)).minus(x.get(2).dividedBy(x.get(3))),
              v -> v.get(0).divide(v.get(1)).subtract(v.get(2).divide(v.get(3)))),
          new Shape(
              "change of a share of a part with an implied base",
              x ->
                  x.get(0)
                      .dividedBy(x.get(1))
                      .minus(x.get(0).dividedBy(factor(x.get(4))).dividedBy(x.get(2))),
              v ->
                  v.get(0)
                      .divide(v.get(1))
                      .subtract(v.get(0).divide(factor(v.get(4))).divide(v.get(2)))),
          new Shape(
              "contribution of a part to the whole that it is in",
              x -> x.get(0).minus(x.get(1)).dividedBy(x.get(1).plus(x.get(2))),
              v -> v.get(0).subtract(v.get(1)).divide(v.get(1).add(v.get(2)))),
          new Shape(
              "contribution of a part with an implied value",
              x -> x.get(0).times(factor(x.get(4))).minus(x.get(0)).dividedBy(x.get(1)),
              v -> v.get(0).multiply(factor(v.get(4))).subtract(v.get(0)).divide(v.get(1))),
          new Shape(
              "ratio against a ratio of the same terms",
              x ->
                  x.get(0)
                      .dividedBy(x.get(1))
                      .dividedBy(x.get(0).plus(x.get(2)).dividedBy(x.get(1).plus(x.get(3)))),
              v ->
                  v.get(0)
                      .divide(v.get(1))
                      .divide(v.get(0).add(v.get(2)).divide(v.get(1).add(v.get(3))))));

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void boundsHoldTheAnswerForAnyUnroundedOperands(@ForAll("given") Given given) {
    Random random = new Random(given.seed());
    for (Shape shape : SHAPES) {
      Optional<Interval> range = FormulaRange.of(shape.formula().apply(given.formulas()));
      for (int i = 0; range.isPresent() && i < 10; i++) {
        Optional<BigFraction> answer = shape.answer(given.choice(random));
        assertThat(answer.filter(number -> !range.get().holds(number))).as(shape.name()).isEmpty();
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void endsAreReached(@ForAll("given") Given given) {
    for (Shape shape : SHAPES) {
      Optional<Interval> range = FormulaRange.of(shape.formula().apply(given.formulas()));
      if (range.isPresent()) {
        List<BigFraction> reached =
            corners(given).stream().map(shape::answer).flatMap(Optional::stream).toList();
        assertThat(reached).as(shape.name()).contains(range.get().low(), range.get().high());
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void boundsAreMissingOnlyIfADivisorMayBeZero(@ForAll("given") Given given) {
    for (Shape shape : SHAPES) {
      if (FormulaRange.of(shape.formula().apply(given.formulas())).isEmpty()) {
        assertThat(given.levels())
            .as(shape.name())
            .satisfiesAnyOf(
                levels ->
                    assertThat(levels)
                        .anyMatch(level -> level.compareTo(half(given.decimals())) <= 0),
                levels -> assertThat(shape.name()).contains("rest"));
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void figureOfTwelveDigitsContainsTheExactRange(@ForAll("given") Given given) {
    Formula growth = SHAPES.get(1).formula().apply(given.formulas());
    if (FormulaRange.of(growth).isPresent()) {
      Interval exact = FormulaRange.of(growth).get();
      Bounds rounded =
          Figure.computed(
                  growth.value().orElseThrow(),
                  FormulaRange.of(growth),
                  Unit.PERCENT,
                  Origin.DERIVED)
              .bounds()
              .orElseThrow();
      assertThat(Interval.exact(rounded.low())).isLessThanOrEqualTo(exact.low());
      assertThat(Interval.exact(rounded.high())).isGreaterThanOrEqualTo(exact.high());
      assertThat(rounded.low().precision()).isLessThanOrEqualTo(12);
    }
  }

  @Provide
  Arbitrary<Given> given() {
    Arbitrary<Integer> decimals = Arbitraries.integers().between(-6, 2);
    Arbitrary<List<Integer>> digits = Arbitraries.integers().between(0, 2_000).list().ofSize(4);
    Arbitrary<Integer> growth = Arbitraries.integers().between(-99, 300);
    return net.jqwik.api.Combinators.combine(digits, decimals, growth, Arbitraries.longs())
        .as((units, exact, percent, seed) ->
            new Given(
                units.stream().map(unit -> BigDecimal.valueOf(unit).movePointLeft(exact)).toList(),
                exact,
                BigDecimal.valueOf(percent),
                seed));
  }

  private static List<List<BigFraction>> corners(Given given) {
    List<Interval> box =
        given.formulas().stream().map(formula -> ((Formula.Operand) formula).interval()).toList();
    return IntStream.range(0, 1 << box.size()).mapToObj(corner -> corner(box, corner)).toList();
  }

  private static List<BigFraction> corner(List<Interval> box, int corner) {
    return IntStream.range(0, box.size())
        .mapToObj(i -> (corner >> i & 1) == 0 ? box.get(i).low() : box.get(i).high())
        .toList();
  }

  private static Formula operand(String id, BigDecimal value, int decimals) {
    return Formula.operand(
        id,
        value,
        new Precision.Decimals(decimals)
            .around(value)
            .atLeast(id.equals("g") ? BigDecimal.valueOf(-100) : BigDecimal.ZERO)
            .interval());
  }

  private static BigDecimal half(int decimals) {
    return new BigDecimal("0.5").movePointLeft(decimals);
  }

  private static Formula factor(Formula growth) {
    return Formula.ONE.plus(growth.dividedBy(100));
  }

  private static BigFraction factor(BigFraction growth) {
    return growth.divide(HUNDRED).add(1);
  }
}
