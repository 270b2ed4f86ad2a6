package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Revisions of one or more regions: "Between 2017-02-09 and 2017-10-26, Twitter's users in 2016-Q4
 * were revised from 319m to 318m worldwide; were unchanged in the United States."
 *
 * @param subjects the subject of each row
 * @param rows the rows of the answer
 * @param revised whether the figure of each row changed between the two days
 * @param from the first day
 * @param to the last day
 */
public record RevisionsHeadline(
    List<Subject> subjects,
    List<AnswerRow> rows,
    List<Boolean> revised,
    LocalDate from,
    LocalDate to) {
  private static final int MOST_NAMES = 3;

  /** The sentence. */
  public String text() {
    if (rows.size() == 1) {
      return new RevisionsSentence(
              subjects.getFirst(), rows.getFirst(), revised.getFirst(), from, to)
          .text();
    }
    List<Subject> unknown = of(row -> !isBefore(row) && !isAfter(row));
    return unknown.size() == rows.size()
        ? nothing()
        : "Between %s and %s, %s in %s %s.%s"
            .formatted(
                from,
                to,
                phrase().what(),
                rows.getFirst().period(),
                String.join("; ", clauses()),
                phrase().unknown(unknown, "No figure is known"));
  }

  private SubjectsPhrase phrase() {
    return new SubjectsPhrase(subjects);
  }

  private String nothing() {
    return "In %s, %s %s not known%s: %s"
        .formatted(
            rows.getFirst().period(),
            phrase().what(),
            phrase().was(),
            phrase().inNone(),
            rows.getFirst().whyMissing(RowField.AFTER));
  }

  private static boolean isBefore(AnswerRow row) {
    return row.known(RowField.BEFORE).isPresent();
  }

  private static boolean isAfter(AnswerRow row) {
    return row.known(RowField.AFTER).isPresent();
  }

  /** The subjects of the rows that fit. */
  private List<Subject> of(Predicate<AnswerRow> fits) {
    return SubjectRow.of(subjects, rows).stream()
        .filter(row -> fits.test(row.row()))
        .map(SubjectRow::subject)
        .toList();
  }

  private List<String> clauses() {
    List<String> clauses = new ArrayList<>();
    List<SubjectRow> changed = changed();
    if (!changed.isEmpty()) {
      clauses.add("%s revised %s".formatted(phrase().was(), revisions(changed)));
    }
    add(clauses, "became known", of(row -> !isBefore(row) && isAfter(row)));
    add(clauses, "stopped being known", of(row -> isBefore(row) && !isAfter(row)));
    add(clauses, phrase().was() + " unchanged", unchanged());
    return clauses;
  }

  private List<SubjectRow> changed() {
    return known(true);
  }

  private List<Subject> unchanged() {
    return known(false).stream().map(SubjectRow::subject).toList();
  }

  /** The rows with both figures that have, or have not, been revised. */
  private List<SubjectRow> known(boolean changed) {
    List<SubjectRow> all = SubjectRow.of(subjects, rows);
    List<SubjectRow> known = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (revised.get(i) == changed && isBefore(rows.get(i)) && isAfter(rows.get(i))) {
        known.add(all.get(i));
      }
    }
    return known;
  }

  /** "from 319m to 318m worldwide and from 70m to 69m in Japan". */
  private String revisions(List<SubjectRow> changed) {
    return Excerpt.farthestFromZero(changed, row -> row.figure(RowField.CHANGE))
        .fitting(excerpt ->
            Enumeration.of(excerpt.named().stream().map(this::revision).toList())
                + excerpt.note("revisions"));
  }

  private String revision(SubjectRow row) {
    LevelPhrase levels =
        LevelPhrase.of(
            row.subject().metric(), row.known(RowField.BEFORE), row.known(RowField.AFTER));
    return "from %s to %s%s"
        .formatted(
            levels.about(row.figure(RowField.BEFORE)),
            levels.about(row.figure(RowField.AFTER)),
            phrase().which(row.subject()));
  }

  /** Adds "became known in Japan and in Canada", "were unchanged in 5 of 13 regions". */
  private void add(List<String> clauses, String verb, List<Subject> which) {
    if (!which.isEmpty()) {
      clauses.add(verb + which(which));
    }
  }

  private String which(List<Subject> which) {
    if (which.size() > MOST_NAMES) {
      String all = which.size() == rows.size() ? "all" : which.size() + " of";
      return " in %s %s %s".formatted(all, Excerpt.number(rows.size()), phrase().noun());
    }
    return " " + Enumeration.of(which.stream().map(phrase()::which).map(String::strip).toList());
  }
}
