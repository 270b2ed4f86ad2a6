package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.KnownFigure.Alternative;
import io.regionalmetrics.answer.KnownFigure.Edition;
import io.regionalmetrics.answer.KnownFigure.Operand;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.wording.ValueNote;
import io.regionalmetrics.workbook.CellReference.SheetName;
import io.regionalmetrics.xlsx.CellFormat;
import io.regionalmetrics.xlsx.CellLook;
import io.regionalmetrics.xlsx.SheetCell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/** A row of the sheet of bounds. Cells that are not set are empty. */
final class BoundsRow {
  /** The names of the columns. */
  static final List<SheetCell> HEADER =
      Arrays.stream(BoundsColumn.values()).map(column -> SheetCell.header(column.label())).toList();

  /** The column of the unit, from 0. */
  static final int UNIT = List.of(BoundsColumn.values()).indexOf(BoundsColumn.UNIT);

  /** The column of the value, from 0. */
  static final int VALUE = List.of(BoundsColumn.values()).indexOf(BoundsColumn.VALUE);

  private static final MathContext DIGITS_OF_A_CELL = new MathContext(17);
  private static final int MOST_OPERANDS = 12;

  private final Map<BoundsColumn, SheetCell> cells = new EnumMap<>(BoundsColumn.class);

  private BoundsRow put(BoundsColumn column, String text) {
    cells.put(column, SheetCell.text(text));
    return this;
  }

  /** Says which cell shows the figure. */
  BoundsRow cell(CellReference cell) {
    return put(BoundsColumn.CELL, cell.sheet().text() + "!" + cell.address());
  }

  /** Says what a line is about. */
  BoundsRow about(FigureLine line) {
    return put(BoundsColumn.COMPANY, line.company())
        .put(BoundsColumn.METRIC, line.metric())
        .put(BoundsColumn.REGION, line.region())
        .put(BoundsColumn.PERIOD, line.period());
  }

  /** Says what an operand is about. */
  BoundsRow about(Operand operand) {
    return put(BoundsColumn.COMPANY, operand.company())
        .put(BoundsColumn.METRIC, operand.metric())
        .put(BoundsColumn.REGION, operand.region())
        .put(BoundsColumn.PERIOD, operand.period().toString())
        .field("operand");
  }

  /** Says which field it is. */
  BoundsRow field(String name) {
    return put(BoundsColumn.FIELD, name);
  }

  /** A figure that another cell shows. */
  BoundsRow linked(CellReference cell, KnownFigure known) {
    return value(known.figure(), Optional.of(cell.from(SheetName.BOUNDS)));
  }

  /**
   * A figure with its bounds.
   *
   * @param formula the formula that computes it; empty if it was published
   */
  BoundsRow value(Figure figure, Optional<String> formula) {
    int decimals = FigureFormat.decimalsOfBounds(figure);
    cells.put(
        BoundsColumn.VALUE,
        formula
            .<SheetCell>map(text -> new SheetCell.Computed(text, figure.value(), decimals))
            .orElseGet(() -> new SheetCell.Amount(figure.value(), decimals, CellLook.PUBLISHED)));
    figure
        .bounds()
        .ifPresent(bounds -> {
          cells.put(BoundsColumn.LOW, new SheetCell.Amount(bounds.low(), decimals, CellLook.PLAIN));
          cells.put(
              BoundsColumn.HIGH, new SheetCell.Amount(bounds.high(), decimals, CellLook.PLAIN));
        });
    return unit(figure.unit())
        .put(BoundsColumn.ORIGIN, figure.origin().code())
        .put(BoundsColumn.EXACT, FigureFormat.exactDigits(figure));
  }

  private BoundsRow unit(Unit unit) {
    cells.put(BoundsColumn.UNIT, new SheetCell.Text(unit.code(), CellLook.UNIT));
    return this;
  }

  /** Where a figure comes from. */
  BoundsRow describe(KnownFigure known) {
    known.vintage().ifPresent(this::vintage);
    return put(BoundsColumn.COMPUTED_FROM, computedFrom(known))
        .put(BoundsColumn.SOURCES, String.join(" ", known.sources()))
        .put(BoundsColumn.NOTE, ValueNote.of(known, ""));
  }

  private static String computedFrom(KnownFigure known) {
    Stream<String> fields = known.from().stream().map(field -> field.code());
    Stream<String> operands = known.operands().stream().map(BoundsRow::name);
    List<String> all = Stream.concat(fields, operands).toList();
    String more =
        all.size() > MOST_OPERANDS ? "; and %s more".formatted(all.size() - MOST_OPERANDS) : "";
    return all.stream().limit(MOST_OPERANDS).collect(Collectors.joining("; ")) + more;
  }

  private static String name(Operand operand) {
    return "%s %s %s".formatted(operand.metric(), operand.region(), operand.period());
  }

  private void vintage(Vintage vintage) {
    Observation observation = vintage.observation();
    if (observation.status() != Status.NORMAL) {
      put(BoundsColumn.STATUS, observation.status().code());
    }
    observation.facts().stream().findFirst().ifPresent(fact -> fact(fact, vintage));
  }

  private void fact(FiledFact fact, Vintage vintage) {
    String address = fact.address(vintage.source()).orElse("");
    cells.put(BoundsColumn.CONCEPT, SheetCell.link(fact.concept(), address));
  }

  /** A figure that is missing, and why. */
  BoundsRow missing(Missing missing) {
    return put(BoundsColumn.MISSING, missing.reason().code())
        .put(BoundsColumn.NOTE, missing.message());
  }

  /** A published number of which no more is known. */
  BoundsRow number(Formula.Operand number) {
    cells.put(BoundsColumn.VALUE, amount(number.published()));
    cells.put(BoundsColumn.LOW, amount(number.interval().low()));
    cells.put(BoundsColumn.HIGH, amount(number.interval().high()));
    return field("operand").put(BoundsColumn.NOTE, number.id());
  }

  /** An exchange rate. */
  BoundsRow rate(ExchangeRate rate, Unit unit) {
    cells.put(BoundsColumn.VALUE, amount(rate.exact()));
    return field("exchange rate")
        .unit(unit)
        .put(BoundsColumn.SOURCES, rate.sourceId())
        .put(BoundsColumn.NOTE, rate.basis());
  }

  private static SheetCell amount(BigFraction number) {
    BigDecimal decimal =
        new BigDecimal(number.getNumerator())
            .divide(new BigDecimal(number.getDenominator()), DIGITS_OF_A_CELL);
    return new SheetCell.Amount(decimal, CellFormat.roundedDecimals(decimal), CellLook.PUBLISHED);
  }

  /** Another published value of a figure. */
  BoundsRow other(Column column, Alternative other) {
    vintage(other.vintage());
    return field(column.code() + ": alternative")
        .value(other.figure(), Optional.empty())
        .put(BoundsColumn.SOURCES, other.vintage().source().id());
  }

  /** One of the vintages that a figure has had. */
  BoundsRow edition(Column column, Edition edition) {
    vintage(edition.vintage());
    edition.figure().ifPresent(figure -> value(figure, Optional.empty()));
    return field(column.code() + ": as of " + edition.vintage().source().published())
        .put(BoundsColumn.SOURCES, edition.vintage().source().id());
  }

  /** The cells in the order of the columns. */
  List<SheetCell> cells() {
    return Arrays.stream(BoundsColumn.values())
        .map(column -> cells.getOrDefault(column, SheetCell.EMPTY))
        .toList();
  }
}
