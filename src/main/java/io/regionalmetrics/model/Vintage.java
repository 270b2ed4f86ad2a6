package io.regionalmetrics.model;

import io.regionalmetrics.number.Precision;
import java.util.Comparator;

/** A figure for one cell as one source reports it, known from its publication day on. */
public record Vintage(Observation observation, Source source) {
  /**
   * Oldest first. On the same day a filing comes last, so that it wins a tie. Ties that remain are
   * ordered by the source's id, so that the order is always the same.
   */
  public static final Comparator<Vintage> OLDEST_FIRST =
      Comparator.<Vintage, java.time.LocalDate>comparing(vintage -> vintage.source().published())
          .thenComparing(vintage -> vintage.source().kind() == Source.SourceKind.FILING)
          .thenComparing(vintage -> vintage.source().id());

  /** A copy whose figure has another precision. */
  Vintage with(Precision precision) {
    return new Vintage(observation.with(precision), source);
  }

  /** The cell that the figure belongs to. */
  public Cell cell() {
    return observation.cell();
  }

  /** Whether another vintage reports the same for the same cell. */
  boolean reportsSameAs(Vintage other) {
    return observation.reportsSameAs(other.observation);
  }

  /** Who is responsible for the figure: the company itself, or the source's publisher. */
  public String publisher() {
    return source.publisherFor(cell().quarter().company());
  }
}
