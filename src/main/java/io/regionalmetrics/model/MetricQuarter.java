package io.regionalmetrics.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Everything published about one quarter of a company's metric: the vintages of all regions, and
 * how the whole divides into them.
 *
 * <p>A vintage is a repetition if its publisher's previous vintage of the same cell reports the
 * same. Repetitions are stored, but answers ignore them. That way answers depend only on what was
 * published, never on the order of arrival: if a publisher reports 10m in January and 10m in March,
 * March is a repetition; once 12m from February arrives, it no longer is.
 *
 * @param key the company, the metric and the quarter
 * @param allVintages all vintages including repetitions, oldest first
 * @param breakdowns the breakdowns of all sources, in the order of their arrival
 */
public record MetricQuarter(QuarterKey key, List<Vintage> allVintages, List<Breakdown> breakdowns) {

  /** How a new vintage relates to the stored ones. */
  public enum Outcome {
    /** The first vintage of its cell from its publisher. */
    ADDED,
    /** Differs from what its publisher reported for the cell before. */
    REVISED,
    /** Repeats what its publisher last reported by that day: stored, but changes no answer. */
    REPEATED,
    /** The same edition of the source is already stored and reports the same. */
    UNCHANGED,
    /** The same edition of the source is already stored and reports something else. */
    CONTRADICTS
  }

  /** A cell as one publisher reports it; later vintages repeat or revise earlier ones. */
  private record PublisherCell(Cell cell, String publisher) {}

  /** Sorts the vintages, oldest first. */
  public MetricQuarter {
    allVintages = allVintages.stream().sorted(Vintage.OLDEST_FIRST).toList();
    breakdowns = List.copyOf(breakdowns);
  }

  /** A quarter without breakdowns. */
  public MetricQuarter(QuarterKey key, List<Vintage> allVintages) {
    this(key, allVintages, List.of());
  }

  /** The quarter before anything was published. */
  public static MetricQuarter empty(QuarterKey key) {
    return new MetricQuarter(key, List.of());
  }

  /** A copy with one more vintage. */
  public MetricQuarter with(Vintage vintage) {
    List<Vintage> more = new ArrayList<>(allVintages);
    more.add(vintage);
    return new MetricQuarter(key, more, breakdowns);
  }

  /** A copy with one more breakdown; the same one if it says nothing new. */
  public MetricQuarter with(Breakdown breakdown) {
    if (breakdowns.stream().anyMatch(breakdown::hasSameContentAs)) {
      return this;
    }
    List<Breakdown> more = new ArrayList<>(breakdowns);
    more.add(breakdown);
    return new MetricQuarter(key, allVintages, more);
  }

  /**
   * The vintages without repetitions, oldest first. Answers use these for any {@code asOf} day: the
   * vintage that a repetition repeats was published no later, so it is visible whenever the
   * repetition would be.
   */
  public List<Vintage> vintages() {
    Map<Integer, Integer> repetitions = repetitions();
    if (repetitions.isEmpty()) {
      return allVintages;
    }
    return IntStream.range(0, allVintages.size())
        .filter(index -> !repetitions.containsKey(index))
        .mapToObj(allVintages::get)
        .toList();
  }

  /** The index of each repetition, mapped to the index of the vintage that it repeats. */
  public Map<Integer, Integer> repetitions() {
    Map<PublisherCell, Integer> newest = new HashMap<>();
    Map<Integer, Integer> repetitions = new HashMap<>();
    for (int index = 0; index < allVintages.size(); index++) {
      Vintage vintage = allVintages.get(index);
      Integer before = newest.put(new PublisherCell(vintage.cell(), vintage.publisher()), index);
      if (before != null && reportSame(allVintages.get(before), vintage)) {
        repetitions.put(index, before);
      }
    }
    return repetitions;
  }

  /** How a new vintage relates to the stored ones. */
  public Outcome outcome(Vintage vintage) {
    List<Vintage> before = fromSamePublisher(vintage);
    for (Vintage stored : before) {
      if (isSameEdition(stored, vintage)) {
        return reportSame(stored, vintage) ? Outcome.UNCHANGED : Outcome.CONTRADICTS;
      }
    }
    LocalDate day = vintage.source().published();
    Optional<Vintage> last =
        before.stream()
            .filter(stored -> !stored.source().published().isAfter(day))
            .max(Vintage.OLDEST_FIRST);
    if (last.isPresent() && reportSame(last.get(), vintage)) {
      return Outcome.REPEATED;
    }
    return before.isEmpty() ? Outcome.ADDED : Outcome.REVISED;
  }

  private List<Vintage> fromSamePublisher(Vintage vintage) {
    return allVintages.stream()
        .filter(stored -> stored.cell().equals(vintage.cell()))
        .filter(stored -> stored.publisher().equals(vintage.publisher()))
        .toList();
  }

  private static boolean isSameEdition(Vintage one, Vintage other) {
    return one.source().id().equals(other.source().id())
        && one.source().published().equals(other.source().published());
  }

  private static boolean reportSame(Vintage one, Vintage other) {
    return one.observation().reportsSameAs(other.observation());
  }
}
