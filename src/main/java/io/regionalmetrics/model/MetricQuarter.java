package io.regionalmetrics.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was published of one quarter of one company's metric, every region's vintages together.
 *
 * @param vintages oldest first
 */
public record MetricQuarter(QuarterKey key, List<Vintage> vintages) {

  /** What a vintage is to those that are there. */
  public enum Outcome {
    /** Its publisher has said nothing of its cell before. */
    ADDED,
    /** Its publisher has said something else of its cell. */
    REVISED,
    /** It says what its publisher had said already by then: nothing is to be stored. */
    UNCHANGED,
    /** Its very source, of that day, says something else. */
    CONTRADICTS
  }

  /** Puts the vintages in order. */
  public MetricQuarter {
    vintages = vintages.stream().sorted(Vintage.OLDEST_FIRST).toList();
  }

  /** The quarter before anything was published. */
  public static MetricQuarter empty(QuarterKey key) {
    return new MetricQuarter(key, List.of());
  }

  /** This with one vintage more. */
  public MetricQuarter with(Vintage vintage) {
    List<Vintage> more = new ArrayList<>(vintages);
    more.add(vintage);
    return new MetricQuarter(key, more);
  }

  /** What a vintage is to those that are there. */
  public Outcome outcome(Vintage vintage) {
    List<Vintage> publishers =
        vintages.stream()
            .filter(
                v -> v.cell().equals(vintage.cell()) && v.publisher().equals(vintage.publisher()))
            .toList();
    Optional<Vintage> sameEdition =
        publishers.stream()
            .filter(v -> v.source().id().equals(vintage.source().id()))
            .filter(v -> v.source().published().equals(vintage.source().published()))
            .findFirst();
    if (sameEdition.isPresent()) {
      return says(sameEdition, vintage) ? Outcome.UNCHANGED : Outcome.CONTRADICTS;
    }
    Stream<Vintage> until =
        publishers.stream()
            .filter(v -> !v.source().published().isAfter(vintage.source().published()));
    if (says(until.max(Vintage.OLDEST_FIRST), vintage)) {
      return Outcome.UNCHANGED;
    }
    return publishers.isEmpty() ? Outcome.ADDED : Outcome.REVISED;
  }

  private static boolean says(Optional<Vintage> there, Vintage vintage) {
    return there.map(v -> v.observation().saysTheSameAs(vintage.observation())).orElse(false);
  }
}
