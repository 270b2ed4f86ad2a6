package io.regionalmetrics.model;

import io.regionalmetrics.number.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which vintages repeat an earlier one, and how exact that makes the figure. If a publisher repeats
 * a value, once with assumed decimals and once with stated ones, the stated ones count for both.
 */
public final class Repetitions {
  /** A cell as one publisher reports it; later vintages repeat or revise earlier ones. */
  private record PublisherCell(Cell cell, String publisher) {}

  private final List<Vintage> vintages;
  private final Map<PublisherCell, Integer> newest = new HashMap<>();
  private final Map<Integer, Integer> repeated = new HashMap<>();

  /** The concepts under which each figure that is not a repetition was reported. */
  private final Map<Integer, Set<String>> concepts = new HashMap<>();

  /** The precision of each figure that is not a repetition; changes when a repetition states it. */
  private final List<Precision> precisions = new ArrayList<>();

  /**
   * Finds the repetitions.
   *
   * @param vintages oldest first
   */
  Repetitions(List<Vintage> vintages) {
    this.vintages = List.copyOf(vintages);
    for (int index = 0; index < vintages.size(); index++) {
      precisions.add(vintages.get(index).observation().precision());
      add(index);
    }
  }

  private void add(int index) {
    Vintage vintage = vintages.get(index);
    PublisherCell cell = new PublisherCell(vintage.cell(), vintage.publisher());
    Integer before = newest.get(cell);
    if (before != null && withPrecision(before).reportsSameAs(vintage)) {
      repeated.put(index, before);
      addConcepts(before, vintage.concepts());
      if (precisions.get(before).isAssumed()) {
        Precision own = precisions.get(index);
        precisions.set(before, own.isAssumed() ? precisions.get(before) : own);
      }
    } else {
      newest.put(cell, index);
    }
  }

  private void addConcepts(int index, Set<String> more) {
    if (!more.isEmpty()) {
      Set<String> before = concepts.getOrDefault(index, vintages.get(index).concepts());
      concepts.put(
          index,
          Stream.concat(before.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** A vintage under all concepts under which its publisher reported the value. */
  private Vintage complete(int index) {
    Vintage vintage = withPrecision(index);
    return vintage.under(
        concepts.getOrDefault(repeated.getOrDefault(index, index), vintage.concepts()));
  }

  private Vintage withPrecision(int index) {
    Precision precision = precisions.get(repeated.getOrDefault(index, index));
    Vintage vintage = vintages.get(index);
    boolean isOwn = precision.equals(vintage.observation().precision());
    return isOwn || !vintage.observation().precision().isAssumed()
        ? vintage
        : vintage.with(precision);
  }

  /** The index of each repetition, mapped to the index of the vintage that it repeats. */
  Map<Integer, Integer> indices() {
    return repeated;
  }

  /** Whether the last vintage is a repetition. */
  boolean endWithRepetition() {
    return repeated.containsKey(vintages.size() - 1);
  }

  /** All vintages; assumed decimals are replaced by stated ones where there are any. */
  public List<Vintage> all() {
    return repeated.isEmpty()
        ? vintages
        : IntStream.range(0, vintages.size()).mapToObj(this::complete).toList();
  }

  /** The vintages that aren't repetitions, with stated decimals like {@link #all}. */
  public List<Vintage> withoutRepetitions() {
    return repeated.isEmpty() ? vintages : others();
  }

  private List<Vintage> others() {
    return IntStream.range(0, vintages.size())
        .filter(index -> !repeated.containsKey(index))
        .mapToObj(this::complete)
        .toList();
  }
}
