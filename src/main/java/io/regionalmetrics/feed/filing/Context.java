package io.regionalmetrics.feed.filing;

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
record Context(
    String entity,
    Optional<LocalDate> start,
    LocalDate end,
    Map<Name, Name> dimensions,
    boolean further) {

  /** The days of a duration. */
  Optional<Span> span() {
    return start.map(day -> new Span(day, end));
  }
}
