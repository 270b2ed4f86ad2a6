package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of an answer and what it is about.
 *
 * @param subject the subject
 * @param row its row
 */
record SubjectRow(Subject subject, AnswerRow row) {

  /** Each row with its subject. */
  static List<SubjectRow> of(List<Subject> subjects, List<AnswerRow> rows) {
    List<SubjectRow> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      all.add(new SubjectRow(subjects.get(i), rows.get(i)));
    }
    return all;
  }

  /** The figure of a field, if it is known. */
  Optional<KnownFigure> known(RowField field) {
    return row.known(field);
  }

  /** The figure of a field that is known. */
  KnownFigure figure(RowField field) {
    return row.known(field).orElseThrow();
  }

  /** "about " if one of some fields is an estimate, or computed from one. */
  String about(RowField... fields) {
    return Stream.of(fields)
            .flatMap(field -> known(field).stream())
            .anyMatch(LevelPhrase::isEstimated)
        ? "about "
        : "";
  }

  /** " (as published on 2023-07-20)" of a row that doesn't compare the newest values. */
  String publication() {
    String day = PublicationDay.of(row);
    return day.isEmpty() ? "" : " (%s)".formatted(day.substring(", ".length()));
  }

  /** The subjects of the rows that lack a field's figure. */
  static List<Subject> without(RowField field, List<SubjectRow> rows) {
    return rows.stream()
        .filter(row -> row.known(field).isEmpty())
        .map(SubjectRow::subject)
        .toList();
  }

  /** The rows that have a field's figure. */
  static List<SubjectRow> with(RowField field, List<SubjectRow> rows) {
    return rows.stream().filter(row -> row.known(field).isPresent()).toList();
  }
}
