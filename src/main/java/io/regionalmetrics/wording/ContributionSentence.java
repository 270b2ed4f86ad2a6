package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LevelGrowth;
import java.util.ArrayList;
import java.util.List;
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
 */
public record ContributionSentence(
    Subject whole,
    List<Subject> parts,
    List<AnswerRow> rows,
    YearQuarter base,
    LevelGrowth grown,
    RowValue growth) {

  /** The sentence. */
  public String text() {
    if (rows.stream().noneMatch(row -> row.known(RowField.CONTRIBUTION).isPresent())) {
      return "What each part added to %s is not known: %s"
          .formatted(wholeAndQuarters(), rows.getFirst().whyMissing(RowField.CONTRIBUTION));
    }
    List<String> contributions = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      contributions.add(contribution(parts.get(i), rows.get(i)));
    }
    return "%s%s%s%s."
        .formatted(
            start(), FirstFew.items(contributions), PublicationDay.of(rows), inReportingCurrency());
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
    return GrowthPhrase.earlier(base, period());
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

  private static String contribution(Subject part, AnswerRow row) {
    String region = RegionPhrase.name(part);
    if (!(row.fields().get(RowField.CONTRIBUTION) instanceof KnownFigure points)) {
      return "the contribution of %s is not known".formatted(region);
    }
    return switch (points.figure().value().signum()) {
      case 0 -> region + " added nothing";
      case 1 -> "%s added %s".formatted(region, new SubjectPhrase(part).levels().size(points));
      default -> "%s took away %s".formatted(region, new SubjectPhrase(part).levels().size(points));
    };
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
