package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Subject;
import java.time.LocalDate;

/**
 * "Twitter's users worldwide in 2016-Q4 were 319m as known on 2017-02-09, and are 318m as known on
 * 2017-10-26."
 *
 * @param subject the subject of the sentence
 * @param row the row of the subject
 * @param revised whether the figure changed between the two days
 * @param from the first day
 * @param to the last day
 */
record RevisionsSentence(
    Subject subject, AnswerRow row, boolean revised, LocalDate from, LocalDate to) {

  /** The sentence. */
  String text() {
    SubjectPhrase phrase = new SubjectPhrase(subject);
    return "%s in %s%s".formatted(phrase.whatAndWhere(), row.period(), revision(phrase));
  }

  private String revision(SubjectPhrase phrase) {
    if (row.fields().get(RowField.AFTER) instanceof Missing missing
        && missing.reason() == MissingReason.NO_RATES) {
      return ": " + missing.message();
    }
    if (row.known(RowField.BEFORE).isEmpty() && row.known(RowField.AFTER).isEmpty()) {
      return from.equals(to)
          ? ": nothing was known on %s.".formatted(to)
          : ": nothing was known on %s or on %s.".formatted(from, to);
    }
    String before = " %s %s as known on %s".formatted(phrase.was(), level(RowField.BEFORE), from);
    return revised
        ? "%s, and %s %s as known on %s.".formatted(before, phrase.is(), level(RowField.AFTER), to)
        : "%s; on %s that was unchanged.".formatted(before, to);
  }

  private String level(RowField level) {
    return row.known(level)
        .map(
            LevelPhrase.of(subject.metric(), row.known(RowField.BEFORE), row.known(RowField.AFTER))
                ::about)
        .orElse("not there");
  }
}
