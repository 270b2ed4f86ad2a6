package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.QuarterKey;
import java.util.Set;

/** A question that has been understood: what it reads, and its answer from that. */
public sealed interface Comparison
    permits Growth, Regions, Share, Contribution, Drivers, Revisions, Check {

  /** Every quarter that the answer may depend on. */
  Set<QuarterKey> reads();

  /**
   * The exchange rates that the answer is likely to depend on whatever currency is asked for: few,
   * so that they are read along with the quarters rather than after them.
   */
  default Set<FixingsKey> likelyRates() {
    return Set.of();
  }

  /**
   * The exchange rates that the answer depends on whatever currency is asked for, as the quarters
   * that were read tell.
   */
  default Set<FixingsKey> rates(Quarters quarters) {
    return Set.of();
  }

  /** The answer, from all the quarters that it reads. */
  Answer answer(Quarters quarters);
}
