package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LevelGrowth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * "Twitter's revenue worldwide rose 2% in 2017-Q4, compared with a year earlier: regions outside
 * the United States added 6.6 points."
 *
 * @param whole the whole that grew
 * @param parts the subject of each row
 * @param rows the rows of the answer
 * @param base the quarter compared with
 * @param grown the levels and the published growth of the whole
 * @param growth the growth of the whole in percent, or why it is missing
 * @param remainder what the parts leave of the whole; empty if they need not add up to it
 */
public record ContributionSentence(
    Subject whole,
    List<Subject> parts,
    List<AnswerRow> rows,
    YearQuarter base,
    LevelGrowth grown,
    RowValue growth,
    Map<RowField, RowValue> remainder) {

  /** The sentence. */
  public String text() {
    if (rows.stream().noneMatch(row -> row.known(RowField.CONTRIBUTION).isPresent())) {
      return "What each part added to %s is not known: %s"
          .formatted(wholeAndQuarters(), rows.getFirst().whyMissing(RowField.CONTRIBUTION));
    }
    List<SubjectRow> all = SubjectRow.of(parts, rows);
    List<SubjectRow> known = SubjectRow.with(RowField.CONTRIBUTION, all);
    return Excerpt.farthestFromZero(known, ContributionSentence::points).fitting(this::told)
        + phrase()
            .unknown(SubjectRow.without(RowField.CONTRIBUTION, all), "No contribution is known");
  }

  private SubjectsPhrase phrase() {
    return new SubjectsPhrase(parts);
  }

  private String told(Excerpt<SubjectRow> excerpt) {
    return "%s%s%s%s."
        .formatted(start(), contributions(excerpt), PublicationDay.of(rows), inReportingCurrency());
  }

  private String contributions(Excerpt<SubjectRow> excerpt) {
    List<String> items = new ArrayList<>();
    String verb = "";
    for (SubjectRow row : excerpt.named().stream().sorted(mostAddedFirst()).toList()) {
      items.add(contribution(row, verb));
      verb = verb(points(row));
    }
    rest(excerpt, verb).ifPresent(items::add);
    return Enumeration.of(items) + excerpt.note("contributions");
  }

  /** "Twitter's revenue worldwide in 2017-Q4, compared with a year earlier,". */
  private String wholeAndQuarters() {
    return "%s in %s, compared with %s,"
        .formatted(new SubjectPhrase(whole).whatAndWhere(), period(), earlier());
  }

  private YearQuarter period() {
    return rows.getFirst().period();
  }

  private String earlier() {
    return GrowthPhrase.than(base, period());
  }

  private String start() {
    if (!(growth instanceof KnownFigure known)) {
      return "Of the growth of %s ".formatted(wholeAndQuarters());
    }
    SubjectPhrase phrase = new SubjectPhrase(whole);
    return "%s %s in %s, compared with %s: "
        .formatted(
            phrase.whatAndWhere(),
            GrowthPhrase.change(phrase, known.figure()),
            period(),
            earlier());
  }

  private static KnownFigure points(SubjectRow row) {
    return row.figure(RowField.CONTRIBUTION);
  }

  private static Comparator<SubjectRow> mostAddedFirst() {
    return Comparator.comparing(
        (SubjectRow row) -> points(row).figure().value(), Comparator.reverseOrder());
  }

  private static String verb(KnownFigure points) {
    return switch (points.figure().value().signum()) {
      case 0 -> "added nothing";
      case 1 -> "added";
      default -> "took away";
    };
  }

  /**
   * "Japan added 0.62 points"; "Japan 0.62" after an item with the same verb.
   *
   * @param said the verb of the item before
   */
  private static String contribution(SubjectRow row, String said) {
    return contribution(
        RegionPhrase.name(row.subject()),
        points(row),
        row.about(RowField.VALUE, RowField.BASE),
        said);
  }

  private static String contribution(String part, KnownFigure points, String about, String said) {
    String verb = verb(points);
    if (points.figure().value().signum() == 0) {
      return "%s %s".formatted(part, verb);
    }
    String size = about + FigureText.size(points.figure());
    return verb.equals(said)
        ? "%s %s".formatted(part, size.replace(" points", ""))
        : "%s %s %s".formatted(part, verb, size);
  }

  /** "the rest took away 0.38 points", if all parts are named and leave something. */
  private Optional<String> rest(Excerpt<SubjectRow> excerpt, String said) {
    return remainder.get(RowField.CONTRIBUTION) instanceof KnownFigure rest
            && excerpt.isAll()
            && rest.figure().value().signum() != 0
        ? Optional.of(contribution("the rest", rest, "", said))
        : Optional.empty();
  }

  /** Growth in the currency that the company reports in: "; in USD growth worldwide was 2.0%". */
  private String inReportingCurrency() {
    return grown
        .reportingCurrency()
        .flatMap(code -> ownGrowth().map(own -> inCurrency(code, own)))
        .orElse("");
  }

  private Optional<KnownFigure> ownGrowth() {
    return grown
        .inReportingCurrency()
        .map(own -> own.growth(List.of(), List.of()))
        .filter(KnownFigure.class::isInstance)
        .map(KnownFigure.class::cast);
  }

  private String inCurrency(String code, KnownFigure own) {
    return "; in %s growth%s was %s"
        .formatted(code, RegionPhrase.where(whole), FigureText.amount(own.figure()));
  }
}
