package io.regionalmetrics.xbrl;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a fact is of: an entity, a time, and what it is broken down by.
 *
 * @param entity the CIK
 * @param start of a duration; nothing for an instant
 * @param end of a duration, or the instant
 * @param dimensions the members by their axes, of those axes that were asked for
 * @param further whether it has any further dimension: another axis, a typed one, or something else
 */
public record Context(
    String entity,
    Optional<LocalDate> start,
    LocalDate end,
    Map<QualifiedName, QualifiedName> dimensions,
    boolean further) {

  /** The days of a duration. */
  public Optional<Span> span() {
    return start.map(day -> new Span(day, end));
  }
}
