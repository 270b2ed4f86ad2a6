package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.workbook.CellReference.SheetName;
import io.regionalmetrics.xlsx.CellLook;
import io.regionalmetrics.xlsx.Sheet;
import io.regionalmetrics.xlsx.SheetCell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sheet of figures: a line for each row of the answer, a column for each field. */
final class FiguresSheet {
  private static final int WIDEST = 40;

  private final FigureTable table;
  private final LineNames names;
  private final FigureCells cells;
  private final OperandRows operands;

  /** A sheet of some figures; their cells are known already. */
  FiguresSheet(FigureTable table, LineNames names, FigureCells cells, OperandRows operands) {
    this.table = table;
    this.names = names;
    this.cells = cells;
    this.operands = operands;
  }

  /** The sheet. */
  Sheet sheet() {
    List<List<SheetCell>> rows = new ArrayList<>();
    rows.add(table.header());
    for (int line = 0; line < table.lines().size(); line++) {
      rows.add(row(line));
    }
    return Sheet.table(SheetName.FIGURES.text(), rows, table.firstColumn(), WIDEST);
  }

  private List<SheetCell> row(int number) {
    FigureLine line = table.lines().get(number);
    List<SheetCell> row = new ArrayList<>(names.of(line, table.hasConclusions()));
    for (Column column : table.columns()) {
      Optional<RowValue> value = Optional.ofNullable(line.values().get(column));
      row.add(value.map(one -> cell(number, column, one)).orElse(SheetCell.EMPTY));
      if (table.hasUnits(column)) {
        row.add(new SheetCell.Text(value.map(FiguresSheet::unit).orElse(""), CellLook.UNIT));
      }
    }
    return row;
  }

  private static String unit(RowValue value) {
    return value instanceof KnownFigure known ? known.figure().unit().code() : "";
  }

  private SheetCell cell(int line, Column column, RowValue value) {
    return switch (value) {
      case KnownFigure known -> figure(line, column, known);
      case Missing missing -> new SheetCell.Text(missing.reason().code(), CellLook.QUIET);
      case Relation relation -> SheetCell.text(relation.code());
      case Verdict verdict -> SheetCell.text(verdict.code());
      case RowValue.FittingRates(List<String> bases) -> SheetCell.text(String.join("; ", bases));
      case RowValue.Rank(int rank) ->
          new SheetCell.Amount(BigDecimal.valueOf(rank), 0, CellLook.PLAIN);
      case RowValue.ChangeDrivers drivers ->
          throw new IllegalStateException("not a single value: %s".formatted(drivers));
    };
  }

  private SheetCell figure(int line, Column column, KnownFigure known) {
    Figure figure = known.figure();
    Optional<String> formula =
        column.part() == Column.Part.EFFECT
            ? effect(line, column)
            : new FigureFormula(cells, operands, SheetName.FIGURES, line)
                .of(known, parts(line, known));
    return formula
        .<SheetCell>map(
            text -> new SheetCell.Computed(text, figure.value(), FigureFormat.decimals(figure)))
        .orElseGet(() -> FigureFormat.amount(figure));
  }

  private Optional<String> effect(int line, Column column) {
    return new EffectFormula(
            table.lines().get(line), other -> table.reference(line, other).address())
        .of(column);
  }

  /**
   * The figures that a figure says it is computed from: those of its line; for what is left of a
   * whole, also those of the other lines.
   */
  private List<KnownFigure> parts(int number, KnownFigure known) {
    FigureLine line = table.lines().get(number);
    List<FigureLine> lines = line.isRemainder() ? table.lines() : List.of(line);
    return known.from().stream()
        .flatMap(field -> lines.stream().flatMap(one -> known(one, field)))
        .toList();
  }

  private static Stream<KnownFigure> known(FigureLine line, RowField field) {
    return line.known(Column.of(field)).stream();
  }
}
