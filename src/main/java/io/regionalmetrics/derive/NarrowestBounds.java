package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.number.Interval;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Orders several ways to compute one figure, the best first: by the width of their bounds, then by
 * the number of operands. A figure without bounds comes last.
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

  /** High minus low; empty for a figure without bounds. */
  private static Optional<BigFraction> width(KnownFigure known) {
    return known.range().map(Interval::width);
  }
}
