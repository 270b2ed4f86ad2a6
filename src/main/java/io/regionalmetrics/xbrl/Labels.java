package io.regionalmetrics.xbrl;

import java.util.Map;
import java.util.Optional;

/**
 * What a filing calls its concepts, axes and members, in English if it has several languages.
 *
 * @param standard the standard labels: {@code Japan Segment [Member]}
 * @param terse the short labels, where the filing has some: {@code Japan}
 */
public record Labels(Map<QualifiedName, String> standard, Map<QualifiedName, String> terse) {
  /** No labels. */
  public static final Labels NONE = new Labels(Map.of(), Map.of());

  /** Copies the labels. */
  public Labels {
    standard = Map.copyOf(standard);
    terse = Map.copyOf(terse);
  }

  /** The short label of an element or, without one, its standard label; empty without both. */
  public Optional<String> shortest(QualifiedName name) {
    return Optional.ofNullable(terse.get(name)).or(() -> Optional.ofNullable(standard.get(name)));
  }
}
