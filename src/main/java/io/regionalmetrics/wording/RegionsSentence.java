package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import java.util.Optional;

/**
 * "In 2017-Q4, Twitter's revenue per user was $2.36 in Japan: 0.40 times the $5.97 in the United
 * States."
 *
 * @param subject the subject of the sentence
 * @param row the row of the subject
 * @param against the subject compared with
 * @param reference the level of {@code against}, or why it is missing
 */
record RegionsSentence(Subject subject, AnswerRow row, Subject against, RowValue reference) {

  private boolean isOfReference() {
    return isOfSameCompany() && subject.region().equals(against.region());
  }

  private boolean isOfSameCompany() {
    return subject.company().equals(against.company());
  }

  /** The sentence. */
  String text() {
    SubjectPhrase phrase = new SubjectPhrase(subject);
    return row.known(RowField.VALUE)
        .map(value ->
            "In %s, %s %s %s%s%s."
                .formatted(
                    row.period(),
                    phrase.what(),
                    phrase.was(),
                    levels(value).about(value),
                    phrase.where(),
                    comparison()))
        .orElseGet(() -> unknown(phrase));
  }

  private String unknown(SubjectPhrase phrase) {
    return "%s in %s %s not known: %s"
        .formatted(
            phrase.whatAndWhere(), row.period(), phrase.is(), row.whyMissing(RowField.VALUE));
  }

  /** ": 0.40 times the $5.97 in the United States". */
  private String comparison() {
    return row.known(RowField.RATIO)
        .filter(_ -> !isOfReference())
        .map(ratio -> ": %s times %s".formatted(FigureText.ratio(ratio.figure()), compared()))
        .orElse("");
  }

  /** Figures with enough digits to tell the row's from the reference. */
  private LevelPhrase levels(KnownFigure other) {
    return LevelPhrase.of(
        subject.metric(),
        Optional.of(other),
        (other.equals(reference) ? row.known(RowField.VALUE) : known(reference)));
  }

  private static Optional<KnownFigure> known(RowValue value) {
    return value instanceof KnownFigure known ? Optional.of(known) : Optional.empty();
  }

  /** "the $5.97 in the United States", "Netflix's estimated $5bn worldwide". */
  String compared() {
    KnownFigure other = known(reference).orElseThrow();
    SubjectPhrase phrase = new SubjectPhrase(against);
    return "%s %s%s%s"
        .formatted(
            isOfSameCompany() ? "the" : phrase.owner(),
            LevelPhrase.isEstimated(other) ? "estimated " : "",
            levels(other).amount(other.figure()),
            phrase.where());
  }
}
