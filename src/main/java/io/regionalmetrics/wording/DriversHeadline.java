package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue.ChangeDriver;
import io.regionalmetrics.answer.RowValue.ChangeDrivers;
import io.regionalmetrics.answer.Subject;
import java.util.ArrayList;
import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * What drove the change in one or more regions: "In 2024-Q1, compared with a year earlier, paid
 * memberships and monthly revenue per membership changed Netflix's streaming revenue by +$433m and
 * +$7.9m in Europe; and +$176m and -$87.1m in Asia."
 *
 * @param ratios the ratio of each row, whose terms drove the change
 * @param rows the rows of the answer
 * @param base the quarter compared with
 */
public record DriversHeadline(List<Subject> ratios, List<AnswerRow> rows, YearQuarter base) {

  /** The sentence. */
  public String text() {
    List<SubjectRow> all = SubjectRow.of(numerators(), rows);
    List<SubjectRow> known = all.stream().filter(DriversHeadline::isSplit).toList();
    if (all.size() == 1) {
      return ofOne(all.getFirst()).text();
    }
    return switch (known.size()) {
      case 0 -> nothing();
      case 1 -> ofOne(known.getFirst()).text() + unknown(all);
      default -> changes(known) + unknown(all);
    };
  }

  private String unknown(List<SubjectRow> all) {
    List<Subject> unknown =
        all.stream().filter(row -> !isSplit(row)).map(SubjectRow::subject).toList();
    return phrase().unknown(unknown, "What drove it isn't known");
  }

  private DriversSentence ofOne(SubjectRow row) {
    Subject ratio = ratios.get(rows.indexOf(row.row()));
    return new DriversSentence(ratio, row.subject(), row.row(), base);
  }

  private List<Subject> numerators() {
    return ratios.stream().map(ratio -> ratio.numerator().orElseThrow()).toList();
  }

  private SubjectsPhrase phrase() {
    return new SubjectsPhrase(numerators());
  }

  private static boolean isSplit(SubjectRow row) {
    return row.known(RowField.CHANGE).isPresent()
        && row.known(RowField.VALUE).isPresent()
        && drivers(row).stream().allMatch(driver -> driver.effect() instanceof KnownFigure);
  }

  private static List<ChangeDriver> drivers(SubjectRow row) {
    return row.row().fields().get(RowField.DRIVERS) instanceof ChangeDrivers(var drivers)
        ? drivers
        : List.of();
  }

  private String nothing() {
    DriversSentence first = ofOne(new SubjectRow(numerators().getFirst(), rows.getFirst()));
    return "In %s, what drove %s is not known%s: %s"
        .formatted(
            rows.getFirst().period(), phrase().what(), phrase().inNone(), first.whyUnknown());
  }

  private String changes(List<SubjectRow> known) {
    return WholeAndParts.of(phrase(), known, row -> row.figure(RowField.VALUE))
        .fitting(this::changes);
  }

  private String changes(WholeAndParts excerpt) {
    return "In %s, compared with %s, %s changed %s by %s%s."
        .formatted(
            rows.getFirst().period(),
            GrowthPhrase.than(base, rows.getFirst().period()),
            names(excerpt.named().getFirst()),
            phrase().what(),
            Enumeration.of(excerpt.named().stream().map(this::effects).toList()),
            excerpt.parts().note(phrase().noun()));
  }

  /** "paid memberships and monthly revenue per membership". */
  private String names(SubjectRow row) {
    List<String> names = new ArrayList<>();
    for (ChangeDriver driver : drivers(row)) {
      names.add(DriversSentence.name(ratios.getFirst(), driver.metric()));
    }
    return Enumeration.of(names);
  }

  /** "+$176m and -$87.1m in Asia". */
  private String effects(SubjectRow row) {
    List<String> effects = new ArrayList<>();
    for (ChangeDriver driver : drivers(row)) {
      driver.effect().forEachFigure(effect -> effects.add(signed(effect)));
    }
    return Enumeration.of(effects) + phrase().which(row.subject()) + row.publication();
  }

  private static String signed(KnownFigure effect) {
    String about = LevelPhrase.isEstimated(effect) ? "about " : "";
    String plus = effect.figure().value().signum() > 0 ? "+" : "";
    return about + plus + FigureText.number(effect.figure(), 0);
  }
}
