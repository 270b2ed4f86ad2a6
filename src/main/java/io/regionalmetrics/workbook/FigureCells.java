package io.regionalmetrics.workbook;

import io.regionalmetrics.number.Formula;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which cell shows which figure, by the formula that tells figures apart. */
final class FigureCells {
  /** Not in any line of figures. */
  static final int NO_LINE = -1;

  private final Map<Formula, CellReference> first = new HashMap<>();
  private final Map<Integer, Map<Formula, CellReference>> lines = new HashMap<>();

  /**
   * Says that a cell shows a figure.
   *
   * @param line the line of figures, from 0, or {@link #NO_LINE}
   */
  void add(Formula figure, int line, CellReference cell) {
    if (figure instanceof Formula.Constant) {
      return;
    }
    first.putIfAbsent(figure, cell);
    if (line != NO_LINE) {
      lines.computeIfAbsent(line, _ -> new HashMap<>()).putIfAbsent(figure, cell);
    }
  }

  /**
   * A cell that shows a figure: one in the same line if there is one, so that lines can be sorted.
   */
  Optional<CellReference> find(Formula figure, int line) {
    CellReference near = lines.getOrDefault(line, Map.of()).get(figure);
    return Optional.ofNullable(near == null ? first.get(figure) : near);
  }
}
