package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.KnownFigure.Operand;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.workbook.CellReference.SheetName;
import io.regionalmetrics.workbook.OperandRows.OperandRow;
import io.regionalmetrics.xlsx.Sheet;
import io.regionalmetrics.xlsx.SheetCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sheet of bounds: a row for each figure, then one for each operand and exchange rate that no
 * figure shows, then one for each other published value.
 */
final class BoundsSheet {
  private static final int WIDEST = 60;

  private final FigureTable table;
  private final FigureCells cells;
  private final OperandRows operands;
  private final List<List<SheetCell>> rows = new ArrayList<>();

  /**
   * A sheet of the bounds of some figures.
   *
   * @param operands the operands that the formulas of the figures use
   */
  BoundsSheet(FigureTable table, FigureCells cells, OperandRows operands) {
    this.table = table;
    this.cells = cells;
    this.operands = operands;
  }

  /** The row of the first operand, from 0: below the header and all figures. */
  static int firstOperand(List<FigureLine> lines) {
    return 1 + (int) lines.stream().flatMap(BoundsSheet::figures).count();
  }

  private static Stream<Map.Entry<Column, RowValue>> figures(FigureLine line) {
    return line.values().entrySet().stream()
        .filter(one -> one.getValue() instanceof KnownFigure || one.getValue() instanceof Missing);
  }

  /** The sheet. */
  Sheet sheet() {
    rows.add(BoundsRow.HEADER);
    for (int i = 0; i < table.lines().size(); i++) {
      int number = i;
      figures(table.lines().get(i)).forEach(one -> add(number, one.getKey(), one.getValue()));
    }
    for (int i = 0; i < operands.rows().size(); i++) {
      add(operands.rows().get(i));
    }
    table.lines().forEach(this::addOthers);
    return Sheet.table(SheetName.BOUNDS.text(), rows, 0, WIDEST)
        .withoutEmptyColumns(BoundsRow.UNIT);
  }

  private void add(int number, Column column, RowValue value) {
    CellReference cell = table.reference(number, column);
    BoundsRow row =
        new BoundsRow().about(table.lines().get(number)).field(column.code()).cell(cell);
    switch (value) {
      case KnownFigure known -> row.linked(cell, known).describe(known);
      case Missing missing -> row.missing(missing);
      default -> throw new IllegalStateException("neither known nor missing: %s".formatted(value));
    }
    rows.add(row.cells());
  }

  private void add(OperandRow row) {
    rows.add(
        switch (row) {
          case OperandRow.OfFigure(Operand operand) -> row(operand).cells();
          case OperandRow.OfNumber(var number) -> new BoundsRow().number(number).cells();
          case OperandRow.OfRate(var rate, var unit) -> new BoundsRow().rate(rate, unit).cells();
        });
  }

  private BoundsRow row(Operand operand) {
    KnownFigure known = operand.known();
    Optional<String> formula =
        new FigureFormula(cells, operands, SheetName.BOUNDS, FigureCells.NO_LINE)
            .of(known, List.of());
    return new BoundsRow().about(operand).value(known.figure(), formula).describe(known);
  }

  private void addOthers(FigureLine line) {
    line.values()
        .forEach((column, value) -> {
          if (value instanceof KnownFigure known) {
            known
                .alternatives()
                .forEach(
                    other -> rows.add(new BoundsRow().about(line).other(column, other).cells()));
            known
                .history()
                .forEach(one -> rows.add(new BoundsRow().about(line).edition(column, one).cells()));
          }
        });
  }
}
