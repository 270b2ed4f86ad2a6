package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.RegionSeries;
import io.regionalmetrics.model.Measure;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Findings about one row of a series: about its figures, and about the quarters and the whole that
 * it is compared with.
 *
 * @param row the number of the row on its page
 */
record SeriesRowFindings(
    FindingCollector findings, RegionSeries line, YearQuarter period, int row) {

  /** Adds the findings about the figures of the row. */
  void addFigures(Collection<RowValue> fields) {
    findings.implied(row, line.level(period), period, FindingCode.VALUE_IMPLIED);
    findings.about(row, line.subject(), fields.stream());
  }

  /** Adds a break since the quarter before. */
  void addBreakSinceQuarterBefore() {
    addBreaks(period.minusQuarters(1));
  }

  /** Adds the findings about what a transform compares the row with. */
  void add(Transform transform, SeriesLines lines) {
    switch (transform) {
      case LEVEL -> {}
      case YOY -> addGrowth(Measure.YOY);
      case QOQ -> addGrowth(Measure.QOQ);
      case INDEX -> addIndex();
      case TTM -> addBreaks(period.minusQuarters(3));
      case SHARE -> addShare(lines.wholeOf(line));
    }
  }

  private void addGrowth(Measure measure) {
    LevelGrowth growth = line.grown(period, measure);
    YearQuarter base = period.minusQuarters(measure.quarters());
    findings.disagreement(row, growth);
    findings.exchangeRate(row, growth, line.unit());
    if (growth.published().isEmpty()) {
      findings.implied(row, growth.base(), base, FindingCode.BASE_IMPLIED);
    }
    addBreaks(base);
  }

  private void addIndex() {
    Optional<YearQuarter> base = line.indexBase();
    base.ifPresent(this::addBreaks);
    line.sinceIndexBase(period)
        .ifPresent(growth -> findings.exchangeRate(row, growth, line.unit()));
  }

  private void addShare(RegionSeries wholeLine) {
    Subject whole = wholeLine.subject();
    findings.about(row, whole, Stream.of(wholeLine.level(period)));
    PartOfWhole part = new PartOfWhole(line.subjectIn(period), whole);
    new PartAboveWhole(findings)
        .add(part, line.level(period), wholeLine.level(period), period, row);
    OverlapFindings.addUnlessContainmentKnown(part, row, findings);
  }

  private void addBreaks(YearQuarter base) {
    findings.breaks(row, line.subject(), base, period);
  }
}
