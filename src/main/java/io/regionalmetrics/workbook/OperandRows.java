package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.KnownFigure.Conversion;
import io.regionalmetrics.answer.KnownFigure.Operand;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.workbook.CellReference.SheetName;
import io.regionalmetrics.xlsx.CellAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What figures are computed from and no line of figures shows: operands and exchange rates. Each
 * has a row of its own below the bounds.
 */
final class OperandRows {
  private final FigureCells cells;
  private final int firstRow;
  private final List<OperandRow> rows = new ArrayList<>();
  private final Map<ExchangeRate, CellReference> rates = new HashMap<>();

  /** One row. */
  sealed interface OperandRow {
    /** A figure from elsewhere. */
    record OfFigure(Operand operand) implements OperandRow {}

    /** A published number of which no more is known than its bounds. */
    record OfNumber(Formula.Operand number) implements OperandRow {}

    /** An exchange rate, in a unit such as {@code USD/EUR}. */
    record OfRate(ExchangeRate rate, Unit unit) implements OperandRow {}
  }

  /**
   * No rows yet.
   *
   * @param firstRow the row of the sheet that the first of them will have, from 0
   */
  OperandRows(FigureCells cells, int firstRow) {
    this.cells = cells;
    this.firstRow = firstRow;
  }

  /** The row with a number; there may be more after it has been looked at. */
  List<OperandRow> rows() {
    return rows;
  }

  /** Gives a row to each figure that a figure is computed from, unless a cell shows it already. */
  void addOperandsOf(KnownFigure known) {
    known.operands().forEach(this::add);
    known.conversion().ifPresent(this::addUnconverted);
  }

  private void addUnconverted(Conversion conversion) {
    KnownFigure before = conversion.unconverted();
    if (before.vintage().isPresent()) {
      var key = before.vintage().get().cell().quarter();
      String region = before.vintage().get().cell().region();
      add(new Operand(key.company(), key.metric(), region, key.period(), before));
    } else {
      addOperandsOf(before);
    }
  }

  private void add(Operand operand) {
    Formula formula = operand.known().formula();
    if (formula instanceof Formula.Constant
        || cells.find(formula, FigureCells.NO_LINE).isPresent()) {
      return;
    }
    cells.add(formula, FigureCells.NO_LINE, next(new OperandRow.OfFigure(operand)));
    addOperandsOf(operand.known());
  }

  /** The cell of a published number; it gets a row unless a cell shows it already. */
  CellReference cell(Formula.Operand number, int line) {
    return cells
        .find(number, line)
        .orElseGet(() -> {
          CellReference cell = next(new OperandRow.OfNumber(number));
          cells.add(number, FigureCells.NO_LINE, cell);
          return cell;
        });
  }

  /** The cell of an exchange rate. */
  CellReference cell(ExchangeRate rate, Unit unit) {
    CellReference known = rates.get(rate);
    if (known != null) {
      return known;
    }
    CellReference cell = next(new OperandRow.OfRate(rate, unit));
    rates.put(rate, cell);
    return cell;
  }

  private CellReference next(OperandRow row) {
    rows.add(row);
    CellAddress address = new CellAddress(BoundsRow.VALUE, firstRow + rows.size() - 1);
    return new CellReference(SheetName.BOUNDS, address);
  }
}
