package io.regionalmetrics.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything published about one quarter of a company's metric: the vintages of all regions.
 *
 * <p>A vintage is a repetition if its publisher's previous vintage of the same cell reports the
 * same. Repetitions are stored, but answers ignore them. So answers depend on what was published,
 * never on the order in which it arrived. For example, with 10m in January and 10m in March, March
 * is a repetition; once 12m for February arrives, it no longer is.
 *
 * @param words all vintages including repetitions, oldest first
 */
public record MetricQuarter(QuarterKey key, List<Vintage> words) {

  /** How a new vintage relates to the stored ones. */
  public enum Outcome {
    /** The first vintage of its cell from its publisher. */
    ADDED,
    /** Differs from what its publisher reported for the cell before. */
    REVISED,
    /** Repeats what its publisher last reported by that day: stored, but not news. */
    REPEATED,
    /** The same edition of the source is stored and reports the same: nothing to store. */
    UNCHANGED,
    /** The same edition of the source is stored and reports something else. */
    CONTRADICTS
  }

  /** A publisher and a cell; vintages that share both repeat or revise each other. */
  private record Voice(Cell cell, String publisher) {}

  /** Sorts the vintages, oldest first. */
  public MetricQuarter {
    words = words.stream().sorted(Vintage.OLDEST_FIRST).toList();
  }

  /** The quarter before anything was published. */
  public static MetricQuarter empty(QuarterKey key) {
    return new MetricQuarter(key, List.of());
  }

  /** A copy with one more vintage. */
  public MetricQuarter with(Vintage vintage) {
    List<Vintage> more = new ArrayList<>(words);
    more.add(vintage);
    return new MetricQuarter(key, more);
  }

  /**
   * The vintages without repetitions, oldest first. Answers use these for any {@code asOf} day: the
   * vintage that a repetition repeats was published no later, so it is visible whenever the
   * repetition would be.
   */
  public List<Vintage> vintages() {
    Map<Integer, Integer> repetitions = repetitions();
    if (repetitions.isEmpty()) {
      return words;
    }
    return IntStream.range(0, words.size())
        .filter(index -> !repetitions.containsKey(index))
        .mapToObj(words::get)
        .toList();
  }

  /** The index of each repetition, mapped to the index of the vintage that it repeats. */
  public Map<Integer, Integer> repetitions() {
    Map<Voice, Integer> newest = new HashMap<>();
    Map<Integer, Integer> repetitions = new HashMap<>();
    for (int index = 0; index < words.size(); index++) {
      Vintage word = words.get(index);
      Integer before = newest.put(new Voice(word.cell(), word.publisher()), index);
      if (before != null && saySame(words.get(before), word)) {
        repetitions.put(index, before);
      }
    }
    return repetitions;
  }

  /** How a new vintage relates to the stored ones. */
  public Outcome outcome(Vintage vintage) {
    List<Vintage> publishers =
        words.stream()
            .filter(
                v -> v.cell().equals(vintage.cell()) && v.publisher().equals(vintage.publisher()))
            .toList();
    Optional<Vintage> sameEdition =
        publishers.stream().filter(v -> isSameEdition(v, vintage)).findFirst();
    if (sameEdition.isPresent()) {
      return saySame(sameEdition.get(), vintage) ? Outcome.UNCHANGED : Outcome.CONTRADICTS;
    }
    Stream<Vintage> until =
        publishers.stream()
            .filter(v -> !v.source().published().isAfter(vintage.source().published()));
    if (until.max(Vintage.OLDEST_FIRST).filter(newest -> saySame(newest, vintage)).isPresent()) {
      return Outcome.REPEATED;
    }
    return publishers.isEmpty() ? Outcome.ADDED : Outcome.REVISED;
  }

  private static boolean isSameEdition(Vintage one, Vintage other) {
    return one.source().id().equals(other.source().id())
        && one.source().published().equals(other.source().published());
  }

  private static boolean saySame(Vintage one, Vintage other) {
    return one.observation().saysTheSameAs(other.observation());
  }
}
