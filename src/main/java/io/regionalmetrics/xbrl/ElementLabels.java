package io.regionalmetrics.xbrl;

import java.util.Map;
import java.util.Optional;

/**
 * What a filing calls its concepts, axes and members, in English if it has several languages.
 *
 * @param standard the standard labels: {@code Japan Segment [Member]}
 * @param terse the short labels, where the filing has some: {@code Japan}
 */
public record ElementLabels(Map<QualifiedName, String> standard, Map<QualifiedName, String> terse) {
  /** No labels. */
  public static final ElementLabels NONE = new ElementLabels(Map.of(), Map.of());

  /** Copies the labels. */
  public ElementLabels {
    standard = Map.copyOf(standard);
    terse = Map.copyOf(terse);
  }

  /** The short label of an element or, without one, its standard label; empty without both. */
  public Optional<String> shortest(QualifiedName name) {
    return Optional.ofNullable(terse.get(name)).or(() -> Optional.ofNullable(standard.get(name)));
  }
}
