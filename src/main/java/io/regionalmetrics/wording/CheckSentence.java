package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * "Of 3 relations between figures, 2 are consistent, 1 is inconsistent. Inconsistent: revenue of
 * WORLD in 2017-Q4 (sum, by $3m)."
 *
 * @param rows the rows of a check
 */
public record CheckSentence(List<AnswerRow> rows) {

  /** The sentence. */
  public String text() {
    if (rows.isEmpty()) {
      return "Nothing that was asked about has a published figure to check.";
    }
    List<String> inconsistent = new ArrayList<>();
    for (AnswerRow row : rows) {
      if (has(row, Verdict.INCONSISTENT)) {
        inconsistent.add(inconsistent(row));
      }
    }
    return inconsistent.isEmpty()
        ? counts()
        : "%s Inconsistent: %s.".formatted(counts(), FirstFew.items(inconsistent));
  }

  /** "Of 3 relations between figures, 2 are consistent, 1 is inconsistent." */
  private String counts() {
    List<String> parts = new ArrayList<>();
    addCount(parts, Verdict.CONSISTENT, "is consistent", "are consistent");
    addCount(parts, Verdict.INCONSISTENT, "is inconsistent", "are inconsistent");
    addCount(parts, Verdict.NOT_CHECKABLE, "can't be checked", "can't be checked");
    String relations = rows.size() == 1 ? "relation" : "relations";
    return "Of %s %s between figures, %s."
        .formatted(rows.size(), relations, String.join(", ", parts));
  }

  private void addCount(List<String> parts, Verdict verdict, String one, String several) {
    long count = rows.stream().filter(row -> has(row, verdict)).count();
    if (count > 0) {
      parts.add("%s %s".formatted(count, count == 1 ? one : several));
    }
  }

  private static boolean has(AnswerRow row, Verdict verdict) {
    return row.fields().get(RowField.VERDICT) == verdict;
  }

  /** An inconsistent row: "revenue of WORLD in 2017-Q4 (sum, by $3m)". */
  private static String inconsistent(AnswerRow row) {
    String relation =
        row.fields().get(RowField.RELATION) instanceof Relation checked ? checked.code() : "";
    String by =
        row.known(RowField.DIFFERENCE)
            .map(known -> ", by " + FigureText.amount(known.figure()))
            .orElse("");
    return "%s of %s in %s (%s%s)"
        .formatted(row.metric(), row.region(), row.period(), relation, by);
  }
}
