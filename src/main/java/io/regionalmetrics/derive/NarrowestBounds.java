package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.number.Interval;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Which of several ways to compute a figure is best: the one with the narrowest bounds, and of
 * those the one with the fewest operands. A figure without bounds comes last.
 */
final class NarrowestBounds implements Comparator<KnownFigure> {
  static final Comparator<KnownFigure> FIRST = new NarrowestBounds();

  private NarrowestBounds() {}

  @Override
  public int compare(KnownFigure one, KnownFigure other) {
    int byWidth = compareWidths(width(one), width(other));
    return byWidth != 0 ? byWidth : Integer.compare(one.operands().size(), other.operands().size());
  }

  private static int compareWidths(Optional<BigFraction> one, Optional<BigFraction> other) {
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get())
        : Boolean.compare(other.isPresent(), one.isPresent());
  }

  /** How far apart the bounds are; empty for a figure without bounds. */
  private static Optional<BigFraction> width(KnownFigure known) {
    return FormulaRange.of(known.formula()).map(Interval::width);
  }
}
