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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The vintage of a cell that answers, as of a day, out of all that were published by then.
 *
 * <ol>
 *   <li>Each publisher's word is its newest vintage. A company's filings and releases have one
 *       publisher, the company.
 *   <li>Filings and the company come first, of theirs a stated figure before a derived one; press
 *       only where they say nothing, a dataset only where press doesn't either.
 *   <li>Of words of one rank the newest, a filing on a tie.
 * </ol>
 *
 * @param vintage the one that answers
 * @param alternatives other words that hold that day
 * @param restated what its publisher said before, where it is neither the same nor the same with
 *     other precision
 * @param history all of the cell's vintages by then, oldest first, where they are asked for
 */
public record AnsweringVintage(
    Vintage vintage,
    List<Vintage> alternatives,
    Optional<Vintage> restated,
    List<Vintage> history) {
  private static final BigDecimal TOTAL_LOSS = BigDecimal.valueOf(-100);

  /**
   * The vintage that answers.
   *
   * @param visible a cell's vintages that were published by the day, oldest first
   * @return nothing where there are none, or only withdrawals where they count
   */
  public static Optional<AnsweringVintage> of(List<Vintage> visible) {
    if (visible.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Vintage> words = new LinkedHashMap<>();
    visible.forEach(vintage -> words.merge(vintage.publisher(), vintage, AnsweringVintage::word));
    int rank = words.values().stream().mapToInt(AnsweringVintage::rank).min().orElse(0);
    return words.values().stream()
        .filter(word -> rank(word) == rank && word.observation().value().isPresent())
        .sorted(Vintage.OLDEST_FIRST)
        .reduce(AnsweringVintage::word)
        .map(winner -> of(winner, visible, words));
  }

  private static int rank(Vintage vintage) {
    return vintage.source().kind().rank();
  }

  /** Of two words, the later one; of a company's own, a stated one before a derived one. */
  private static Vintage word(Vintage earlier, Vintage later) {
    boolean derivedLater = later.observation().isDerived() && !earlier.observation().isDerived();
    boolean stands = earlier.observation().value().isPresent();
    return derivedLater && stands && rank(later) == 0 ? earlier : later;
  }

  private static AnsweringVintage of(
      Vintage winner, List<Vintage> visible, Map<String, Vintage> words) {
    List<Vintage> alternatives = new ArrayList<>();
    Optional<Vintage> restated = Optional.empty();
    for (Vintage vintage : visible) {
      if (vintage.equals(winner) || vintage.observation().value().isEmpty()) {
        continue;
      }
      if (vintage.equals(words.get(vintage.publisher())) || isNotOlder(vintage, winner)) {
        alternatives.add(vintage);
      } else if (vintage.publisher().equals(winner.publisher()) && differ(vintage, winner)) {
        restated = Optional.of(vintage);
      }
    }
    return new AnsweringVintage(winner, List.copyOf(alternatives), restated, List.of());
  }

  /** The same publisher's, of the same day or later: it lost, but isn't out of date. */
  private static boolean isNotOlder(Vintage vintage, Vintage winner) {
    return vintage.publisher().equals(winner.publisher())
        && !vintage.source().published().isBefore(winner.source().published());
  }

  /** Whether neither value could be the other, rounded less or more. */
  private static boolean differ(Vintage one, Vintage other) {
    return !bounds(one).hold(value(other)) && !bounds(other).hold(value(one));
  }

  /** Those of the alternatives that the same cell can't have, whatever was rounded. */
  public List<Vintage> contradicting() {
    List<Vintage> contradicting = new ArrayList<>();
    for (Vintage other : alternatives) {
      if (other.cell().equals(vintage.cell())
          && !other.publisher().equals(vintage.publisher())
          && !bounds(other).interval().meets(bounds(vintage).interval())) {
        contradicting.add(other);
      }
    }
    return contradicting;
  }

  /** This, with words in other units beside it. */
  public AnsweringVintage with(List<Vintage> more) {
    List<Vintage> all = new ArrayList<>(alternatives);
    all.addAll(more);
    return new AnsweringVintage(vintage, List.copyOf(all), restated, history);
  }

  /** This, with all that was ever said of its cell. */
  AnsweringVintage withHistory(List<Vintage> vintages) {
    return new AnsweringVintage(vintage, alternatives, restated, List.copyOf(vintages));
  }

  /**
   * The figure as published; a growth in percent. What can't be negative isn't below zero, nor its
   * growth below -100 %.
   */
  public Figure figure(boolean mayBeNegative) {
    return figure(vintage, mayBeNegative);
  }

  /** A vintage's figure as published. */
  public static Figure figure(Vintage vintage, boolean mayBeNegative) {
    Observation observation = vintage.observation();
    Cell cell = observation.cell();
    boolean level = cell.measure() == Measure.LEVEL;
    Bounds bounds = bounds(vintage);
    return Figure.published(
        value(vintage),
        mayBeNegative ? bounds : bounds.atLeast(level ? BigDecimal.ZERO : TOTAL_LOSS),
        level ? cell.unit() : Unit.PERCENT,
        observation.isDerived() ? Origin.DERIVED : Origin.REPORTED);
  }

  /** The operand that it is in formulas: the same number wherever it occurs. */
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
