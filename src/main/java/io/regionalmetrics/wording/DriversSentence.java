package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.RowValue.ChangeDriver;
import io.regionalmetrics.answer.RowValue.ChangeDrivers;
import io.regionalmetrics.answer.Subject;
import java.util.ArrayList;
import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * "Twitter's revenue in Japan rose by $26.9m to $106m in 2017-Q4, compared with a year earlier:
 * users added $10.8m (x1.13), revenue per user added $16.1m (x1.19)."
 *
 * @param ratio the ratio whose terms drove the change
 * @param numerator the numerator of the ratio, which changed
 * @param row the ratio's row
 * @param base the quarter compared with
 */
record DriversSentence(Subject ratio, Subject numerator, AnswerRow row, YearQuarter base) {

  /** The sentence. */
  String text() {
    SubjectPhrase phrase = new SubjectPhrase(numerator);
    if (!(row.fields().get(RowField.CHANGE) instanceof KnownFigure change)
        || !(row.fields().get(RowField.VALUE) instanceof KnownFigure value)) {
      return GrowthPhrase.notComparable(phrase, row, base, RowField.CHANGE);
    }
    return "%s %s in %s, compared with %s%s%s."
        .formatted(
            phrase.whatAndWhere(),
            change(phrase, change, value),
            row.period(),
            GrowthPhrase.than(base, row.period()),
            PublicationDay.of(row),
            drivers());
  }

  /** "rose by $26.9m to $106m". */
  private static String change(SubjectPhrase phrase, KnownFigure change, KnownFigure value) {
    int sign = change.figure().value().signum();
    return sign == 0
        ? "%s unchanged at %s".formatted(phrase.was(), phrase.levels().about(value))
        : "%s by %s to %s"
            .formatted(
                sign > 0 ? "rose" : "fell",
                phrase.levels().size(change),
                phrase.levels().about(value));
  }

  /** Why the change, or what drove it, isn't known. */
  String whyUnknown() {
    return row.fields().get(RowField.DRIVERS) instanceof ChangeDrivers(List<ChangeDriver> drivers)
        ? drivers.stream()
            .filter(driver -> driver.effect() instanceof Missing)
            .map(driver -> ((Missing) driver.effect()).message())
            .findFirst()
            .orElseGet(() -> row.whyMissing(RowField.CHANGE))
        : row.whyMissing(RowField.CHANGE);
  }

  private String drivers() {
    List<String> parts = new ArrayList<>();
    if (row.fields().get(RowField.DRIVERS) instanceof ChangeDrivers(List<ChangeDriver> drivers)) {
      for (ChangeDriver driver : drivers) {
        if (driver.effect() instanceof Missing missing) {
          return "; what drove it isn't known: " + missing.message().replaceAll("\\.$", "");
        }
        parts.addAll(driver(driver));
      }
    }
    return ": " + String.join(", ", parts);
  }

  /** "users added $10.8m (x1.13)"; empty if the effect is not known. */
  private List<String> driver(ChangeDriver driver) {
    return driver.effect() instanceof KnownFigure effect
        ? List.of(
            "%s %s %s%s"
                .formatted(
                    name(ratio, driver.metric()),
                    effect.figure().value().signum() < 0 ? "took away" : "added",
                    new SubjectPhrase(numerator).levels().size(effect),
                    factor(driver.factor())))
        : List.of();
  }

  /** " (x1.13)"; empty if the factor is not known. */
  private static String factor(RowValue factor) {
    return factor instanceof KnownFigure known
        ? " (x%s)".formatted(FigureText.ratio(known.figure()))
        : "";
  }

  /** The name of one of a ratio's terms, or of the ratio, inside a sentence. */
  static String name(Subject ratio, String metric) {
    return ratio.of(metric).map(SubjectPhrase::new).map(SubjectPhrase::metric).orElse(metric);
  }
}
