package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/** The places of figures in their order, the largest first; what is missing has none. */
public final class Ranks {
  private Ranks() {}

  /** The place of each figure, by its number in the list. */
  public static Map<Integer, Integer> of(List<RowValue> values) {
    Map<Integer, Integer> ranks = new HashMap<>();
    places(values).forEach((place, there) -> there.forEach(row -> ranks.put(row, place)));
    return ranks;
  }

  /**
   * The numbers of the figures by their place: those of one value share it, and the next place
   * counts them all.
   */
  public static SortedMap<Integer, List<Integer>> places(List<RowValue> values) {
    List<Integer> rows =
        IntStream.range(0, values.size())
            .filter(row -> values.get(row) instanceof KnownFigure)
            .boxed()
            .sorted(Comparator.comparing((Integer row) -> value(values, row)).reversed())
            .toList();
    SortedMap<Integer, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      boolean tied = i > 0 && value(values, rows.get(i)).equals(value(values, rows.get(i - 1)));
      places
          .computeIfAbsent(tied ? places.lastKey() : i + 1, place -> new ArrayList<>())
          .add(rows.get(i));
    }
    return places;
  }

  private static BigFraction value(List<RowValue> values, int row) {
    return ((KnownFigure) values.get(row)).value();
  }
}
