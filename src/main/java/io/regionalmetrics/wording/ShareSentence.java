package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Subject;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * "In 2017-Q4, 14.5% of Twitter's revenue worldwide was in Japan ($106m of $732m), 0.7 points more
 * than a year earlier."
 *
 * @param part the part
 * @param whole the whole that it is a part of
 * @param row the row of the part
 * @param base the quarter that the share is compared with, if there is one
 */
record ShareSentence(Subject part, Subject whole, AnswerRow row, Optional<YearQuarter> base) {

  /** The sentence. */
  String text() {
    String of = new SubjectPhrase(whole).whatAndWhere();
    SubjectPhrase phrase = new SubjectPhrase(part);
    return row.known(RowField.SHARE)
        .map(share -> known(share, of, phrase))
        .orElseGet(() ->
            "In %s, the share of %s that was%s isn't known: %s"
                .formatted(row.period(), of, phrase.where(), row.whyMissing(RowField.SHARE)));
  }

  private String known(KnownFigure share, String of, SubjectPhrase phrase) {
    return "In %s, %s%s of %s %s%s%s%s%s."
        .formatted(
            row.period(),
            isOfEstimates() ? "about " : "",
            FigureText.amount(share.figure()),
            of,
            phrase.was(),
            phrase.where(),
            amounts(),
            change(),
            PublicationDay.of(row));
  }

  private boolean isOfEstimates() {
    return row.fields().get(RowField.VALUE) instanceof KnownFigure value
        && row.fields().get(RowField.WHOLE) instanceof KnownFigure all
        && (LevelPhrase.isEstimated(value) || LevelPhrase.isEstimated(all));
  }

  /** " ($106m of $732m)". */
  private String amounts() {
    return row.fields().get(RowField.VALUE) instanceof KnownFigure value
            && row.fields().get(RowField.WHOLE) instanceof KnownFigure all
        ? " (%s of %s)".formatted(levels().aboutOrImplied(value), levels().aboutOrImplied(all))
        : "";
  }

  private LevelPhrase levels() {
    return LevelPhrase.of(part.metric(), row.known(RowField.VALUE), row.known(RowField.WHOLE));
  }

  /** ", 0.7 points more than a year earlier". */
  private String change() {
    return row.known(RowField.CHANGE)
        .map(change -> ", " + moreOrLess(change, base.orElseThrow()))
        .orElse("");
  }

  private String moreOrLess(KnownFigure change, YearQuarter quarter) {
    String than = GrowthPhrase.earlier(quarter, row.period());
    return switch (change.figure().value().signum()) {
      case 0 -> "as much as " + than;
      case 1 -> "%s more than %s".formatted(levels().size(change), than);
      default -> "%s less than %s".formatted(levels().size(change), than);
    };
  }
}
