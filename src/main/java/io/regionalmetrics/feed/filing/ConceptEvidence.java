package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.ConceptLines;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a company's filings show about pairs of concepts: in which periods both have the same value,
 * and whether they ever differ by more than rounding.
 *
 * <p>Two concepts mean the same if they had the same values in at least two periods and never
 * different ones. The order in which evidence is added makes no difference.
 */
final class ConceptEvidence {
  /** In how many periods two concepts must be equal. */
  private static final int ENOUGH_PERIODS = 2;

  /** How many concepts of one figure are compared; no real filing has more than five. */
  private static final int MOST_CONCEPTS = 20;

  private static final Comparator<ConceptPair> BY_NAME =
      Comparator.comparing(ConceptPair::one).thenComparing(ConceptPair::other);
  private static final Comparator<Span> BY_TIME =
      Span.BY_END.thenComparing(Span::start, Comparator.reverseOrder());

  private final Map<ConceptPair, SortedSet<Span>> equal = new TreeMap<>(BY_NAME);
  private final Set<ConceptPair> different = new TreeSet<>(BY_NAME);

  /**
   * A value that is reported under a concept.
   *
   * @param bounds every number that the value may stand for
   */
  record Telling(String concept, BigDecimal value, Bounds bounds) {
    private boolean isEqualTo(Telling other) {
      return value.compareTo(other.value) == 0;
    }

    private boolean agreesWith(Telling other) {
      return bounds.interval().meets(other.bounds.interval());
    }
  }

  /** The earliest periods in which two concepts have the same value: enough to prove it. */
  Map<ConceptPair, SortedSet<Span>> equal() {
    return Collections.unmodifiableMap(equal);
  }

  /** The pairs of concepts that differ in some period. */
  Set<ConceptPair> different() {
    return Collections.unmodifiableSet(different);
  }

  /** An independent copy. */
  ConceptEvidence copy() {
    ConceptEvidence copy = new ConceptEvidence();
    copy.addAll(this);
    return copy;
  }

  /** Adds what other filings show. */
  void addAll(ConceptEvidence other) {
    other.equal.forEach((pair, spans) -> spans.forEach(span -> addEqual(pair, span)));
    different.addAll(other.different);
  }

  /** Adds a period in which two concepts have the same value. */
  void addEqual(ConceptPair pair, Span span) {
    SortedSet<Span> spans = equal.computeIfAbsent(pair, same -> new TreeSet<>(BY_TIME));
    spans.add(span);
    if (spans.size() > ENOUGH_PERIODS) {
      spans.removeLast();
    }
  }

  /** Adds that two concepts differ in some period. */
  void addDifferent(ConceptPair pair) {
    different.add(pair);
  }

  /**
   * Compares all values of one figure in one period. If a concept has several, since the figure was
   * restated, one of them suffices to be equal to another concept's.
   */
  void compare(Span span, List<Telling> tellings) {
    Map<String, List<Telling>> byConcept = new TreeMap<>();
    tellings.forEach(
        one -> byConcept.computeIfAbsent(one.concept(), same -> new ArrayList<>()).add(one));
    List<List<Telling>> concepts = byConcept.values().stream().limit(MOST_CONCEPTS).toList();
    for (int i = 0; i < concepts.size(); i++) {
      for (List<Telling> other : concepts.subList(i + 1, concepts.size())) {
        compare(span, concepts.get(i), other);
      }
    }
  }

  private void compare(Span span, List<Telling> one, List<Telling> other) {
    ConceptPair pair = ConceptPair.of(one.getFirst().concept(), other.getFirst().concept());
    if (one.stream().anyMatch(mine -> provesAny(mine, other))) {
      addEqual(pair, span);
    } else if (one.stream().noneMatch(mine -> other.stream().anyMatch(mine::agreesWith))) {
      addDifferent(pair);
    }
  }

  /** Whether a value other than zero is equal to one of others; two zeros prove nothing. */
  private static boolean provesAny(Telling telling, List<Telling> others) {
    return telling.value().signum() != 0 && others.stream().anyMatch(telling::isEqualTo);
  }

  /** The lines that are proved. Concepts of which any two differ are no line. */
  ConceptLines lines() {
    List<Set<String>> lines = new ArrayList<>();
    equal.forEach((pair, spans) -> {
      if (spans.size() >= ENOUGH_PERIODS && !different.contains(pair)) {
        join(pair, lines);
      }
    });
    lines.removeIf(this::isRefuted);
    return new ConceptLines(Set.copyOf(lines));
  }

  private static void join(ConceptPair pair, List<Set<String>> lines) {
    Set<String> joined = new LinkedHashSet<>(List.of(pair.one(), pair.other()));
    lines.stream()
        .filter(line -> line.contains(pair.one()) || line.contains(pair.other()))
        .forEach(joined::addAll);
    lines.removeIf(joined::containsAll);
    lines.add(joined);
  }

  private boolean isRefuted(Set<String> line) {
    return different.stream()
        .anyMatch(pair -> line.contains(pair.one()) && line.contains(pair.other()));
  }
}
