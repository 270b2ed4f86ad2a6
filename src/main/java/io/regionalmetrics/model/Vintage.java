package io.regionalmetrics.model;

import java.util.Comparator;

/** What one source says of one cell, from the day it was published. */
public record Vintage(Observation observation, Source source) {
  /**
   * Oldest first; on one day a filing last, so that it wins a tie; then by id, so that the order is
   * always the same.
   */
  public static final Comparator<Vintage> OLDEST_FIRST =
      Comparator.<Vintage, java.time.LocalDate>comparing(vintage -> vintage.source().published())
          .thenComparing(vintage -> vintage.source().kind() == Source.SourceKind.FILING)
          .thenComparing(vintage -> vintage.source().id());

  /** The cell that it is of. */
  public Cell cell() {
    return observation.cell();
  }

  /** Who answers for it. */
  public String publisher() {
    return source.publisherFor(cell().quarter().company());
  }
}
