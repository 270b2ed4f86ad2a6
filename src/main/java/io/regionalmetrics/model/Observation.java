package io.regionalmetrics.model;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One published figure of one cell.
 *
 * @param cell what is measured, where and when
 * @param value in the cell's unit, or in percent for a growth; empty if the status has no value
 * @param precision how exact the value is
 * @param status whether it is normal, estimated, missing and so on
 * @param derivation how the source derived the figure, as text; empty for a stated figure
 * @param note any further remark
 * @param facts the facts of XBRL filings that it was read or derived from; empty for other sources
 */
public record Observation(
    Cell cell,
    Optional<BigDecimal> value,
    Precision precision,
    Status status,
    Optional<String> derivation,
    Optional<String> note,
    List<FiledFact> facts) {

  /** The note of a figure whose publisher probably mistook its scale. */
  public static final String SCALE_SUSPECT =
      "scale-suspect: a thousand or a million times more or less than its sum and its comparative"
          + " figure say";

  /** Whether its publisher probably mistook its scale. */
  public boolean isScaleSuspect() {
    return note.filter(SCALE_SUSPECT::equals).isPresent();
  }

  /** Refuses a value if the status has none, and a missing value if the status has one. */
  public Observation {
    facts = List.copyOf(facts);
    if (value.isPresent() != status.hasValue()) {
      throw new IllegalArgumentException(
          "status %s %s have a value: %s"
              .formatted(status.code(), status.hasValue() ? "must" : "must not", value));
    }
  }

  /** An observation that doesn't come from an XBRL filing. */
  public Observation(
      Cell cell,
      Optional<BigDecimal> value,
      Precision precision,
      Status status,
      Optional<String> derivation,
      Optional<String> note) {
    this(cell, value, precision, status, derivation, note, List.of());
  }

  /** Every number that the value may stand for; empty if there is no value. */
  public Optional<Interval> interval() {
    return value.map(number -> precision.around(number).interval());
  }

  /** Whether the source derived the figure instead of stating it. */
  public boolean isDerived() {
    return derivation.isPresent() || precision instanceof Precision.Between;
  }

  /**
   * Whether another observation reports the same for the same cell: value, bounds, status, and
   * whether it is stated or derived, because a stated figure is preferred. Texts may differ, and so
   * may the bounds if those of one follow from assumed decimals, and the facts.
   */
  boolean reportsSameAs(Observation other) {
    return cell.equals(other.cell)
        && status == other.status
        && isDerived() == other.isDerived()
        && value.isPresent() == other.value.isPresent()
        && value
            .map(v -> v.compareTo(other.value.orElseThrow()) == 0 && sameBounds(v, other))
            .orElse(true);
  }

  /** A copy that is of another region. */
  Observation in(String region) {
    Cell other = new Cell(cell.quarter(), region, cell.measure(), cell.unit());
    return new Observation(other, value, precision, status, derivation, note, facts);
  }

  /** A copy with another precision. */
  Observation with(Precision other) {
    return new Observation(cell, value, other, status, derivation, note, facts);
  }

  private boolean sameBounds(BigDecimal number, Observation other) {
    if (precision.isAssumed() || other.precision.isAssumed()) {
      return true;
    }
    Bounds mine = precision.around(number);
    Bounds others = other.precision.around(number);
    return mine.low().compareTo(others.low()) == 0 && mine.high().compareTo(others.high()) == 0;
  }
}
