package io.regionalmetrics.feed.filing;

/**
 * Two concepts that a company reported the same figure under, or two different ones.
 *
 * @param one the first in alphabetical order
 * @param other the second
 */
record ConceptPair(String one, String other) {

  /** The pair of two concepts, whichever comes first. */
  static ConceptPair of(String concept, String another) {
    return concept.compareTo(another) < 0
        ? new ConceptPair(concept, another)
        : new ConceptPair(another, concept);
  }
}
