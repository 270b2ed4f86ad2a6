package io.regionalmetrics.chart;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.FindingCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Marks the rows of a picture whose two quarters don't compare, and explains the marks. */
final class RowMarks {
  private static final String DEFINITION = "†";
  private static final String BREAKDOWN = "‡";
  private static final String DIVISION =
      "The whole divides into other regions in one of the quarters than in the other.";

  private final int rows;
  private final Set<Integer> definitionChanged;
  private final Set<Integer> breakdownChanged;

  RowMarks(Answer answer) {
    this.rows = answer.rows().size();
    this.definitionChanged = rows(answer, FindingCode.DEFINITION_CHANGED);
    this.breakdownChanged = rows(answer, FindingCode.BREAKDOWN_CHANGED);
  }

  private static Set<Integer> rows(Answer answer, FindingCode code) {
    Set<Integer> rows = new HashSet<>();
    answer.findings().stream()
        .filter(finding -> finding.code() == code)
        .forEach(finding -> rows.addAll(finding.rows()));
    return rows;
  }

  /** Whether the division of the whole changed for some rows only. */
  private boolean isBreakdownOfSome() {
    return !breakdownChanged.isEmpty() && breakdownChanged.size() < rows;
  }

  /** The mark behind the name of a row: " †", " ‡", both, or nothing. */
  String of(int row) {
    String mark =
        (definitionChanged.contains(row) ? DEFINITION : "")
            + (isBreakdownOfSome() && breakdownChanged.contains(row) ? BREAKDOWN : "");
    return mark.isEmpty() ? "" : " " + mark;
  }

  /** What the marks mean; empty if there are none. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!definitionChanged.isEmpty()) {
      notes.add(DEFINITION + " What is counted changed between the quarters: they don't compare.");
    }
    if (isBreakdownOfSome()) {
      notes.add("%s %s".formatted(BREAKDOWN, DIVISION));
    } else if (!breakdownChanged.isEmpty()) {
      notes.add(DIVISION);
    }
    return notes;
  }
}
