package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which regions of one axis filings have proved to make up a whole, span by span. */
final class ProvedSpans {
  private final Map<Span, List<String>> members = new LinkedHashMap<>();

  /** The members by span. */
  Map<Span, List<String>> members() {
    return Collections.unmodifiableMap(members);
  }

  /** Adds what a filing proves of a span. */
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
   * The members of a quarter that is the first or last part of a longer span: those that the longer
   * span and the rest of it are both proved to have.
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

  /** Whether a span and the rest of a longer one are proved to divide differently. */
  boolean differ(Span one, Span other) {
    List<String> ofOne = members.get(one);
    List<String> ofOther = members.get(other);
    return ofOne != null && ofOther != null && !ofOne.equals(ofOther);
  }
}
