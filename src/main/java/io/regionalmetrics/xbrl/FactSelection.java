package io.regionalmetrics.xbrl;

import java.util.Set;

/**
 * Which part of an instance to read.
 *
 * @param concepts the concepts whose facts are kept
 * @param axes the axes whose members are kept, by their {@linkplain StandardAxes#current current
 *     names}; of any other dimension a context says only that it has one
 */
public record FactSelection(Set<QualifiedName> concepts, Set<QualifiedName> axes) {
  /** Copies both sets. */
  public FactSelection {
    concepts = Set.copyOf(concepts);
    axes = Set.copyOf(axes);
  }
}
