package io.regionalmetrics.wording;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.number.FormulaRange;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * "Twitter's revenue worldwide rose from $303m in 2014-Q1 to $732m in 2017-Q4."
 *
 * @param subject the subject of the series
 * @param from the first quarter with a known level
 * @param first the level in that quarter
 * @param to the last quarter with a known level
 * @param last the level in that quarter
 * @param comparable whether the two count the same thing and were restated together or not at all;
 *     otherwise the sentence does not compare them
 */
public record SeriesSentence(
    Subject subject,
    YearQuarter from,
    KnownFigure first,
    YearQuarter to,
    KnownFigure last,
    boolean comparable) {

  /** Whether it is about more than one quarter. */
  boolean isOfSeveral() {
    return !from.equals(to);
  }

  /** The sentence. */
  public String text() {
    SubjectPhrase phrase = new SubjectPhrase(subject);
    if (!isOfSeveral()) {
      return "%s %s %s in %s."
          .formatted(phrase.whatAndWhere(), phrase.was(), levels().aboutOrImplied(first), from);
    }
    return "%s %s.".formatted(phrase.whatAndWhere(), change(phrase));
  }

  private LevelPhrase levels() {
    return LevelPhrase.of(subject.metric(), Optional.of(first), Optional.of(last));
  }

  private String change(SubjectPhrase phrase) {
    String start = levels().aboutOrImplied(first);
    if (!comparable) {
      return "%s %s in %s and %s in %s"
          .formatted(phrase.was(), start, from, levels().aboutOrImplied(last), to);
    }
    int sign = last.value().compareTo(first.value());
    if (sign == 0) {
      return "%s %s in %s and in %s".formatted(phrase.was(), start, from, to);
    }
    return "%s from %s in %s to %s in %s"
        .formatted(verb(), start, from, levels().aboutOrImplied(last), to);
  }

  /** "rose", "fell"; "went" if the levels don't say, or may not be compared. */
  String verb() {
    int sign = last.value().compareTo(first.value());
    return sign == 0 || !comparable || !isCertain() ? "went" : sign > 0 ? "rose" : "fell";
  }

  /**
   * The levels beside those of others: "$303m to $732m"; with their quarters if these differ from
   * another's.
   */
  String levels(SeriesSentence other) {
    String start = levels().aboutOrImplied(first) + quarter(from, other.from);
    if (!isOfSeveral()) {
      return start;
    }
    return "%s to %s%s%s"
        .formatted(
            start,
            levels().aboutOrImplied(last),
            quarter(to, other.to),
            comparable ? "" : " (not comparable)");
  }

  private static String quarter(YearQuarter own, YearQuarter other) {
    return own.equals(other) ? "" : " in " + own;
  }

  /** Whether rounding allows only one direction. */
  private boolean isCertain() {
    return FormulaRange.of(last.formula().minus(first.formula()))
        .map(range -> range.low().signum() >= 0 || range.high().signum() <= 0)
        .orElse(false);
  }

  /**
   * The sentence of a series without any known level.
   *
   * @param level the missing level of the last quarter
   */
  public static String ofNothing(
      Subject subject, YearQuarter first, YearQuarter last, RowValue level) {
    SubjectPhrase phrase = new SubjectPhrase(subject);
    String why = level instanceof Missing missing ? missing.message() : "";
    return "%s %s not known from %s to %s: %s"
        .formatted(phrase.whatAndWhere(), phrase.is(), first, last, why);
  }
}
