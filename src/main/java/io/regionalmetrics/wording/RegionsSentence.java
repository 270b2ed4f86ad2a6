package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import java.util.ArrayList;
import java.util.List;
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
public record RegionsSentence(Subject subject, AnswerRow row, Subject against, RowValue reference) {

  /**
   * The sentences of an answer. The subject that the others are compared with gets none, unless it
   * is the only one.
   */
  public static String of(
      List<Subject> subjects, List<AnswerRow> rows, Subject against, RowValue reference) {
    List<RegionsSentence> sentences = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      RegionsSentence sentence =
          new RegionsSentence(subjects.get(i), rows.get(i), against, reference);
      if (rows.size() == 1 || !sentence.isOfReference()) {
        sentences.add(sentence);
      }
    }
    return FirstFew.sentences(sentences.size(), i -> sentences.get(i).text());
  }

  private boolean isOfReference() {
    return isOfSameCompany() && subject.region().equals(against.region());
  }

  private boolean isOfSameCompany() {
    return subject.company().equals(against.company());
  }

  private String text() {
    SubjectPhrase phrase = new SubjectPhrase(subject);
    String start = "In %s, %s".formatted(row.period(), phrase.what());
    return row.known(RowField.VALUE)
        .map(value ->
            "%s %s %s%s%s."
                .formatted(
                    start, phrase.was(), levels(value).about(value), phrase.where(), comparison()))
        .orElseGet(
            () -> "%s%s: %s".formatted(start, phrase.where(), row.whyMissing(RowField.VALUE)));
  }

  /** ": 0.40 times the $5.97 in the United States". */
  private String comparison() {
    return !isOfReference()
            && row.fields().get(RowField.RATIO) instanceof KnownFigure ratio
            && reference instanceof KnownFigure other
        ? ": %s times %s".formatted(FigureText.ratio(ratio.figure()), reference(other))
        : "";
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
  private String reference(KnownFigure other) {
    SubjectPhrase phrase = new SubjectPhrase(against);
    return "%s %s%s%s"
        .formatted(
            isOfSameCompany() ? "the" : phrase.owner(),
            LevelPhrase.isEstimated(other) ? "estimated " : "",
            levels(other).amount(other.figure()),
            phrase.where());
  }
}
