package io.regionalmetrics.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which concepts of XBRL filings mean the same to a company, as its filings prove it: they told the
 * same values under both, and never different ones. Figures of such concepts are one line, and may
 * be compared.
 *
 * @param lines sets of at least two qualified concepts each; no concept is in two of them
 */
public record ConceptLines(Set<Set<String>> lines) {
  /** No two concepts are known to mean the same. */
  public static final ConceptLines NONE = new ConceptLines(Set.of());

  /**
   * Copies the sets.
   *
   * @throws IllegalArgumentException if a line has one concept, or two lines share one
   */
  public ConceptLines {
    Set<Set<String>> copies = Set.copyOf(lines.stream().map(Set::copyOf).toList());
    Map<String, Set<String>> byConcept = new HashMap<>();
    for (Set<String> line : copies) {
      if (line.size() < 2
          || line.stream().anyMatch(concept -> byConcept.put(concept, line) != null)) {
        throw new IllegalArgumentException("not lines of concepts: %s".formatted(lines));
      }
    }
    lines = copies;
  }

  /** Whether no two concepts are known to mean the same. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** These lines and others together; lines that share a concept become one. */
  ConceptLines and(ConceptLines others) {
    Map<String, Set<String>> byConcept = new HashMap<>();
    lines.forEach(line -> join(line, byConcept));
    others.lines.forEach(line -> join(line, byConcept));
    return new ConceptLines(Set.copyOf(byConcept.values()));
  }

  private static void join(Set<String> line, Map<String, Set<String>> byConcept) {
    Set<String> joined = new TreeSet<>(line);
    line.forEach(concept -> joined.addAll(byConcept.getOrDefault(concept, Set.of())));
    joined.forEach(concept -> byConcept.put(concept, joined));
  }

  /** Some concepts, with all others that mean the same as one of them. */
  Set<String> with(Collection<String> concepts) {
    Set<String> all = new TreeSet<>(concepts);
    for (Set<String> line : lines) {
      if (concepts.stream().anyMatch(line::contains)) {
        all.addAll(line);
      }
    }
    return all;
  }
}
