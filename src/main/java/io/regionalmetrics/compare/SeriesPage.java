package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.RegionSeries;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeten.extra.YearQuarter;

/** One page of a series, and where the next page begins. */
final class SeriesPage {
  private final SeriesSelection series;
  private final YearQuarter first;
  private final YearQuarter last;
  private final Quarters quarters;
  private final SeriesPositions positions;
  private final SeriesLines lines;
  private final FindingCollector findings = new FindingCollector();

  /**
   * A page.
   *
   * @param first the first quarter of the whole series
   * @param last the last quarter of the whole series
   * @param quarters everything that was read for the series, and nothing else
   * @throws Refusal if the page begins at a row that the series does not have
   */
  SeriesPage(SeriesSelection series, YearQuarter first, YearQuarter last, Quarters quarters) {
    this.series = series;
    this.first = first;
    this.last = last;
    this.quarters = quarters;
    this.positions = new SeriesPositions(series, first, last);
    this.lines = new SeriesLines(quarters, series.wholes(), first, last);
  }

  /**
   * The rows of this page, which must be all of the series.
   *
   * @throws Refusal if the series has more rows
   */
  Answer whole() {
    if (positions.next().isPresent()) {
      throw Refusal.of(
          Reason.SENSELESS,
          "startPeriod",
          "this format holds the whole series, and %s regions from %s to %s are %s rows, more than %s; ask for fewer quarters or regions"
              .formatted(
                  series.subjects().size(), first, last, positions.rows(), series.mostRows()));
    }
    return answer();
  }

  /** The rows of this page. The question and the sentence are about the whole series. */
  Answer answer() {
    List<AnswerRow> rows = new ArrayList<>();
    for (SeriesPositions.Position position : positions.onPage()) {
      rows.add(row(lines.of(position.subject()), position.period(), rows.size()));
    }
    return Answer.to(QuestionKind.SERIES, question())
        .rows(rows)
        .findings(findings.list())
        .sentence(sentence())
        .nextPage(positions.next())
        .build();
  }

  private AnswerRow row(RegionSeries line, YearQuarter period, int number) {
    Map<RowField, RowValue> fields = fields(line, period);
    SeriesRowFindings row = new SeriesRowFindings(findings, line, period, number);
    row.addFigures(fields.values());
    if (period.isAfter(first)) {
      row.addBreakSinceQuarterBefore();
    }
    for (Transform transform : series.transforms()) {
      row.add(transform, lines);
    }
    return AnswerRow.of(line.subject(), period, fields);
  }

  private Map<RowField, RowValue> fields(RegionSeries line, YearQuarter period) {
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    fields.put(RowField.VALUE, withHistory(line.level(period)));
    for (Transform transform : series.transforms()) {
      RowField field = transform.field();
      transformed(transform, line, period).ifPresent(value -> fields.put(field, value));
      inReportingCurrency(transform, line, period)
          .ifPresent(value -> fields.put(field.inReportingCurrency(), value));
    }
    return fields;
  }

  private Optional<RowValue> transformed(
      Transform transform, RegionSeries line, YearQuarter period) {
    return switch (transform) {
      case LEVEL -> Optional.empty();
      case YOY -> Optional.of(line.growth(period, Measure.YOY));
      case QOQ -> Optional.of(line.growth(period, Measure.QOQ));
      case SHARE -> Optional.of(line.share(period, lines.wholeOf(line)));
      case INDEX -> Optional.of(line.index(period));
      case TTM -> Optional.of(line.ttm(period));
    };
  }

  private static Optional<RowValue> inReportingCurrency(
      Transform transform, RegionSeries line, YearQuarter period) {
    return switch (transform) {
      case YOY -> line.growthInReportingCurrency(period, Measure.YOY);
      case QOQ -> line.growthInReportingCurrency(period, Measure.QOQ);
      case LEVEL, SHARE, INDEX, TTM -> Optional.empty();
    };
  }

  private RowValue withHistory(RowValue level) {
    return series.history() && level instanceof KnownFigure known && known.vintage().isPresent()
        ? known.withHistory(quarters.visible(known.vintage().get().cell()))
        : level;
  }

  private Map<String, List<String>> question() {
    List<Subject> subjects = series.subjects();
    Map<String, List<String>> question = QuestionParameters.of(subjects);
    question.put("transform", QuestionParameters.distinct(series.transforms(), Transform::code));
    if (!series.wholes().isEmpty()) {
      List<Subject> wholes = List.copyOf(series.wholes().values());
      question.put("whole", QuestionParameters.distinct(wholes, Subject::requestedRegion));
    }
    question.put("startPeriod", List.of(first.toString()));
    question.put("endPeriod", List.of(last.toString()));
    if (series.history()) {
      question.put("includeHistory", List.of("true"));
    }
    question.put("asOf", List.of(quarters.asOf().toString()));
    return question;
  }

  private String sentence() {
    return new SeriesSummary(series.subjects(), lines, first, last).text();
  }

  /**
   * The levels and growths published for the regions and quarters of this page, in every unit;
   * computed figures are left out. With history these are all vintages including repetitions, so
   * that an importer gets everything stored here; without history only the current ones.
   */
  PublishedPage published() {
    Set<Vintage> published = new LinkedHashSet<>();
    for (SeriesPositions.Position position : positions.onPage()) {
      for (String region : position.subject().equivalents()) {
        quarters
            .cells(position.subject().key(position.period()), region)
            .forEach(cell -> published.addAll(vintages(cell)));
      }
    }
    return new PublishedPage(List.copyOf(published), positions.next());
  }

  private List<Vintage> vintages(Cell cell) {
    return series.history()
        ? quarters.visibleWithRepetitions(cell)
        : quarters.current(cell).map(CurrentVintage::vintage).stream().toList();
  }
}
