package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.chart.ChartLine.Point;
import io.regionalmetrics.compare.Transform;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.refusal.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** Series: a line for each region, in a panel for each transform. */
final class SeriesChart {
  /** The fields in which a whole is at least as large as each of its parts. */
  private static final Set<RowField> ADDED_UP =
      Set.of(Transform.LEVEL.field(), Transform.SHARE.field(), Transform.TTM.field());

  private SeriesChart() {}

  /**
   * The picture of a series.
   *
   * @param highlighted the regions to colour; if empty, the largest
   * @throws Refusal if the series has no such region, or if they are too many
   */
  static String svg(AnswerView view, int width, List<String> highlighted) {
    List<SeriesRegion> regions = regions(view);
    SeriesInks inks =
        highlighted.isEmpty()
            ? SeriesInks.ofLargest(regions)
            : SeriesInks.of(new HighlightedRegions(view, regions).named(highlighted), regions);
    List<LinePanel> panels =
        view.answer().question().getOrDefault("transform", List.of()).stream()
            .flatMap(code -> Transform.of(code).stream())
            .map(transform -> panel(view, transform, regions, inks))
            .toList();
    LinePlot plot = new LinePlot(panels, quarters(view), width, notes(view, regions, inks));
    String subtitle = panels.size() == 1 ? panels.getFirst().title() : view.metric();
    return view.picture(subtitle, "", plot, width);
  }

  private static List<SeriesRegion> regions(AnswerView view) {
    return view.answer().rows().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.company() + ' ' + row.region(), LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(rows -> region(view, rows))
        .toList();
  }

  private static SeriesRegion region(AnswerView view, List<AnswerRow> rows) {
    AnswerRow row = rows.getFirst();
    boolean world =
        !view.differ(AnswerRow::company) && view.labels().isWorld(row.company(), row.region());
    return new SeriesRegion(view.name(row), world, rows);
  }

  private static QuarterRange quarters(AnswerView view) {
    return new QuarterRange(
        YearQuarter.parse(view.parameter("startPeriod")),
        YearQuarter.parse(view.parameter("endPeriod")));
  }

  private static LinePanel panel(
      AnswerView view, Transform transform, List<SeriesRegion> regions, SeriesInks inks) {
    RowField field = transform.field();
    List<ChartLine> lines =
        regions.stream()
            .filter(region -> !dwarfs(region, regions, field))
            .map(region -> line(view, field, region, inks.of(region)))
            .toList();
    boolean growth = transform == Transform.YOY || transform == Transform.QOQ;
    return new LinePanel(heading(view, transform), unit(regions, field), lines, growth);
  }

  /** Whether a region is the world and so large that many others would look alike beside it. */
  private static boolean dwarfs(SeriesRegion region, List<SeriesRegion> regions, RowField field) {
    BigDecimal largest =
        regions.stream()
            .filter(part -> !part.isWorld())
            .map(part -> part.size(field))
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    return region.isWorld()
        && ADDED_UP.contains(field)
        && regions.size() > Ink.OF_LINES.size()
        && region.size(field).compareTo(largest.multiply(BigDecimal.TWO)) > 0;
  }

  private static Unit unit(List<SeriesRegion> regions, RowField field) {
    return AnswerView.unit(
            regions.stream().flatMap(region -> region.rows().stream().map(row -> row.known(field))))
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

  private static ChartLine line(AnswerView view, RowField field, SeriesRegion region, Ink ink) {
    List<Point> points = new ArrayList<>();
    for (AnswerRow row : region.rows()) {
      row.known(field)
          .map(known -> Point.of(view.pointers().row(row), row, known))
          .ifPresent(points::add);
    }
    return new ChartLine(region.name(), ink, field, points);
  }

  /** Says which regions have no line or a grey one, and whether the series has more pages. */
  private static List<String> notes(AnswerView view, List<SeriesRegion> regions, SeriesInks inks) {
    List<SeriesRegion> leftOut =
        regions.stream()
            .filter(region -> fields(view).allMatch(field -> dwarfs(region, regions, field)))
            .toList();
    List<String> notes = new ArrayList<>(inks.notes(leftOut));
    leftOut.stream()
        .map(world ->
            "%s is not drawn: beside it the others would look alike."
                .formatted(world.nameAndNewest()))
        .forEach(notes::add);
    unknown(regions).ifPresent(notes::add);
    if (view.answer().nextPage().isPresent()) {
      notes.add("This is a part of a longer series, which goes on with the next page.");
    }
    return notes;
  }

  /** The fields that the picture shows. */
  private static Stream<RowField> fields(AnswerView view) {
    return view.answer().question().getOrDefault("transform", List.of()).stream()
        .flatMap(code -> Transform.of(code).stream())
        .map(Transform::field);
  }

  /** Which regions have no known level, and why: "Japan: not published." */
  private static Optional<String> unknown(List<SeriesRegion> regions) {
    String unknown =
        regions.stream()
            .filter(region -> !region.isKnown())
            .map(region -> "%s: %s".formatted(region.name(), region.whyUnknown()))
            .collect(Collectors.joining("; "));
    return unknown.isEmpty() ? Optional.empty() : Optional.of(unknown + ".");
  }
}
