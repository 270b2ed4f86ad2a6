package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Growth in one or more regions: "In 2023-Q3, compared with a year earlier, Nike's revenue was up
 * 2.0% worldwide, 4.8% in Greater China, and down 1.6% in North America."
 *
 * @param subjects the subject of each row
 * @param rows the rows of the answer
 * @param base the quarter compared with
 */
public record GrowthHeadline(List<Subject> subjects, List<AnswerRow> rows, YearQuarter base) {
  /** So few regions are told with their levels. */
  private static final int FEW = 2;

  /** The sentence. */
  public String text() {
    List<SubjectRow> all = SubjectRow.of(subjects, rows);
    List<SubjectRow> known = SubjectRow.with(RowField.GROWTH, all);
    if (all.size() == 1) {
      return ofOne(all.getFirst());
    }
    return switch (known.size()) {
      case 0 -> nothing();
      case 1 -> ofOne(known.getFirst()) + unknown(all);
      default -> grown(known) + unknown(all);
    };
  }

  private String ofOne(SubjectRow row) {
    return new GrowthSentence(row.subject(), row.row(), base).text();
  }

  private SubjectsPhrase phrase() {
    return new SubjectsPhrase(subjects);
  }

  private YearQuarter period() {
    return rows.getFirst().period();
  }

  private String nothing() {
    return "In %s, %s can't be compared with %s%s: %s"
        .formatted(
            period(),
            phrase().what(),
            base,
            phrase().inNone(),
            rows.getFirst().whyMissing(RowField.GROWTH));
  }

  private String unknown(List<SubjectRow> all) {
    return phrase()
        .unknown(SubjectRow.without(RowField.GROWTH, all), "Growth in percent can't be computed");
  }

  private String grown(List<SubjectRow> known) {
    return WholeAndParts.of(phrase(), known, GrowthHeadline::size).fitting(this::grown);
  }

  private String grown(WholeAndParts excerpt) {
    List<SubjectRow> named =
        Stream.concat(
                excerpt.whole().stream(), excerpt.parts().named().stream().sorted(fastestFirst()))
            .toList();
    return "In %s, compared with %s, %s %s %s%s."
        .formatted(
            period(),
            GrowthPhrase.than(base, period()),
            phrase().what(),
            phrase().was(),
            Enumeration.of(items(named)),
            excerpt.parts().note(phrase().noun()));
  }

  /** What makes a region large: its level; its growth, if the level is missing. */
  private static KnownFigure size(SubjectRow row) {
    return row.known(RowField.VALUE).orElseGet(() -> row.figure(RowField.GROWTH));
  }

  private static Comparator<SubjectRow> fastestFirst() {
    return Comparator.comparing(
        (SubjectRow row) -> growth(row).figure().value(), Comparator.reverseOrder());
  }

  /** The growth in percent; for a percentage in points. */
  private static KnownFigure growth(SubjectRow row) {
    return GrowthPhrase.growth(row.row()).orElseThrow();
  }

  /** "up 4.8% in Greater China", "2.4% in Japan", "down 1.6% in North America". */
  private List<String> items(List<SubjectRow> named) {
    List<String> items = new ArrayList<>();
    String direction = "";
    for (SubjectRow row : named) {
      String own = direction(row);
      boolean said = own.equals(direction) && isChange(row);
      items.add((said ? "" : own) + item(row, areFew()));
      direction = own;
    }
    return items;
  }

  /** Whether so few have grown that their levels are told. */
  private boolean areFew() {
    return rows.stream().filter(row -> row.known(RowField.GROWTH).isPresent()).count() <= FEW;
  }

  private static boolean isChange(SubjectRow row) {
    return growth(row).figure().value().signum() != 0;
  }

  private static String direction(SubjectRow row) {
    return switch (growth(row).figure().value().signum()) {
      case 0 -> "unchanged";
      case 1 -> "up ";
      default -> "down ";
    };
  }

  private String item(SubjectRow row, boolean withLevel) {
    KnownFigure growth = growth(row);
    return "%s%s%s%s%s"
        .formatted(
            isChange(row) ? about(row) + FigureText.size(growth.figure()) : "",
            GrowthPhrase.rounding(growth.figure()),
            withLevel ? level(row) : "",
            phrase().which(row.subject()),
            row.publication());
  }

  /** "about " if the growth is published, or computed from levels that are, as an estimate. */
  private static String about(SubjectRow row) {
    return growth(row).vintage().isPresent()
        ? row.about(RowField.GROWTH)
        : row.about(RowField.VALUE, RowField.BASE);
  }

  /** " to $1.57bn". */
  private static String level(SubjectRow row) {
    LevelPhrase levels =
        LevelPhrase.of(row.subject().metric(), row.known(RowField.VALUE), row.known(RowField.BASE));
    String to = isChange(row) ? " to " : " at ";
    return row.known(RowField.VALUE).map(value -> to + levels.aboutOrImplied(value)).orElse("");
  }
}
