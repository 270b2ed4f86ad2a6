package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.derive.Quarters;
import java.util.Set;

/**
 * A question on figures, ready to be answered. First say what must be read, then compute the answer
 * from what was read:
 *
 * <ol>
 *   <li>{@link #requirements()}: the quarters and rates to read.
 *   <li>{@link #furtherRates(Quarters)}: the rates to read once the figures are known.
 *   <li>{@link #answer(Quarters)}: the answer, from the figures and rates alone.
 * </ol>
 *
 * <p>Implementations are pure: no storage, no clock.
 */
public sealed interface Comparison
    permits Growth, Regions, Share, Contribution, Drivers, Revisions, Check, Series {

  /** Everything that the answer may depend on and that is known before anything is read. */
  Requirements requirements();

  /**
   * The exchange rates that the answer depends on and that only the figures reveal, whatever
   * currency is requested.
   *
   * @param read all figures of {@link #requirements()}
   */
  default Set<FixingsKey> furtherRates(Quarters read) {
    return Set.of();
  }

  /**
   * The answer.
   *
   * @param quarters all figures of {@link #requirements()}, with all rates
   */
  Answer answer(Quarters quarters);
}
