package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Span;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What filings have proved to make up a whole, by span; the regions are of one axis. */
final class ProvedSpans {
  private final Map<Span, ProvedParts> parts = new LinkedHashMap<>();

  /** The parts by span. */
  Map<Span, ProvedParts> parts() {
    return Collections.unmodifiableMap(parts);
  }

  /** Adds the parts that a filing proves for a span. */
  void put(Span span, ProvedParts proved) {
    parts.put(span, proved);
  }

  /** An independent copy. */
  ProvedSpans copy() {
    ProvedSpans copy = new ProvedSpans();
    copy.parts.putAll(parts);
    return copy;
  }

  /**
   * The parts that all of some spans are proved to have: the same members, and remainders under the
   * same concepts.
   */
  Optional<ProvedParts> ofAll(Collection<Span> spans) {
    Set<Optional<ProvedParts>> all =
        spans.stream()
            .map(span -> Optional.ofNullable(parts.get(span)))
            .collect(Collectors.toSet());
    return all.size() == 1 ? all.iterator().next() : Optional.empty();
  }

  /** Whether two spans are proved to divide into different regions. */
  boolean differ(Span one, Span other) {
    ProvedParts ofOne = parts.get(one);
    ProvedParts ofOther = parts.get(other);
    return ofOne != null && ofOther != null && !ofOne.hasSameMembersAs(ofOther);
  }
}
