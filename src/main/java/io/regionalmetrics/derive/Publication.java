package io.regionalmetrics.derive;

import io.regionalmetrics.model.Vintage;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * One edition of a source.
 *
 * @param source the source's id
 */
record Publication(String source, LocalDate published) {
  static Publication of(Vintage vintage) {
    return new Publication(vintage.source().id(), vintage.source().published());
  }

  /** The publications of two sets that are in both. */
  static Set<Publication> both(Set<Publication> one, Set<Publication> other) {
    Set<Publication> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }
}
