package io.regionalmetrics.model;

import io.regionalmetrics.number.Precision;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A figure for one cell as one source reports it, known from its publication day on.
 *
 * @param concepts the concepts of XBRL filings under which its publisher reported this value, and
 *     those that mean the same to the company; empty for other sources
 */
public record Vintage(Observation observation, Source source, Set<String> concepts) {
  /**
   * Oldest first. On the same day a filing comes last, so that it wins a tie. Ties that remain are
   * ordered by the source's id, so that the order is always the same.
   */
  public static final Comparator<Vintage> OLDEST_FIRST =
      Comparator.<Vintage, java.time.LocalDate>comparing(vintage -> vintage.source().published())
          .thenComparing(vintage -> vintage.source().kind() == Source.SourceKind.FILING)
          .thenComparing(vintage -> vintage.source().id());

  /** Copies the concepts. */
  public Vintage {
    concepts = Set.copyOf(concepts);
  }

  /** A figure under the concepts of its own facts. */
  public Vintage(Observation observation, Source source) {
    this(observation, source, concepts(observation.facts()));
  }

  private static Set<String> concepts(List<FiledFact> facts) {
    return facts.isEmpty()
        ? Set.of()
        : facts.stream().map(FiledFact::concept).collect(Collectors.toSet());
  }

  /** A copy whose figure has another precision. */
  Vintage with(Precision precision) {
    return new Vintage(observation.with(precision), source, concepts);
  }

  /** A copy whose figure is of another region. */
  Vintage in(String region) {
    return region.equals(cell().region())
        ? this
        : new Vintage(observation.in(region), source, concepts);
  }

  /** A copy with a new description of its source; the same one if it describes another. */
  Vintage with(Source described) {
    return source.isSameEditionAs(described) ? new Vintage(observation, described, concepts) : this;
  }

  /** A copy that is also reported under other concepts. */
  Vintage under(Set<String> others) {
    return concepts.equals(others) ? this : new Vintage(observation, source, others);
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
