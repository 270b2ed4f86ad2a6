package io.regionalmetrics.xbrl;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a fact is about: an entity, a time, and the dimensions that narrow it down.
 *
 * @param entity the identifier of the entity; in US filings its CIK
 * @param start the first day of a duration; empty for an instant
 * @param end the last day of a duration, or the instant's day; {@link LocalDate#MAX} for "forever"
 * @param dimensions the members by their axes, of the axes that were selected; empty if there are
 *     other dimensions
 * @param hasOtherDimensions whether the context has any dimension that was not selected: another
 *     axis, a typed member, or content that is no dimension
 */
public record Context(
    String entity,
    Optional<LocalDate> start,
    LocalDate end,
    Map<QualifiedName, QualifiedName> dimensions,
    boolean hasOtherDimensions) {

  /** The days of a duration; empty for an instant. */
  public Optional<Span> span() {
    return start.map(day -> new Span(day, end));
  }
}
