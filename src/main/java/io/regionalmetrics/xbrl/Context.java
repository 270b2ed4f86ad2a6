package io.regionalmetrics.xbrl;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a fact is about: an entity, a time, and the dimensions that narrow it down.
 *
 * @param entity the identifier of the entity; in US filings its CIK
 * @param start the first day of a duration; empty for an instant
 * @param end the last day of a duration, or the instant's day; {@link LocalDate#MAX} for "forever"
 * @param dimensions the members by their axes, under the axes' {@linkplain StandardAxes#current
 *     current names}; empty if there are other dimensions
 * @param hasOtherDimensions whether the context has anything else that narrows it: a typed member,
 *     two members of one axis, or content that is no dimension
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

  /** Whether nothing narrows it: it is about the whole entity. */
  public boolean isWithoutDimensions() {
    return dimensions.isEmpty() && !hasOtherDimensions;
  }

  /** The same context without an axis. */
  public Context without(QualifiedName axis) {
    if (!dimensions.containsKey(axis)) {
      return this;
    }
    Map<QualifiedName, QualifiedName> rest = new HashMap<>(dimensions);
    rest.remove(axis);
    return new Context(entity, start, end, Map.copyOf(rest), hasOtherDimensions);
  }

  /** The same context with a member of an axis. */
  public Context with(QualifiedName axis, QualifiedName member) {
    Map<QualifiedName, QualifiedName> more = new HashMap<>(dimensions);
    more.put(axis, member);
    return new Context(entity, start, end, Map.copyOf(more), hasOtherDimensions);
  }

  /** The same context without any axis. */
  public Context withoutDimensions() {
    return new Context(entity, start, end, Map.of(), hasOtherDimensions);
  }
}
