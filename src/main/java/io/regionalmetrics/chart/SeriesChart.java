package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.chart.ChartLine.Point;
import io.regionalmetrics.compare.Transform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/** A series: a line for each region, a panel for each transform that was asked. */
final class SeriesChart {
  private SeriesChart() {}

  static String series(AnswerView reading, int width) {
    Map<String, List<AnswerRow>> rows =
        reading.answer().rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.company() + ' ' + row.region(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<LinePanel> panels =
        reading.answer().question().getOrDefault("transform", List.of()).stream()
            .flatMap(word -> Transform.of(word).stream())
            .map(transform -> panel(reading, transform, rows.values()))
            .toList();
    LinePlot plot =
        new LinePlot(
            panels,
            new QuarterRange(
                YearQuarter.parse(reading.asked("startPeriod")),
                YearQuarter.parse(reading.asked("endPeriod"))),
            width,
            notes(reading, rows));
    String subtitle = panels.size() == 1 ? panels.getFirst().title() : reading.metric();
    return reading.picture(subtitle, "", plot, width);
  }

  private static LinePanel panel(
      AnswerView reading, Transform transform, java.util.Collection<List<AnswerRow>> regions) {
    RowField field = transform.field();
    List<ChartLine> lines = regions.stream().map(rows -> line(reading, field, rows)).toList();
    String unit =
        AnswerView.unit(
            regions.stream()
                .flatMap(rows -> rows.stream().map(row -> AnswerView.known(row, field))));
    return new LinePanel(
        heading(reading, transform),
        unit,
        lines,
        transform == Transform.YOY || transform == Transform.QOQ);
  }

  private static String heading(AnswerView reading, Transform transform) {
    return switch (transform) {
      case LEVEL -> reading.metric();
      case YOY -> reading.metric() + ", growth on the year before";
      case QOQ -> reading.metric() + ", growth on the quarter before";
      case SHARE ->
          "%s, share of %s"
              .formatted(
                  reading.metric(),
                  reading
                      .labels()
                      .region(
                          reading.answer().rows().getFirst().company(), reading.asked("whole")));
      case INDEX -> reading.metric() + ", the first quarter is 100";
      case TTM -> reading.metric() + ", sum of four quarters";
    };
  }

  private static ChartLine line(AnswerView reading, RowField field, List<AnswerRow> rows) {
    List<Point> points = new ArrayList<>();
    for (AnswerRow row : rows) {
      AnswerView.known(row, field).map(known -> Point.of(row, known)).ifPresent(points::add);
    }
    return new ChartLine(reading.name(rows.getFirst()), points);
  }

  /** Says what there is no line of, and where it goes on. */
  private static List<String> notes(AnswerView reading, Map<String, List<AnswerRow>> rows) {
    List<String> notes = new ArrayList<>();
    List<String> unknown =
        rows.values().stream()
            .filter(some ->
                some.stream().noneMatch(row -> AnswerView.known(row, RowField.VALUE).isPresent()))
            .map(some -> "%s: %s".formatted(reading.name(some.getFirst()), why(some.getLast())))
            .toList();
    if (!unknown.isEmpty()) {
      notes.add(String.join("; ", unknown) + ".");
    }
    if (reading.answer().next().isPresent()) {
      notes.add("This is a part of a longer series, which goes on with the next page.");
    }
    return notes;
  }

  private static String why(AnswerRow row) {
    RowValue field = row.fields().get(RowField.VALUE);
    return field instanceof Missing missing ? AnswerView.why(missing) : "not known";
  }
}
