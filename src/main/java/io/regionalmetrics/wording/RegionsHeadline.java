package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import java.util.List;

/**
 * Regions in one quarter, the largest first: "In 2017-Q4, Twitter's revenue per user was $5.97 in
 * the United States and $2.36 in Japan: 4.8 and 1.9 times the $1.24 outside the United States."
 *
 * @param subjects the subject of each row
 * @param rows the rows of the answer
 * @param against the subject that the others are compared with
 * @param reference its level, or why it is missing
 */
public record RegionsHeadline(
    List<Subject> subjects, List<AnswerRow> rows, Subject against, RowValue reference) {
  private static final String UNKNOWN = "No figure is known";

  /** The sentence. */
  public String text() {
    List<SubjectRow> all = SubjectRow.of(subjects, rows);
    List<SubjectRow> others = all.stream().filter(row -> !isReference(row)).toList();
    if (rows.size() == 1) {
      return sentence(all.getFirst()).text();
    }
    boolean known = SubjectRow.without(RowField.VALUE, all).isEmpty();
    return known && others.size() == 1 ? sentence(others.getFirst()).text() : several(all, others);
  }

  private boolean isReference(SubjectRow row) {
    return row.subject().company().equals(against.company())
        && row.subject().region().equals(against.region());
  }

  private RegionsSentence sentence(SubjectRow row) {
    return new RegionsSentence(row.subject(), row.row(), against, reference);
  }

  private String several(List<SubjectRow> all, List<SubjectRow> others) {
    List<SubjectRow> known = SubjectRow.with(RowField.VALUE, all);
    String unknown = phrase().unknown(SubjectRow.without(RowField.VALUE, all), UNKNOWN);
    return switch (known.size()) {
      case 0 -> nothing();
      case 1 -> sentence(known.getFirst()).text() + unknown;
      default -> (isAboutRatios(others) ? ratios(others) : levels(known)) + unknown;
    };
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
            rows.getFirst().whyMissing(RowField.VALUE));
  }

  /**
   * Whether the sentence compares with the reference: if the regions are few, and the reference is
   * not just the first of them, which it is by default.
   */
  private boolean isAboutRatios(List<SubjectRow> others) {
    return !isReference(SubjectRow.of(subjects, rows).getFirst())
        && others.stream().allMatch(row -> row.known(RowField.RATIO).isPresent())
        && Excerpt.largest(others, RegionsHeadline::level).isAll();
  }

  private static KnownFigure level(SubjectRow row) {
    return row.figure(RowField.VALUE);
  }

  private String ratios(List<SubjectRow> others) {
    List<SubjectRow> named = Excerpt.largest(others, RegionsHeadline::level).named();
    return "%s: %s times %s."
        .formatted(
            start(named),
            Enumeration.of(named.stream().map(RegionsHeadline::ratio).toList()),
            sentence(named.getFirst()).compared());
  }

  private static String ratio(SubjectRow row) {
    return FigureText.ratio(row.figure(RowField.RATIO).figure());
  }

  private String levels(List<SubjectRow> known) {
    return WholeAndParts.of(phrase(), known, RegionsHeadline::level)
        .fitting(excerpt ->
            "%s%s.".formatted(start(excerpt.named()), excerpt.parts().note(phrase().noun())));
  }

  /** "In 2017-Q4, Twitter's revenue per user was $5.97 in the United States and $2.36 in Japan". */
  private String start(List<SubjectRow> named) {
    LevelPhrase levels =
        LevelPhrase.of(against.metric(), named.stream().map(RegionsHeadline::level).toList());
    List<String> items =
        named.stream()
            .map(row -> levels.about(level(row)) + phrase().which(row.subject()))
            .toList();
    return "In %s, %s %s %s"
        .formatted(
            rows.getFirst().period(), phrase().what(), phrase().was(), Enumeration.of(items));
  }
}
