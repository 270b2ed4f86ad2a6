package io.regionalmetrics.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that was published of one quarter of one company's metric, every region's vintages together.
 *
 * <p>A word that says the same as its publisher's word just before it is a repetition. It is kept
 * like any other, but no answer sees it: so what is visible follows from what was published, and
 * never from the order in which it arrived. (10m in January, 12m in February, 10m in March: March
 * is a repetition only until February arrives.)
 *
 * @param words every edition's, repetitions too, oldest first
 */
public record MetricQuarter(QuarterKey key, List<Vintage> words) {

  /** What a vintage is to those that are there. */
  public enum Outcome {
    /** Its publisher has said nothing of its cell before. */
    ADDED,
    /** Its publisher has said something else of its cell. */
    REVISED,
    /** It says what its publisher had said already by then: to be kept, though it isn't news. */
    REPEATED,
    /** Its very source, of that day, is there and says the same: nothing is to be stored. */
    UNCHANGED,
    /** Its very source, of that day, says something else. */
    CONTRADICTS
  }

  /** Who says something, and of what: words of one voice repeat or revise each other. */
  private record Voice(Cell cell, String publisher) {}

  /** Puts the words in order. */
  public MetricQuarter {
    words = words.stream().sorted(Vintage.OLDEST_FIRST).toList();
  }

  /** The quarter before anything was published. */
  public static MetricQuarter empty(QuarterKey key) {
    return new MetricQuarter(key, List.of());
  }

  /** This with one vintage more. */
  public MetricQuarter with(Vintage vintage) {
    List<Vintage> more = new ArrayList<>(words);
    more.add(vintage);
    return new MetricQuarter(key, more);
  }

  /**
   * The words that say something new, oldest first: what answers are made of, as of whichever day,
   * since the word that one repeats is visible whenever that one is.
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

  /** The repetitions: the index of each among the words, and that of the word that it repeats. */
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

  /** What a vintage is to those that are there. */
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
