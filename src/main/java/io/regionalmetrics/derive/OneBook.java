package io.regionalmetrics.derive;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.derive.EarlierBook.EarlierDay;
import io.regionalmetrics.model.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Figures that are compared must have been restated together or not at all: they are of one book.
 *
 * <p>Two current values are of one book if one publication reports both, or if neither was restated
 * after the other was published. If some are not, the values of the newest publication that reports
 * all of them are compared. If there is none, each figure that was restated without another is
 * compared as it was known before that restatement; the latest restatements are undone first.
 *
 * <p>Worked example: a report of 2023 gives 100m for 2023-Q2 and 80m for 2022-Q2: growth of 25 %. A
 * report of 2024 restates 2023-Q2 to 120m and says nothing of 2022-Q2. Growth remains 25 %, from
 * the report that gives both; 120m over 80m is a growth that nobody published.
 */
final class OneBook {
  /** The most cells to name as not restated together with one. */
  private static final int MOST_NAMED = 3;

  /**
   * The most days whose restatements are undone one by one; then all others are undone at once, so
   * that a comparison of thousands of figures has a bounded cost.
   */
  private static final int MOST_DAYS = 16;

  private final Quarters quarters;
  private final Map<Cell, ToldValue> values;

  private OneBook(Quarters quarters, Map<Cell, ToldValue> values) {
    this.quarters = quarters;
    this.values = values;
  }

  /**
   * The result of a comparison whose figures are of one book.
   *
   * @param comparison compares figures of some quarters
   * @param figures the figures that a result compares
   */
  static <T> T of(
      Quarters quarters,
      Function<Quarters, T> comparison,
      Function<T, ? extends Collection<CurrentVintage>> figures) {
    T result = comparison.apply(quarters);
    Optional<Quarters> earlier = earlier(quarters, figures.apply(result), 0);
    for (int round = 1; earlier.isPresent(); round++) {
      Quarters view = earlier.get();
      result = comparison.apply(view);
      earlier = earlier(view, figures.apply(result), round);
    }
    return result;
  }

  /** The vintages that some values are, or are computed from. */
  static List<CurrentVintage> vintages(Collection<? extends RowValue> values) {
    List<CurrentVintage> vintages = new ArrayList<>();
    for (RowValue value : values) {
      value.forEachFigure(known -> known.forEachVintage(vintages::add));
    }
    return vintages;
  }

  /** Whether any of some vintages was restated. */
  static boolean isAnyRestated(Collection<CurrentVintage> vintages) {
    for (CurrentVintage vintage : vintages) {
      if (vintage.restated().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The quarters with earlier values of figures that are not of one book; empty if all are. */
  private static Optional<Quarters> earlier(
      Quarters quarters, Collection<CurrentVintage> vintages, int round) {
    if (!isAnyRestated(vintages)) {
      return Optional.empty();
    }
    Map<Cell, ToldValue> values = new LinkedHashMap<>();
    for (CurrentVintage vintage : vintages) {
      values.computeIfAbsent(vintage.vintage().cell(), cell -> ToldValue.of(quarters, vintage));
    }
    return new OneBook(quarters, values).earlier(round);
  }

  private Optional<Quarters> earlier(int round) {
    List<ToldValue> apart =
        values.values().stream().filter(value -> !without(value).isEmpty()).toList();
    if (apart.isEmpty()) {
      return Optional.empty();
    }
    Map<Cell, EarlierDay> days =
        newestCommonDay()
            .map(this::asKnownOn)
            .orElseGet(() -> before(round < MOST_DAYS ? latest(apart) : apart));
    EarlierBook book = quarters.book().and(days);
    return book.equals(quarters.book()) ? Optional.empty() : Optional.of(quarters.in(book));
  }

  /** Cells that were not restated with a value; only the first few. */
  private List<Cell> without(ToldValue value) {
    return value.isRestated() ? first(value::isRestatedWithout) : List.of();
  }

  private List<Cell> first(Predicate<ToldValue> which) {
    return values.values().stream().filter(which).limit(MOST_NAMED).map(ToldValue::cell).toList();
  }

  private Map<Cell, EarlierDay> asKnownOn(LocalDate day) {
    Map<Cell, EarlierDay> days = new HashMap<>();
    values.forEach((cell, value) ->
        days.put(cell, new EarlierDay(day, first(other -> !other.isToldWith(value)))));
    return days;
  }

  private static List<ToldValue> latest(List<ToldValue> apart) {
    LocalDate latest =
        apart.stream().map(ToldValue::since).max(Comparator.naturalOrder()).orElseThrow();
    return apart.stream().filter(value -> value.since().equals(latest)).toList();
  }

  private Map<Cell, EarlierDay> before(List<ToldValue> restatements) {
    return restatements.stream()
        .collect(
            Collectors.toMap(
                ToldValue::cell,
                value -> new EarlierDay(value.since().minusDays(1), without(value))));
  }

  /** The day of the newest publication that reports all figures; empty if there is none. */
  private Optional<LocalDate> newestCommonDay() {
    return values.values().stream()
        .map(value -> value.reporting(quarters))
        .reduce(Publication::both)
        .stream()
        .flatMap(Set::stream)
        .map(Publication::published)
        .max(Comparator.naturalOrder());
  }
}
