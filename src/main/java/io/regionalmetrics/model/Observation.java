package io.regionalmetrics.model;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One published figure of one cell.
 *
 * @param value in the cell's unit, or in percent for a growth; nothing where the status says so
 * @param precision how far the value is exact
 * @param status how it is to be taken
 * @param derivation in words, how its source derived it; nothing for a stated figure
 * @param note anything else in words
 */
public record Observation(
    Cell cell,
    Optional<BigDecimal> value,
    Precision precision,
    Status status,
    Optional<String> derivation,
    Optional<String> note) {

  /** Refuses a value with a status that has none, and the reverse. */
  public Observation {
    if (value.isPresent() != status.hasValue()) {
      throw new IllegalArgumentException("status %s with value %s".formatted(status.code(), value));
    }
  }

  /** Whether its source derived it rather than stated it. */
  public boolean isDerived() {
    return derivation.isPresent() || precision instanceof Precision.Between;
  }

  /**
   * Whether another says the same of the same cell: value, precision, status, and whether it is
   * stated or derived, since that decides which of two answers; words may differ.
   */
  public boolean saysTheSameAs(Observation other) {
    return cell.equals(other.cell)
        && status == other.status
        && isDerived() == other.isDerived()
        && value.isPresent() == other.value.isPresent()
        && value
            .map(v -> v.compareTo(other.value.orElseThrow()) == 0 && sameBounds(v, other))
            .orElse(true);
  }

  private boolean sameBounds(BigDecimal number, Observation other) {
    Bounds mine = precision.around(number);
    Bounds others = other.precision.around(number);
    return mine.low().compareTo(others.low()) == 0 && mine.high().compareTo(others.high()) == 0;
  }
}
