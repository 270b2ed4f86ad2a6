package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.workbook.CellReference.SheetName;
import io.regionalmetrics.xlsx.CellAddress;
import io.regionalmetrics.xlsx.SheetCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the sheet of figures shows what. A column names its unit in its header; if its figures are
 * in several, the next column has the unit of each.
 */
final class FigureTable {
  private static final List<String> NAMES = List.of("company", "metric", "region", "period");

  private final List<FigureLine> lines;
  private final boolean hasConclusions;
  private final Map<Column, Set<Unit>> units = new LinkedHashMap<>();
  private final Map<Column, Integer> places = new LinkedHashMap<>();

  /** The places of the figures of some lines. */
  FigureTable(List<FigureLine> lines) {
    this.lines = lines;
    this.hasConclusions = lines.stream().anyMatch(line -> !line.conclusion().isEmpty());
    for (FigureLine line : lines) {
      line.values().keySet().forEach(column -> addUnit(line, column));
    }
    int place = firstColumn();
    for (Column column : units.keySet()) {
      places.put(column, place);
      place += hasUnits(column) ? 2 : 1;
    }
  }

  private void addUnit(FigureLine line, Column column) {
    Set<Unit> known = units.computeIfAbsent(column, _ -> new LinkedHashSet<>());
    line.known(column).map(KnownFigure::figure).ifPresent(figure -> known.add(figure.unit()));
  }

  /** The lines, one for each row of the sheet below the header. */
  List<FigureLine> lines() {
    return lines;
  }

  /** The columns of figures, in their order. */
  Set<Column> columns() {
    return units.keySet();
  }

  /** Whether a column is followed by one of units. */
  boolean hasUnits(Column column) {
    return units.getOrDefault(column, Set.of()).size() > 1;
  }

  /** Whether the first column says what a revision changed. */
  boolean hasConclusions() {
    return hasConclusions;
  }

  /** The first column of figures; the ones before it name the line. */
  int firstColumn() {
    return NAMES.size() + (hasConclusions ? 1 : 0);
  }

  /** The cell that shows a column of a line. */
  CellReference reference(int line, Column column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("no column '%s'".formatted(column.code()));
    }
    return new CellReference(SheetName.FIGURES, new CellAddress(place, line + 1));
  }

  /** The names of all columns. */
  List<SheetCell> header() {
    List<String> names = new ArrayList<>(hasConclusions ? List.of("conclusion") : List.of());
    names.addAll(NAMES);
    for (Column column : units.keySet()) {
      names.add(column.label() + unit(column));
      if (hasUnits(column)) {
        names.add(column.label() + " unit");
      }
    }
    return names.stream().map(SheetCell::header).toList();
  }

  private String unit(Column column) {
    Set<Unit> known = units.getOrDefault(column, Set.of());
    return known.size() == 1 && !known.contains(Unit.ONE)
        ? " (%s)".formatted(known.iterator().next().code())
        : "";
  }
}
