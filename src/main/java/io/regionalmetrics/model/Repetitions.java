package io.regionalmetrics.model;

import io.regionalmetrics.number.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which vintages repeat an earlier one, and how exact that makes the figure. If a publisher repeats
 * a value, once with assumed decimals and once with stated ones, the stated ones count for both.
 */
final class Repetitions {
  /** A cell as one publisher reports it; later vintages repeat or revise earlier ones. */
  private record PublisherCell(Cell cell, String publisher) {}

  private final List<Vintage> vintages;
  private final Map<PublisherCell, Integer> newest = new HashMap<>();
  private final Map<Integer, Integer> repeated = new HashMap<>();

  /** The precision of each figure that is not a repetition; changes when a repetition states it. */
  private final List<Precision> precisions = new ArrayList<>();

  /**
   * Finds the repetitions.
   *
   * @param vintages oldest first
   */
  Repetitions(List<Vintage> vintages) {
    this.vintages = vintages;
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
      if (precisions.get(before).isAssumed()) {
        Precision own = precisions.get(index);
        precisions.set(before, own.isAssumed() ? precisions.get(before) : own);
      }
    } else {
      newest.put(cell, index);
    }
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
  List<Vintage> all() {
    return IntStream.range(0, vintages.size()).mapToObj(this::withPrecision).toList();
  }

  /** The vintages that aren't repetitions, with stated decimals like {@link #all}. */
  List<Vintage> withoutRepetitions() {
    return IntStream.range(0, vintages.size())
        .filter(index -> !repeated.containsKey(index))
        .mapToObj(this::withPrecision)
        .toList();
  }
}
