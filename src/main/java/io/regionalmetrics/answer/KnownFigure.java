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
 * A figure that is known, and how.
 *
 * @param figure as it is shown
 * @param formula as it is computed with
 * @param published the vintage that it is, of a reported figure
 * @param from the fields of the row that it follows from
 * @param operands figures that are not in the row and that it follows from
 * @param sources the ids of the sources of a figure that was published, or solved from published
 *     ones
 * @param conversion how it was converted from another currency, if it was
 */
public record KnownFigure(
    Figure figure,
    Formula formula,
    Optional<AnsweringVintage> published,
    List<RowField> from,
    List<Operand> operands,
    List<String> sources,
    Optional<Conversion> conversion)
    implements RowValue {

  /** A figure from elsewhere, and where that is. */
  public record Operand(
      String company, String metric, String region, YearQuarter period, KnownFigure known) {}

  /** Another word on the same cell, which does not answer. */
  public record Alternative(Figure figure, Vintage vintage) {}

  /**
   * How a figure was converted from another currency.
   *
   * @param rate the exchange rate
   * @param unconverted the figure before
   */
  public record Conversion(ExchangeRate rate, KnownFigure unconverted) {

    /** The currency before; for a growth in percent, which was published, that of its levels. */
    String currency() {
      Unit unit = unconverted.figure().unit();
      Unit ofLevels =
          unit.equals(Unit.PERCENT) ? unconverted.vintage().orElseThrow().cell().unit() : unit;
      return ofLevels.currency();
    }
  }

  /** The vintage that a reported figure is. */
  public Optional<Vintage> vintage() {
    return published.map(AnsweringVintage::vintage);
  }

  /** Other words on the same cell, of other sources or in other units. */
  public List<Alternative> alternatives() {
    List<Alternative> alternatives = new ArrayList<>();
    for (Vintage other : published.map(AnsweringVintage::alternatives).orElse(List.of())) {
      alternatives.add(new Alternative(AnsweringVintage.figure(other, true), other));
    }
    return alternatives;
  }

  /**
   * One of the vintages that a cell has had.
   *
   * @param figure nothing where it was withdrawn, or never had a value
   */
  public record Edition(Optional<Figure> figure, Vintage vintage) {}

  /** Every vintage of a reported figure's cell, oldest first, where they are asked for. */
  public List<Edition> history() {
    List<Edition> history = new ArrayList<>();
    for (Vintage one : published.map(AnsweringVintage::history).orElse(List.of())) {
      history.add(
          new Edition(one.observation().value().map(v -> AnsweringVintage.figure(one, true)), one));
    }
    return history;
  }

  /** The same figure with all that was ever said of its cell. */
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

  /** This figure in another currency; what it was published as, and where it is from, stays. */
  public KnownFigure converted(Formula other, Unit unit, ExchangeRate rate, List<RowField> fields) {
    Origin origin = figure.origin() == Origin.IMPLIED ? Origin.IMPLIED : Origin.DERIVED;
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

  /** This figure as it was before it was converted, if it was. */
  public KnownFigure unconverted() {
    return conversion.map(Conversion::unconverted).orElse(this);
  }

  /** A figure that was published. */
  public static KnownFigure reported(AnsweringVintage current, boolean mayBeNegative) {
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

  /** One vintage's figure, whether it is the one that answers or not. */
  public static KnownFigure of(Vintage vintage, boolean mayBeNegative) {
    return reported(
        new AnsweringVintage(vintage, List.of(), Optional.empty(), List.of()), mayBeNegative);
  }

  /**
   * A figure that is computed.
   *
   * @return nothing where the formula has no value: it divides by zero, or the operands contradict
   *     each other
   */
  public static Optional<KnownFigure> computed(
      Formula formula, Unit unit, Origin origin, List<RowField> from, List<Operand> operands) {
    Optional<Interval> range = FormulaRange.of(formula);
    return formula
        .value()
        .map(value -> range.map(interval -> interval.nearest(value)).orElse(value))
        .map(value ->
            new KnownFigure(
                Figure.computed(value, range, unit, origin),
                formula,
                Optional.empty(),
                from,
                operands,
                List.of(),
                Optional.empty()));
  }

  /** A figure that is computed by a formula that divides by nothing that may be zero. */
  public static KnownFigure derived(
      Formula formula, Unit unit, List<RowField> from, List<Operand> operands) {
    return computed(formula, unit, Origin.DERIVED, from, operands).orElseThrow();
  }

  /**
   * A figure that is divided by another; missing where that is zero.
   *
   * @param divisor what it is divided by, in words
   */
  public static RowValue quotient(
      Formula formula, Unit unit, List<RowField> from, List<Operand> operands, String divisor) {
    return computed(formula, unit, Origin.DERIVED, from, operands)
        .<RowValue>map(known -> known)
        .orElseGet(() ->
            new Missing(
                MissingReason.DENOMINATOR_ZERO,
                "%s is zero; nothing is a multiple of it.".formatted(divisor)));
  }

  /** A figure that was computed otherwise than by a formula; nothing is computed from it. */
  public static KnownFigure number(
      BigFraction value,
      Optional<Interval> range,
      Unit unit,
      List<RowField> from,
      List<Operand> operands) {
    return new KnownFigure(
        Figure.computed(value, range, unit, Origin.DERIVED),
        new Formula.Constant(value),
        Optional.empty(),
        from,
        operands,
        List.of(),
        Optional.empty());
  }

  /**
   * The same figure, which follows from fields of its own row; those say where they come from, its
   * sources stay.
   */
  public KnownFigure from(RowField... fields) {
    Set<String> ids = new LinkedHashSet<>();
    vintages(current -> ids.add(current.vintage().source().id()));
    return new KnownFigure(
        figure, formula, published, List.of(fields), List.of(), List.copyOf(ids), conversion);
  }

  /** The exact value at the published figures. */
  public BigFraction value() {
    return formula.value().orElseThrow();
  }

  /** Goes through the sources that somebody who uses this would cite, rates' too. */
  void cited(Consumer<Source> each) {
    vintages(current -> {
      each.accept(current.vintage().source());
      current.alternatives().forEach(vintage -> each.accept(vintage.source()));
      current.history().forEach(vintage -> each.accept(vintage.source()));
    });
    conversions(one -> one.rate().source().ifPresent(each));
  }

  /** Goes through the conversions in this, of what it is computed from too. */
  public void conversions(Consumer<Conversion> each) {
    conversion.ifPresent(each);
    for (Operand operand : operands) {
      operand.known().conversions(each);
    }
  }

  /** Goes through the vintages that this is computed from. */
  public void vintages(Consumer<AnsweringVintage> each) {
    published.ifPresent(each);
    for (Operand operand : operands) {
      operand.known().vintages(each);
    }
  }
}
