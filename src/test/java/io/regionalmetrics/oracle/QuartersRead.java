package io.regionalmetrics.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The quarters of each metric that a question reads. A published growth is used only between two of
 * them. A ratio reads its terms too and, for an average, the quarter before.
 */
record QuartersRead(Map<String, Set<Integer>> quarters) {

  static QuartersRead of(String metric, Integer... quarters) {
    QuartersRead quartersRead = new QuartersRead(new HashMap<>());
    for (int quarter : quarters) {
      quartersRead.add(metric, quarter);
    }
    return quartersRead;
  }

  private void add(String metric, int quarter) {
    quarters.computeIfAbsent(metric, none -> new TreeSet<>()).add(quarter);
    RatioDefinition.of(metric)
        .ifPresent(ratio -> {
          add(ratio.numerator(), quarter);
          add(ratio.denominator(), quarter);
          if (ratio.isAverage()) {
            add(ratio.denominator(), quarter - 1);
          }
        });
  }

  boolean have(String metric, int quarter) {
    return quarters.getOrDefault(metric, Set.of()).contains(quarter);
  }
}
