package io.regionalmetrics.derive;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.RestatedApart;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Vintage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which cells are compared as they were known on an earlier day than the question's.
 *
 * @param cells the cells of an earlier day
 * @param others the earlier day of all other cells; empty if they are as they are known today
 */
record EarlierBook(Map<Cell, EarlierDay> cells, Optional<EarlierDay> others) {
  /** Every cell as it is known today. */
  static final EarlierBook NONE = new EarlierBook(Map.of(), Optional.empty());

  /**
   * An earlier day.
   *
   * @param day the last day whose publications count
   * @param without some cells that were not restated together with the cell since
   */
  record EarlierDay(LocalDate day, List<Cell> without) {}

  /** Every cell as it was known on the day when a figure was published that belongs to them. */
  static EarlierBook of(LocalDate day, Cell figure) {
    return new EarlierBook(Map.of(), Optional.of(new EarlierDay(day, List.of(figure))));
  }

  /** A copy with more cells; of two days for one cell, the earlier one counts. */
  EarlierBook and(Map<Cell, EarlierDay> more) {
    Map<Cell, EarlierDay> all = new HashMap<>(cells);
    more.forEach((cell, day) ->
        all.merge(cell, day, (one, other) -> one.day().isAfter(other.day()) ? other : one));
    return new EarlierBook(all, others);
  }

  /** Whether no cell is of an earlier day. */
  boolean isNewest() {
    return cells.isEmpty() && others.isEmpty();
  }

  /**
   * The vintages of a cell that had been published by its day. If none had, those of the first day
   * count: nothing was restated then.
   *
   * @param vintages the vintages of one cell, oldest first
   */
  List<Vintage> visible(List<Vintage> vintages) {
    if (vintages.isEmpty()) {
      return vintages;
    }
    LocalDate first = vintages.getFirst().source().published();
    return earlier(vintages.getFirst().cell())
        .map(EarlierDay::day)
        .map(day -> day.isBefore(first) ? first : day)
        .map(
            day -> vintages.stream().filter(one -> !one.source().published().isAfter(day)).toList())
        .orElse(vintages);
  }

  /**
   * A current vintage with the newest one of its cell, if the two differ by more than rounding.
   *
   * @param vintages all vintages of the cell that are known today
   */
  CurrentVintage withNewest(CurrentVintage current, List<Vintage> vintages) {
    return earlier(current.vintage().cell())
        .flatMap(day ->
            CurrentVintage.of(vintages)
                .map(CurrentVintage::vintage)
                .filter(newest -> CurrentVintage.differ(newest, current.vintage()))
                .map(newest -> current.withApart(new RestatedApart(newest, day.without()))))
        .orElse(current);
  }

  private Optional<EarlierDay> earlier(Cell cell) {
    return Optional.ofNullable(cells.get(cell)).or(() -> others);
  }
}
