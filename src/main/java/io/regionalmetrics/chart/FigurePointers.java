package io.regionalmetrics.chart;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.RowField;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Finds the figures of a picture in the answer's JSON, as JSON Pointers (RFC 6901). With them, a
 * script can tell a reader who points at a mark what the answer says about its figure.
 */
final class FigurePointers {
  private final IdentityHashMap<AnswerRow, Integer> rows = new IdentityHashMap<>();

  FigurePointers(Answer answer) {
    List<AnswerRow> all = answer.rows();
    for (int i = 0; i < all.size(); i++) {
      rows.put(all.get(i), i);
    }
  }

  /** The index of a row in the answer, from 0. */
  int row(AnswerRow row) {
    return rows.getOrDefault(row, -1);
  }

  /** The pointer to a field of a row: {@code /rows/3/growth}. */
  String of(AnswerRow row, RowField field) {
    return "/rows/%s/%s".formatted(row(row), field.code());
  }

  /** The pointer to the effect of one of a row's drivers, counted from 0. */
  String effect(AnswerRow row, int driver) {
    return "/rows/%s/drivers/%s/effect".formatted(row(row), driver);
  }

  /** The pointer to a field of the remainder. */
  static String ofRemainder(RowField field) {
    return "/remainder/" + field.code();
  }
}
