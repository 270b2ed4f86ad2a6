package io.regionalmetrics.answer;

import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.refusal.Codes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The current vintage of a cell on a day, chosen from all vintages published up to that day.
 *
 * <ol>
 *   <li>Of each publisher, only the newest vintage counts. A company's filings and releases have
 *       one publisher, the company; of its own vintages, a stated figure comes before a derived
 *       one, even if it is older.
 *   <li>Filings and releases come before press, and press before datasets. If the best kind present
 *       has only withdrawals, no vintage is current.
 *   <li>Of the vintages that remain, the newest is current; a filing wins a tie.
 * </ol>
 *
 * @param vintage the current vintage
 * @param alternatives other valid vintages: the newest of each other publisher, and those of the
 *     same publisher that are not older
 * @param restated the value that the same publisher gave before, if the two differ by more than
 *     rounding
 * @param history all vintages of the cell up to the day, oldest first; empty unless requested
 * @param apart the newer value that this one is compared in place of, if there is one
 */
public record CurrentVintage(
    Vintage vintage,
    List<Vintage> alternatives,
    Optional<Vintage> restated,
    List<Vintage> history,
    Optional<RestatedApart> apart) {
  private static final BigDecimal TOTAL_LOSS = BigDecimal.valueOf(-100);

  /**
   * The current one of some vintages of a cell.
   *
   * @param visible the vintages that were published by the day, oldest first
   * @return empty if there are none, or if they are withdrawn
   */
  public static Optional<CurrentVintage> of(List<Vintage> visible) {
    return visible.size() > 1
        ? chosen(visible)
        : visible.stream().filter(CurrentVintage::hasValue).findFirst().map(CurrentVintage::only);
  }

  private static CurrentVintage only(Vintage vintage) {
    return new CurrentVintage(vintage, List.of(), Optional.empty(), List.of(), Optional.empty());
  }

  private static Optional<CurrentVintage> chosen(List<Vintage> visible) {
    Map<String, Vintage> byPublisher = new LinkedHashMap<>();
    for (Vintage vintage : visible) {
      byPublisher.merge(vintage.publisher(), vintage, CurrentVintage::preferred);
    }
    int rank = byPublisher.values().stream().mapToInt(CurrentVintage::rank).min().orElse(0);
    return byPublisher.values().stream()
        .filter(vintage -> rank(vintage) == rank && hasValue(vintage))
        .sorted(Vintage.OLDEST_FIRST)
        .reduce(CurrentVintage::preferred)
        .map(current -> of(current, visible, byPublisher));
  }

  private static int rank(Vintage vintage) {
    return vintage.source().kind().rank();
  }

  private static boolean hasValue(Vintage vintage) {
    return vintage.observation().value().isPresent();
  }

  /** The later one; but a company's stated figure rather than its derived one. */
  private static Vintage preferred(Vintage earlier, Vintage later) {
    boolean derivedLater = later.observation().isDerived() && !earlier.observation().isDerived();
    return derivedLater && hasValue(earlier) && rank(later) == 0 ? earlier : later;
  }

  private static CurrentVintage of(
      Vintage current, List<Vintage> visible, Map<String, Vintage> byPublisher) {
    List<Vintage> alternatives = new ArrayList<>();
    Optional<Vintage> restated = Optional.empty();
    for (Vintage vintage : visible) {
      if (vintage.equals(current) || !hasValue(vintage)) {
        continue;
      }
      if (vintage.equals(byPublisher.get(vintage.publisher())) || isNotOlder(vintage, current)) {
        alternatives.add(vintage);
      } else if (isOfSamePublisher(vintage, current) && differ(vintage, current)) {
        restated = Optional.of(vintage);
      }
    }
    return new CurrentVintage(
        current, List.copyOf(alternatives), restated, List.of(), Optional.empty());
  }

  private static boolean isOfSamePublisher(Vintage one, Vintage other) {
    return one.publisher().equals(other.publisher());
  }

  /** Whether the same publisher published it on the same day or later, so it is not outdated. */
  private static boolean isNotOlder(Vintage vintage, Vintage current) {
    return isOfSamePublisher(vintage, current)
        && !vintage.source().published().isBefore(current.source().published());
  }

  /** Whether the values of two vintages that have one differ by more than rounding explains. */
  public static boolean differ(Vintage one, Vintage other) {
    return !bounds(one).hold(value(other)) && !bounds(other).hold(value(one));
  }

  /**
   * The alternatives that contradict this vintage: another publisher's value of the same cell,
   * whose bounds don't meet the bounds of this one.
   */
  public List<Vintage> contradicting() {
    List<Vintage> contradicting = new ArrayList<>();
    for (Vintage other : alternatives) {
      if (other.cell().equals(vintage.cell())
          && !isOfSamePublisher(other, vintage)
          && !bounds(other).interval().meets(bounds(vintage).interval())) {
        contradicting.add(other);
      }
    }
    return contradicting;
  }

  /** This vintage with more alternatives: the same figure in other units. */
  public CurrentVintage withAlternatives(List<Vintage> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Vintage> all = new ArrayList<>(alternatives);
    all.addAll(more);
    return new CurrentVintage(vintage, List.copyOf(all), restated, history, apart);
  }

  /** This vintage with the history of its cell, oldest first. */
  CurrentVintage withHistory(List<Vintage> vintages) {
    return new CurrentVintage(vintage, alternatives, restated, List.copyOf(vintages), apart);
  }

  /** This vintage, compared in place of a newer one. */
  public CurrentVintage withApart(RestatedApart newer) {
    return new CurrentVintage(vintage, alternatives, restated, history, Optional.of(newer));
  }

  /**
   * The figure as published; a growth is in percent.
   *
   * @param mayBeNegative if not, the bounds of a level end at zero, and those of a growth at -100
   *     %; a named remainder may always be negative
   */
  public Figure figure(boolean mayBeNegative) {
    return figure(vintage, mayBeNegative);
  }

  /** Like {@link #figure(boolean)}, for any vintage. */
  public static Figure figure(Vintage vintage, boolean mayBeNegative) {
    Observation observation = vintage.observation();
    Cell cell = observation.cell();
    boolean level = cell.measure() == Measure.LEVEL;
    Bounds bounds = bounds(vintage);
    return Figure.published(
        value(vintage),
        mayBeNegative || Codes.isRemainder(cell.region())
            ? bounds
            : bounds.atLeast(level ? BigDecimal.ZERO : TOTAL_LOSS),
        level ? cell.unit() : Unit.PERCENT,
        observation.isDerived() ? Origin.DERIVED : Origin.REPORTED);
  }

  /** The figure as an operand of formulas; it is the same number wherever it occurs. */
  Formula formula(Figure figure) {
    return Formula.operand(
        vintage.cell() + "@" + vintage.source().id() + "@" + vintage.source().published(),
        figure.value(),
        figure.bounds().orElseThrow().interval());
  }

  private static BigDecimal value(Vintage vintage) {
    return vintage.observation().value().orElseThrow();
  }

  private static Bounds bounds(Vintage vintage) {
    return vintage.observation().precision().around(value(vintage));
  }
}
