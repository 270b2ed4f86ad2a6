package io.regionalmetrics.feed.csv;

import io.regionalmetrics.feed.Tally;
import io.regionalmetrics.ingest.CsvTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cells and rows of a wide table that are left out: counted by reason, the first three told.
 */
final class LeftOutCells {
  private static final int MAX_TOLD = 3;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> firstFaults = new ArrayList<>();

  /** Counts cells that are left out for one reason. */
  void count(String reason, int cells) {
    counts.merge(reason, cells, Integer::sum);
  }

  /**
   * Counts a cell or row that can't be read.
   *
   * @param reason the reason, alike for all such cells
   * @param fault what is wrong with this one; follows its row
   */
  void unreadable(String reason, Row row, String fault) {
    count(reason, 1);
    if (firstFaults.size() < MAX_TOLD) {
      firstFaults.add("row %s: %s".formatted(row.number(), fault));
    }
  }

  /** What is wrong with the first three that can't be read, separated by semicolons. */
  String firstFaults() {
    return String.join("; ", firstFaults);
  }

  /** Adds the counts to a run's. */
  void addTo(Tally tally) {
    counts.forEach(tally::leaveOut);
  }
}
