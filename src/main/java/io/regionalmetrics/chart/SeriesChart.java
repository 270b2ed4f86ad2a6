package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.chart.ChartLine.Point;
import io.regionalmetrics.compare.Transform;
import io.regionalmetrics.model.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/** Series: a line for each region, in a panel for each transform. */
final class SeriesChart {
  private SeriesChart() {}

  static String svg(AnswerView view, int width) {
    Map<String, List<AnswerRow>> rows = byRegion(view);
    List<LinePanel> panels =
        view.answer().question().getOrDefault("transform", List.of()).stream()
            .flatMap(code -> Transform.of(code).stream())
            .map(transform -> panel(view, transform, rows.values()))
            .toList();
    LinePlot plot = new LinePlot(panels, quarters(view), width, notes(view, rows));
    String subtitle = panels.size() == 1 ? panels.getFirst().title() : view.metric();
    return view.picture(subtitle, "", plot, width);
  }

  private static Map<String, List<AnswerRow>> byRegion(AnswerView view) {
    return view.answer().rows().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.company() + ' ' + row.region(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static QuarterRange quarters(AnswerView view) {
    return new QuarterRange(
        YearQuarter.parse(view.parameter("startPeriod")),
        YearQuarter.parse(view.parameter("endPeriod")));
  }

  private static LinePanel panel(
      AnswerView view, Transform transform, Collection<List<AnswerRow>> regions) {
    RowField field = transform.field();
    List<ChartLine> lines = regions.stream().map(rows -> line(view, field, rows)).toList();
    boolean growth = transform == Transform.YOY || transform == Transform.QOQ;
    return new LinePanel(heading(view, transform), unit(regions, field), lines, growth);
  }

  private static Unit unit(Collection<List<AnswerRow>> regions, RowField field) {
    return AnswerView.unit(
            regions.stream().flatMap(rows -> rows.stream().map(row -> row.known(field))))
        .orElse(Unit.ONE);
  }

  private static String heading(AnswerView view, Transform transform) {
    return switch (transform) {
      case LEVEL -> view.metric();
      case YOY -> view.metric() + ", growth on the year before";
      case QOQ -> view.metric() + ", growth on the quarter before";
      case SHARE ->
          "%s, share of %s"
              .formatted(
                  view.metric(),
                  view.labels()
                      .region(view.answer().rows().getFirst().company(), view.parameter("whole")));
      case INDEX -> view.metric() + ", the first quarter is 100";
      case TTM -> view.metric() + ", sum of four quarters";
    };
  }

  private static ChartLine line(AnswerView view, RowField field, List<AnswerRow> rows) {
    List<Point> points = new ArrayList<>();
    for (AnswerRow row : rows) {
      row.known(field)
          .map(known -> Point.of(view.pointers().row(row), row, known))
          .ifPresent(points::add);
    }
    return new ChartLine(view.name(rows.getFirst()), field, points);
  }

  /** Says which regions have no line, and whether the series has more pages. */
  private static List<String> notes(AnswerView view, Map<String, List<AnswerRow>> rows) {
    List<String> notes = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (List<AnswerRow> region : rows.values()) {
      if (region.stream().noneMatch(row -> row.known(RowField.VALUE).isPresent())) {
        String why = AnswerView.why(region.getLast().fields().get(RowField.VALUE));
        unknown.add("%s: %s".formatted(view.name(region.getFirst()), why));
      }
    }
    if (!unknown.isEmpty()) {
      notes.add(String.join("; ", unknown) + ".");
    }
    if (view.answer().nextPage().isPresent()) {
      notes.add("This is a part of a longer series, which goes on with the next page.");
    }
    return notes;
  }
}
