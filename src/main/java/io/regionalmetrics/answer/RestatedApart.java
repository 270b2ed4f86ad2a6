package io.regionalmetrics.answer;

import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Vintage;
import java.util.List;

/**
 * The newest value of a figure that is compared as it was published before, because other figures
 * of the comparison were not restated with it.
 *
 * @param newest the vintage that is current now
 * @param without the figures of the comparison that were not restated with it
 */
public record RestatedApart(Vintage newest, List<Cell> without) {
  /** Copies the list. */
  public RestatedApart {
    without = List.copyOf(without);
  }
}
