package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The regions of one axis that filings have proved to make up a whole, by span. */
final class ProvedSpans {
  private final Map<Span, List<String>> members = new LinkedHashMap<>();

  /** The members by span. */
  Map<Span, List<String>> members() {
    return Collections.unmodifiableMap(members);
  }

  /** Adds the members that a filing proves for a span. */
  void put(Span span, List<String> regions) {
    members.put(span, regions);
  }

  /** An independent copy. */
  ProvedSpans copy() {
    ProvedSpans copy = new ProvedSpans();
    copy.members.putAll(members);
    return copy;
  }

  /**
   * The members in a quarter at the start or end of a longer span, if the longer span and the rest
   * of it are proved to have the same members.
   */
  Optional<List<String>> ofDifference(Span quarter) {
    for (Map.Entry<Span, List<String>> longer : members.entrySet()) {
      Optional<List<String>> same =
          rest(longer.getKey(), quarter).flatMap(rest -> Optional.ofNullable(members.get(rest)));
      if (same.equals(Optional.of(longer.getValue()))) {
        return same;
      }
    }
    return Optional.empty();
  }

  private static Optional<Span> rest(Span longer, Span quarter) {
    if (!longer.contains(quarter) || longer.equals(quarter)) {
      return Optional.empty();
    }
    if (longer.end().equals(quarter.end())) {
      return Optional.of(new Span(longer.start(), quarter.start().minusDays(1)));
    }
    return longer.start().equals(quarter.start())
        ? Optional.of(new Span(quarter.end().plusDays(1), longer.end()))
        : Optional.empty();
  }

  /** Whether two spans are proved to divide differently. */
  boolean differ(Span one, Span other) {
    List<String> ofOne = members.get(one);
    List<String> ofOther = members.get(other);
    return ofOne != null && ofOther != null && !ofOne.equals(ofOther);
  }
}
