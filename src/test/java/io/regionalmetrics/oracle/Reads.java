package io.regionalmetrics.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which quarters of which metrics a question reads: a published growth is used between two of them
 * only. A ratio's terms are read too, and what opens the quarters of an average.
 */
record Reads(Map<String, Set<Integer>> quarters) {

  static Reads of(String metric, Integer... quarters) {
    Reads reads = new Reads(new HashMap<>());
    for (int quarter : quarters) {
      reads.add(metric, quarter);
    }
    return reads;
  }

  private void add(String metric, int quarter) {
    quarters.computeIfAbsent(metric, none -> new TreeSet<>()).add(quarter);
    Ratio.of(metric)
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
