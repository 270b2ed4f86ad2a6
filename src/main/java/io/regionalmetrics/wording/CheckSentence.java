package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.answer.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * "Of 3 relations between figures, 2 are consistent, 1 is inconsistent. Inconsistent: Twitter's
 * revenue worldwide in 2017-Q4 (sum: $3m above computed)."
 *
 * @param subjects what was asked about; each row is about one of them
 * @param rows the rows of a check
 */
public record CheckSentence(List<Subject> subjects, List<AnswerRow> rows) {

  /** The sentence. */
  public String text() {
    if (rows.isEmpty()) {
      return "Nothing that was asked about has a published figure to check.";
    }
    Excerpt<AnswerRow> inconsistent =
        Excerpt.first(rows.stream().filter(row -> has(row, Verdict.INCONSISTENT)).toList());
    return inconsistent.all() == 0
        ? counts()
        : "%s Inconsistent: %s%s."
            .formatted(
                counts(),
                Enumeration.of(inconsistent.named().stream().map(this::inconsistent).toList()),
                inconsistent.note("inconsistent ones"));
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

  /** An inconsistent row: "Twitter's revenue worldwide in 2017-Q4 (sum: $3m above computed)". */
  private String inconsistent(AnswerRow row) {
    String relation =
        row.fields().get(RowField.RELATION) instanceof Relation checked ? checked.code() : "";
    return "%s in %s (%s%s)"
        .formatted(
            name(row),
            row.period(),
            relation,
            row.known(RowField.DIFFERENCE).map(CheckSentence::difference).orElse(""));
  }

  /** ": $3m above computed": how far the published figure is from the computed one. */
  private static String difference(KnownFigure difference) {
    return ": %s %s computed"
        .formatted(
            FigureText.size(difference.figure()),
            difference.figure().value().signum() < 0 ? "below" : "above");
  }

  private String name(AnswerRow row) {
    return subjects.stream()
        .filter(subject -> isOf(row, subject))
        .findFirst()
        .map(subject -> new SubjectPhrase(subject).whatAndWhere())
        .orElseGet(() -> "%s of %s".formatted(row.metric(), row.region()));
  }

  private static boolean isOf(AnswerRow row, Subject subject) {
    return row.company().equals(subject.company())
        && row.metric().equals(subject.metric().id())
        && row.region().equals(subject.requestedRegion());
  }
}
