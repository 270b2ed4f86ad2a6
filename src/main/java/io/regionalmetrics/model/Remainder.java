package io.regionalmetrics.model;

import io.regionalmetrics.refusal.Codes;
import java.math.BigDecimal;

/**
 * What is left of a whole beside its regions, under the name that its source gives it: Amazon's
 * {@code AWS} beside North America and International, or gains from hedging. It belongs to a {@link
 * Breakdown} and is no region. It may be negative, whatever the metric.
 *
 * @param name its name for people, such as {@code Amazon Web Services}
 * @param figure its level; the cell has the remainder's {@linkplain Codes#isRemainder code} in
 *     place of a region
 */
public record Remainder(String name, Observation figure) {
  /**
   * Refuses a figure that is no level of a remainder.
   *
   * @throws IllegalArgumentException if it has a region's code, is a growth, or has no value
   */
  public Remainder {
    Cell cell = figure.cell();
    if (!Codes.isRemainder(cell.region())
        || cell.measure() != Measure.LEVEL
        || figure.value().isEmpty()) {
      throw new IllegalArgumentException("%s is not the level of a remainder".formatted(cell));
    }
  }

  /** Its code, such as {@code amazon_web_services}. */
  public String code() {
    return figure.cell().region();
  }

  /** How much it is without its sign. */
  BigDecimal size() {
    return figure.value().orElseThrow().abs();
  }

  /** Whether another remainder has the same code and value. */
  boolean hasSameContentAs(Remainder other) {
    return figure.reportsSameAs(other.figure);
  }
}
