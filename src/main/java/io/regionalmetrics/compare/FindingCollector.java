package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.derive.WholeRestatement;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Unit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** Collects the findings of an answer. A finding that several rows share is listed once. */
final class FindingCollector {
  private record CodedMessage(FindingCode code, String message) {}

  private final Map<CodedMessage, Set<Integer>> rows = new LinkedHashMap<>();

  /** Adds a finding about one row. */
  void add(FindingCode code, int row, String message) {
    rows.computeIfAbsent(new CodedMessage(code, message), key -> new LinkedHashSet<>()).add(row);
  }

  /** All findings, in the order they were added. */
  List<Finding> list() {
    return rows.entrySet().stream()
        .map(entry ->
            new Finding(
                entry.getKey().code(), List.copyOf(entry.getValue()), entry.getKey().message()))
        .toList();
  }

  /** Says that a level was never published, if it follows from a published growth. */
  void implied(int row, RowValue level, YearQuarter quarter, FindingCode code) {
    if (level instanceof KnownFigure known && known.isImplied()) {
      add(
          code,
          row,
          "%s was not published; it follows from the published growth.".formatted(quarter));
    }
  }

  /** Adds what the reader must know about a row's figures and where they come from. */
  void about(int row, Subject subject, Stream<? extends RowValue> values) {
    ofFigures(row, subject).add(values);
  }

  private FigureFindings ofFigures(int row, Subject subject) {
    return new FigureFindings(subject, (code, message) -> add(code, row, message));
  }

  /** Says that the whole of a figure was restated without the figure. */
  void wholeRestated(int row, Subject subject, WholeRestatement restatement) {
    ofFigures(row, subject).wholeRestated(restatement);
  }

  /**
   * Says that a growth includes the change of the exchange rate, if it does.
   *
   * @param unit the unit of the requested growth
   */
  void exchangeRate(int row, LevelGrowth grown, Unit unit) {
    grown
        .reportingCurrency()
        .ifPresent(own ->
            add(
                FindingCode.EXCHANGE_RATE_IN_GROWTH,
                row,
                "Growth in %s includes the change of the exchange rate. Growth in %s does not, but it is free of exchange rates only if the region earns in %s."
                    .formatted(unit.currency(), own, own)));
  }

  /** Says that a published growth does not agree with the levels, if it does not. */
  void disagreement(int row, LevelGrowth grown) {
    grown
        .disagreement()
        .ifPresent(disagreement ->
            add(
                FindingCode.GROWTH_DISAGREES,
                row,
                "The published growth%s is %s, but the levels give %s (%s)."
                    .formatted(
                        disagreement.published().conversion().isPresent() ? ", converted," : "",
                        FigureText.amount(disagreement.published().figure()),
                        FigureText.amount(disagreement.computed().figure()),
                        FigureText.bounds(disagreement.computed().figure()))));
  }

  /** Says that quarters are not comparable, if the definition changed between them. */
  void breaks(int row, Subject subject, YearQuarter base, YearQuarter period) {
    YearQuarter from = base.isBefore(period) ? base : period;
    YearQuarter to = base.isBefore(period) ? period : base;
    for (String region : subject.region().terms().keySet()) {
      for (YearQuarter quarter : breaks(subject, region, from, to)) {
        add(FindingCode.DEFINITION_CHANGED, row, changed(subject, region, quarter));
      }
    }
  }

  /**
   * The quarters after {@code from} and up to {@code to} in which a region's definition changed.
   */
  static List<YearQuarter> breaks(
      Subject subject, String region, YearQuarter from, YearQuarter to) {
    Map<String, Coverage> coverage =
        subject.vocabulary().company().coverage().getOrDefault(subject.metric().id(), Map.of());
    Coverage covered = coverage.get(region);
    return covered == null
        ? List.of()
        : covered.breaks().stream()
            .filter(quarter -> quarter.isAfter(from) && !quarter.isAfter(to))
            .toList();
  }

  private static String changed(Subject subject, String region, YearQuarter quarter) {
    return "What %s of %s counts changed in %s (status B): earlier quarters are not comparable."
        .formatted(subject.metric().id(), region, quarter);
  }
}
