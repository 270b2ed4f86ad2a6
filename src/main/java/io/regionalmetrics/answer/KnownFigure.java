package io.regionalmetrics.answer;

import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.number.Interval;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * A figure that is known, and where it comes from.
 *
 * @param figure the figure as answers show it
 * @param formula the exact figure, for further computations
 * @param published the vintage of a reported figure; empty for a computed one
 * @param from the fields of its row that it is computed from
 * @param operands the figures outside its row that it is computed from
 * @param sources the ids of its sources; empty if its operands name them
 * @param conversion the conversion from another currency, if there was one
 */
public record KnownFigure(
    Figure figure,
    Formula formula,
    Optional<CurrentVintage> published,
    List<RowField> from,
    List<Operand> operands,
    List<String> sources,
    Optional<Conversion> conversion)
    implements RowValue {

  /**
   * A figure that another figure is computed from.
   *
   * @param company the company's id
   * @param metric the metric's id
   * @param region the region as the question or a definition writes it
   * @param period the quarter
   * @param known the figure
   */
  public record Operand(
      String company, String metric, String region, YearQuarter period, KnownFigure known) {}

  /** Another published value of the same figure, from another source or in another unit. */
  public record Alternative(Figure figure, Vintage vintage) {}

  /**
   * The conversion of a figure from another currency.
   *
   * @param rate the exchange rate
   * @param unconverted the figure before the conversion
   */
  public record Conversion(ExchangeRate rate, KnownFigure unconverted) {

    /** The currency before the conversion; for a published growth, the currency of its levels. */
    public String currency() {
      Unit unit = unconverted.figure().unit();
      Unit ofLevels =
          unit.equals(Unit.PERCENT) ? unconverted.vintage().orElseThrow().cell().unit() : unit;
      return ofLevels.currency();
    }
  }

  /** Whether the figure was never published, but follows from a published growth. */
  public boolean isImplied() {
    return figure.origin() == Origin.IMPLIED;
  }

  /** The vintage of a reported figure; empty for a computed one. */
  public Optional<Vintage> vintage() {
    return published.map(CurrentVintage::vintage);
  }

  /** The other published values of a reported figure, which are not current. */
  public List<Alternative> alternatives() {
    List<Alternative> alternatives = new ArrayList<>();
    for (Vintage other : published.map(CurrentVintage::alternatives).orElse(List.of())) {
      alternatives.add(new Alternative(CurrentVintage.figure(other, true), other));
    }
    return alternatives;
  }

  /**
   * One of the vintages that a figure has had.
   *
   * @param figure empty if the vintage withdrew the figure, or never had a value
   */
  public record Edition(Optional<Figure> figure, Vintage vintage) {}

  /** All vintages of a reported figure, oldest first; empty unless the question requests them. */
  public List<Edition> history() {
    List<Edition> history = new ArrayList<>();
    for (Vintage one : published.map(CurrentVintage::history).orElse(List.of())) {
      history.add(
          new Edition(one.observation().value().map(v -> CurrentVintage.figure(one, true)), one));
    }
    return history;
  }

  /** This figure with all vintages of its cell, oldest first. */
  public KnownFigure withHistory(List<Vintage> vintages) {
    return new KnownFigure(
        figure,
        formula,
        published.map(current -> current.withHistory(vintages)),
        from,
        operands,
        sources,
        conversion);
  }

  /**
   * This figure in another currency. Its vintage, operands and sources stay.
   *
   * @param other the formula in the other currency
   * @param fields the fields of its row that it is computed from
   */
  public KnownFigure converted(Formula other, Unit unit, ExchangeRate rate, List<RowField> fields) {
    Origin origin = isImplied() ? Origin.IMPLIED : Origin.DERIVED;
    Figure shown = computed(other, unit, origin, fields, operands).orElseThrow().figure();
    return new KnownFigure(
        shown,
        other,
        published,
        fields,
        operands,
        sources,
        Optional.of(new Conversion(rate, this)));
  }

  /** The figure before the conversion; this figure itself if it was not converted. */
  public KnownFigure unconverted() {
    return conversion.map(Conversion::unconverted).orElse(this);
  }

  /**
   * A published figure.
   *
   * @param mayBeNegative if not, bounds below zero are cut off (below -100 % for a growth)
   */
  public static KnownFigure reported(CurrentVintage current, boolean mayBeNegative) {
    Figure figure = current.figure(mayBeNegative);
    return new KnownFigure(
        figure,
        current.formula(figure),
        Optional.of(current),
        List.of(),
        List.of(),
        List.of(current.vintage().source().id()),
        Optional.empty());
  }

  /** The figure of one vintage, whether it is current or not. */
  public static KnownFigure of(Vintage vintage, boolean mayBeNegative) {
    return reported(
        new CurrentVintage(vintage, List.of(), Optional.empty(), List.of(), Optional.empty()),
        mayBeNegative);
  }

  /**
   * A computed figure.
   *
   * @return empty if the formula has no value, because it divides by zero or its operands
   *     contradict each other
   */
  public static Optional<KnownFigure> computed(
      Formula formula, Unit unit, Origin origin, List<RowField> from, List<Operand> operands) {
    Optional<Interval> range = FormulaRange.of(formula);
    return formula
        .value()
        .map(value -> range.map(interval -> interval.nearest(value)).orElse(value))
        .map(value ->
            unpublished(Figure.computed(value, range, unit, origin), formula, from, operands));
  }

  private static KnownFigure unpublished(
      Figure figure, Formula formula, List<RowField> from, List<Operand> operands) {
    return new KnownFigure(
        figure, formula, Optional.empty(), from, operands, List.of(), Optional.empty());
  }

  /** A figure from a formula that always has a value: its divisors, if any, are never zero. */
  public static KnownFigure derived(
      Formula formula, Unit unit, List<RowField> from, List<Operand> operands) {
    return computed(formula, unit, Origin.DERIVED, from, operands).orElseThrow();
  }

  /**
   * One figure divided by another; missing if the divisor is zero.
   *
   * @param divisor the divisor in words, for the message
   */
  public static RowValue quotient(
      Formula formula, Unit unit, List<RowField> from, List<Operand> operands, String divisor) {
    return computed(formula, unit, Origin.DERIVED, from, operands)
        .<RowValue>map(known -> known)
        .orElseGet(() ->
            new Missing(
                MissingReason.DENOMINATOR_ZERO,
                "%s is zero, and nothing can be divided by zero.".formatted(divisor)));
  }

  /** A figure that no formula gives, such as a logarithmic mean; nothing is computed from it. */
  public static KnownFigure constant(
      BigFraction value,
      Optional<Interval> range,
      Unit unit,
      List<RowField> from,
      List<Operand> operands) {
    Figure figure = Figure.computed(value, range, unit, Origin.DERIVED);
    return unpublished(figure, new Formula.Constant(value), from, operands);
  }

  /**
   * This figure, computed from fields of its own row. The operands are left out, because the fields
   * have them; the sources stay.
   */
  public KnownFigure computedFrom(RowField... fields) {
    Set<String> ids = new LinkedHashSet<>();
    forEachVintage(current -> ids.add(current.vintage().source().id()));
    return new KnownFigure(
        figure, formula, published, List.of(fields), List.of(), List.copyOf(ids), conversion);
  }

  /** The exact bounds of the formula; empty if it is unbounded. */
  public Optional<Interval> range() {
    return FormulaRange.of(formula);
  }

  /** The exact value that follows from the published figures. */
  public BigFraction value() {
    return formula.value().orElseThrow();
  }

  /** Passes each source to cite with this figure to a consumer; those of exchange rates too. */
  void forEachSource(Consumer<Source> each) {
    forEachVintage(current -> {
      each.accept(current.vintage().source());
      forEachFactSource(current.vintage(), each);
      current.alternatives().forEach(vintage -> each.accept(vintage.source()));
      current.history().forEach(vintage -> each.accept(vintage.source()));
      current.apart().ifPresent(apart -> each.accept(apart.newest().source()));
    });
    forEachConversion(conversion -> conversion.rate().source().ifPresent(each));
  }

  private static void forEachFactSource(Vintage vintage, Consumer<Source> each) {
    vintage.observation().facts().forEach(fact -> fact.source().ifPresent(each));
  }

  /** Passes each conversion of this figure and of its operands to a consumer. */
  public void forEachConversion(Consumer<Conversion> each) {
    conversion.ifPresent(each);
    operands.forEach(operand -> operand.known().forEachConversion(each));
  }

  /** Passes each vintage that this figure is, or is computed from, to a consumer. */
  public void forEachVintage(Consumer<CurrentVintage> each) {
    published.ifPresent(each);
    operands.forEach(operand -> operand.known().forEachVintage(each));
  }
}
