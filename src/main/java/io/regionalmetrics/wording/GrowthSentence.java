package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Unit;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * "Twitter's revenue in Japan rose 34% to $106m in 2017-Q4, from an implied $79m a year earlier.",
 * "Acme's margin worldwide rose 5 points to 25% in 2019-Q4, from 20% a year earlier."
 *
 * @param row the subject's row
 * @param base the quarter compared with
 */
record GrowthSentence(Subject subject, AnswerRow row, YearQuarter base) {

  /** The sentence. */
  String text() {
    SubjectPhrase phrase = new SubjectPhrase(subject);
    return GrowthPhrase.growth(row)
        .map(growth -> grown(phrase, growth))
        .orElseGet(() -> GrowthPhrase.notComparable(phrase, row, base, RowField.GROWTH));
  }

  private String grown(SubjectPhrase phrase, KnownFigure growth) {
    LevelPhrase levels = levels();
    return "%s %s%s in %s%s%s%s."
        .formatted(
            phrase.whatAndWhere(),
            GrowthPhrase.change(phrase, growth.figure()),
            to(growth, levels),
            row.period(),
            from(levels),
            PublicationDay.of(row),
            inReportingCurrency());
  }

  private LevelPhrase levels() {
    return LevelPhrase.of(subject.metric(), row.known(RowField.VALUE), row.known(RowField.BASE));
  }

  /** " to $106m". */
  private String to(KnownFigure growth, LevelPhrase levels) {
    String to = growth.figure().value().signum() == 0 ? " at " : " to ";
    return row.known(RowField.VALUE).map(value -> to + levels.about(value)).orElse("");
  }

  /** ", from an implied $79m a year earlier". */
  private String from(LevelPhrase levels) {
    return row.known(RowField.BASE)
        .map(level ->
            ", from %s %s"
                .formatted(levels.aboutOrImplied(level), GrowthPhrase.earlier(base, row.period())))
        .orElse(", compared with " + base);
  }

  /** Growth in the currency that the company reports in: "; in USD growth was 34%". */
  private String inReportingCurrency() {
    return row.known(RowField.GROWTH_IN_REPORTING_CURRENCY)
        .flatMap(own ->
            currency(own)
                .map(code ->
                    "; in %s growth was %s".formatted(code, FigureText.amount(own.figure()))))
        .orElse("");
  }

  /** The currency of a published growth; for a computed one, that of its levels. */
  private Optional<String> currency(KnownFigure growth) {
    return growth
        .vintage()
        .map(vintage -> vintage.cell().unit())
        .or(() -> unconvertedUnit(RowField.VALUE))
        .or(() -> unconvertedUnit(RowField.BASE))
        .map(Unit::currency);
  }

  private Optional<Unit> unconvertedUnit(RowField level) {
    return row.known(level)
        .filter(known -> known.conversion().isPresent())
        .map(known -> known.unconverted().figure().unit());
  }
}
