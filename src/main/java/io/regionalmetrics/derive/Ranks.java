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

/** Ranks figures by size: the largest has rank 1, and a missing figure has no rank. */
public final class Ranks {
  private Ranks() {}

  /** The rank of each known figure, by its index in the list. */
  public static Map<Integer, Integer> of(List<RowValue> values) {
    Map<Integer, Integer> ranks = new HashMap<>();
    byRank(values).forEach((rank, rows) -> rows.forEach(row -> ranks.put(row, rank)));
    return ranks;
  }

  /**
   * The indexes of the known figures, by rank. Equal figures share a rank, and the next rank counts
   * all of them: 1, 2, 2, 4.
   */
  public static SortedMap<Integer, List<Integer>> byRank(List<RowValue> values) {
    List<Integer> rows =
        IntStream.range(0, values.size())
            .filter(row -> values.get(row) instanceof KnownFigure)
            .boxed()
            .sorted(Comparator.comparing((Integer row) -> value(values, row)).reversed())
            .toList();
    SortedMap<Integer, List<Integer>> ranks = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      boolean tied = i > 0 && value(values, rows.get(i)).equals(value(values, rows.get(i - 1)));
      ranks
          .computeIfAbsent(tied ? ranks.lastKey() : i + 1, rank -> new ArrayList<>())
          .add(rows.get(i));
    }
    return ranks;
  }

  private static BigFraction value(List<RowValue> values, int row) {
    return ((KnownFigure) values.get(row)).value();
  }
}
