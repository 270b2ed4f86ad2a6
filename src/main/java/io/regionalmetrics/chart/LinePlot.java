package io.regionalmetrics.chart;

import io.regionalmetrics.chart.ChartLine.Point;
import io.regionalmetrics.chart.Svg.Anchor;
import io.regionalmetrics.number.Bounds;
import java.math.BigDecimal;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Lines over quarters: all in one field where they can be told apart, else each in a small field of
 * its own, all on the same scale.
 */
final class LinePlot implements Plot {
  private static final double FIELD = 260;
  private static final double SMALL_FIELD = 110;
  private static final double SMALL_WIDTH = 200;
  private static final double GUTTER = 20;
  private static final double HEADING = 28;
  private static final double AXIS = 22;
  private static final double BETWEEN = 18;
  private static final double LABEL = 15;
  private static final double LABELS_AT_MOST = 0.28;
  private static final double NARROW = 480;
  private static final double NARROW_LABELS_AT_MOST = 0.36;
  private static final int MOST_TICKS = 6;
  private static final int SMALL_TICKS = 4;
  private static final int FEW_QUARTERS = 24;
  private static final int QUARTERS_OF_YEAR = 4;
  private static final double THINNEST_BAND = 1;
  private static final double NOTHING = 30;

  /** An axis leaves zero out where the largest figure isn't so many times the smallest. */
  private static final BigDecimal FAR = new BigDecimal("1.3");

  private final List<Panel> panels;
  private final YearQuarter first;
  private final int quarters;
  private final double left = Picture.MARGIN;
  private final double right;
  private final List<String> notes;

  /**
   * Lines of one unit.
   *
   * @param heading what they are of; empty where the picture says it
   * @param code their unit
   * @param fromZero whether their axis begins at zero whatever they are
   */
  record Panel(String heading, String code, List<ChartLine> lines, boolean fromZero) {
    /** Copies the list. */
    Panel {
      lines = List.copyOf(lines);
    }

    boolean isSmall() {
      return lines.size() > Ink.OF_LINES.size();
    }

    private Stream<Point> points() {
      return lines.stream().flatMap(line -> line.points().stream());
    }

    private BigDecimal low() {
      return points()
          .map(point -> point.bounds().map(Bounds::low).orElse(point.value()))
          .min(BigDecimal::compareTo)
          .orElse(BigDecimal.ZERO);
    }

    private BigDecimal high() {
      return points()
          .map(point -> point.bounds().map(Bounds::high).orElse(point.value()))
          .max(BigDecimal::compareTo)
          .orElse(BigDecimal.ZERO);
    }

    /** From zero, unless all lies so far above it that nothing could be seen. */
    Ticks ticks() {
      BigDecimal low = low();
      BigDecimal high = high();
      boolean far = !fromZero && low.signum() > 0 && low.multiply(FAR).compareTo(high) > 0;
      return Ticks.cover(
          far ? low : low.min(BigDecimal.ZERO),
          far ? high : high.max(BigDecimal.ZERO),
          isSmall() ? SMALL_TICKS : MOST_TICKS);
    }

    AxisUnit unit() {
      List<BigDecimal> ticks = ticks().values();
      return AxisUnit.of(code, ticks.getFirst().abs().max(ticks.getLast().abs()));
    }

    /** Whether bounds are wide enough to be seen. */
    boolean hasBand() {
      if (points().findAny().isEmpty()) {
        return false;
      }
      Ticks ticks = ticks();
      Scale scale =
          new Scale(
              ticks.values().getFirst(),
              ticks.values().getLast(),
              0,
              isSmall() ? SMALL_FIELD : FIELD);
      return points()
          .flatMap(point -> point.bounds().stream())
          .anyMatch(bounds -> scale.at(bounds.high()) - scale.at(bounds.low()) > THINNEST_BAND);
    }

    /** What they are of and in which unit. */
    String title() {
      String unit = unit().words();
      String zero =
          ticks().values().getFirst().signum() > 0 ? " (the axis doesn't begin at zero)" : "";
      return AnswerView.subtitle(heading, unit) + zero;
    }
  }

  /** Lines from one quarter to another, both included. */
  LinePlot(List<Panel> panels, YearQuarter first, YearQuarter last, int width, List<String> notes) {
    this.panels = List.copyOf(panels);
    this.first = first;
    this.quarters = (int) first.until(last, IsoFields.QUARTER_YEARS) + 1;
    this.right = width - Picture.MARGIN;
    this.notes = notes;
  }

  private double heading() {
    return panels.size() > 1 ? HEADING : 0;
  }

  private int columns() {
    return (int) Math.max(1, (right - left + GUTTER) / (SMALL_WIDTH + GUTTER));
  }

  @Override
  public double height() {
    return panels.stream().mapToDouble(panel -> heading() + height(panel)).sum()
        + (panels.size() - 1) * BETWEEN;
  }

  private double height(Panel panel) {
    if (panel.points().findAny().isEmpty()) {
      return NOTHING;
    }
    return panel.isSmall()
        ? Math.ceilDiv(panel.lines().size(), columns()) * (HEADING + SMALL_FIELD + AXIS)
        : FIELD + AXIS;
  }

  @Override
  public void draw(Svg svg, double top) {
    double y = top;
    for (Panel panel : panels) {
      if (panels.size() > 1) {
        svg.cut(FontStyle.STRONG, left, y + 13, Anchor.START, panel.title(), right - left);
      }
      y += heading();
      if (panel.isSmall()) {
        small(svg, panel, y);
      } else {
        together(svg, panel, y);
      }
      y += height(panel) + BETWEEN;
    }
  }

  private void small(Svg svg, Panel panel, double top) {
    int columns = columns();
    double width = (right - left - (columns - 1) * GUTTER) / columns;
    for (int i = 0; i < panel.lines().size(); i++) {
      ChartLine one = panel.lines().get(i);
      double x = left + (i % columns) * (width + GUTTER);
      int below = i / columns;
      double y = top + below * (HEADING + SMALL_FIELD + AXIS) + HEADING;
      String newest = one.last().map(Point::text).orElse("not known");
      double room = width - Lettering.width(newest, FontStyle.SMALL) - 8;
      svg.cut(FontStyle.STRONG, x, y - 13, Anchor.START, one.name(), room);
      svg.quiet(FontStyle.SMALL, x + width, y - 13, Anchor.END, newest);
      field(svg, panel, x, x + width, y, y + SMALL_FIELD)
          .ifPresent(field -> field.draw(svg, one, Ink.BLUE));
    }
  }

  private void together(Svg svg, Panel panel, double top) {
    double room = (right - left) * (right - left < NARROW ? NARROW_LABELS_AT_MOST : LABELS_AT_MOST);
    double longest =
        panel.lines().stream()
            .mapToDouble(line ->
                Math.max(
                    Lettering.width(line.name(), FontStyle.STRONG),
                    Lettering.width(newest(line), FontStyle.SMALL)))
            .max()
            .orElse(0);
    double labels = Math.min(longest, room) + 16;
    Optional<Field> field = field(svg, panel, left, right - labels, top, top + FIELD);
    if (field.isEmpty()) {
      svg.quiet(FontStyle.TEXT, left, top + 16, Anchor.START, "No figure is known.");
      return;
    }
    for (int i = 0; i < panel.lines().size(); i++) {
      field.get().draw(svg, panel.lines().get(i), Ink.OF_LINES.get(i));
    }
    labels(svg, panel, field.get(), right - labels + 12, top);
  }

  private static String newest(ChartLine line) {
    return line.last().map(Point::text).orElse("not known");
  }

  private void labels(Svg svg, Panel panel, Field field, double x, double top) {
    List<Double> wanted =
        panel.lines().stream()
            .map(line ->
                line.last().map(point -> field.values().at(point.value())).orElse(top + FIELD))
            .toList();
    List<List<String>> names =
        panel.lines().stream()
            .map(line -> Lettering.wrap(line.name(), FontStyle.STRONG, right - x - 2, 2))
            .toList();
    double highest = LABEL * (names.stream().mapToInt(List::size).max().orElse(1) + 1);
    double[] places = Spread.places(wanted, highest + 2, top + 8, top + FIELD + LABEL - highest);
    for (int i = 0; i < places.length; i++) {
      ChartLine line = panel.lines().get(i);
      svg.begin(Ink.OF_LINES.get(i));
      svg.circle("fill=\"currentColor\"", x - 6, places[i], 3.5);
      svg.end();
      double y = places[i] + 4.5;
      svg.begin(line.name(), false);
      for (String name : names.get(i)) {
        svg.text(FontStyle.STRONG, x + 2, y, Anchor.START, name);
        y += LABEL;
      }
      String newest = Lettering.cut(newest(line), FontStyle.SMALL, right - x - 2);
      svg.quiet(FontStyle.SMALL, x + 2, y, Anchor.START, newest);
      svg.end();
    }
  }

  /** Draws the axes of a field, if there is anything to be drawn in it. */
  private Optional<Field> field(
      Svg svg, Panel panel, double from, double to, double top, double bottom) {
    if (panel.points().findAny().isEmpty()) {
      return Optional.empty();
    }
    Ticks ticks = panel.ticks();
    AxisUnit unit = panel.unit();
    Scale values = new Scale(ticks.values().getFirst(), ticks.values().getLast(), bottom, top);
    double labels =
        ticks.values().stream()
            .mapToDouble(tick -> Lettering.width(unit.label(tick), FontStyle.SMALL))
            .max()
            .orElse(0);
    double start = from + labels + 8;
    for (BigDecimal tick : ticks.values()) {
      double y = values.at(tick);
      svg.line(tick.signum() == 0 ? "class=\"z\"" : "class=\"l\"", start, y, to, y);
      svg.quiet(FontStyle.SMALL, from + labels, y + 4, Anchor.END, unit.label(tick));
    }
    Field field = new Field(values, start + 6, to - 6, panel.isSmall());
    years(svg, field, bottom);
    return Optional.of(field);
  }

  /** Names the years, as many as there is room for; the quarters where they are few. */
  private void years(Svg svg, Field field, double bottom) {
    boolean yearly = quarters > 2 * QUARTERS_OF_YEAR;
    double half = Lettering.width(yearly ? "2017" : "2017-Q4", FontStyle.SMALL) / 2;
    // The outermost ones are moved inside.
    double width = 3 * half + 6;
    int step = yearly ? QUARTERS_OF_YEAR : 1;
    int each = step;
    while (quarters > each && field.apart() * each < width) {
      each += step;
    }
    int begin =
        yearly
            ? Math.floorMod(1 - first.getQuarterValue(), QUARTERS_OF_YEAR)
            : (quarters - 1) % each;
    double last = field.end() + 6;
    for (int i = begin; i < quarters; i += each) {
      YearQuarter quarter = first.plusQuarters(i);
      double x = field.at(i);
      svg.line("class=\"l\"", x, bottom, x, bottom + 5);
      String label = yearly ? Integer.toString(quarter.getYear()) : quarter.toString();
      svg.quiet(
          FontStyle.SMALL,
          Math.clamp(
              x,
              field.start() - 6 + Math.min(half, field.end() - field.start()),
              Math.max(last - half, field.start() - 6 + half)),
          bottom + 17,
          Anchor.MIDDLE,
          label);
    }
  }

  /** Where a figure of a quarter lies. */
  private final class Field {
    private final Scale values;
    private final double start;
    private final double end;
    private final boolean small;

    Field(Scale values, double start, double end, boolean small) {
      this.values = values;
      this.start = start;
      this.end = end;
      this.small = small;
    }

    Scale values() {
      return values;
    }

    double start() {
      return start;
    }

    double end() {
      return end;
    }

    /** From one quarter to the next. */
    double apart() {
      return quarters > 1 ? (end - start) / (quarters - 1) : end - start;
    }

    double at(int quarter) {
      return quarters > 1 ? start + apart() * quarter : (start + end) / 2;
    }

    private int index(Point point) {
      return (int) first.until(point.quarter(), IsoFields.QUARTER_YEARS);
    }

    private double x(Point point) {
      return at(index(point));
    }

    private double y(Point point) {
      return values.at(point.value());
    }

    void draw(Svg svg, ChartLine line, Ink ink) {
      svg.begin(ink);
      for (List<Point> run : runs(line.points(), point -> point.bounds().isPresent())) {
        band(svg, run);
      }
      for (List<Point> run : runs(line.points(), point -> true)) {
        stretches(svg, run);
      }
      for (Point point : line.points()) {
        mark(svg, line, point);
      }
      svg.end();
    }

    /** Quarters that follow each other, of those that are to be had: gaps stay gaps. */
    private List<List<Point>> runs(List<Point> points, java.util.function.Predicate<Point> wanted) {
      List<List<Point>> runs = new ArrayList<>();
      int last = Integer.MIN_VALUE;
      for (Point point : points) {
        if (wanted.test(point)) {
          if (index(point) != last + 1) {
            runs.add(new ArrayList<>());
          }
          runs.getLast().add(point);
          last = index(point);
        }
      }
      return runs;
    }

    private void band(Svg svg, List<Point> run) {
      boolean seen =
          run.stream()
              .map(point -> point.bounds().orElseThrow())
              .anyMatch(
                  bounds -> values.at(bounds.low()) - values.at(bounds.high()) > THINNEST_BAND);
      if (!seen || run.size() == 1) {
        return;
      }
      Svg.Path path = svg.path("fill=\"currentColor\" fill-opacity=\"0.2\"");
      char command = 'M';
      for (Point point : run) {
        path.to(command, x(point), values.at(point.bounds().orElseThrow().high()));
        command = 'L';
      }
      for (Point point : run.reversed()) {
        path.to('L', x(point), values.at(point.bounds().orElseThrow().low()));
      }
      path.end();
    }

    /** The line, dashed to and from what isn't final. */
    private void stretches(Svg svg, List<Point> run) {
      int begin = 0;
      while (begin < run.size() - 1) {
        boolean dashed = isDashed(run, begin);
        int end = begin + 1;
        while (end < run.size() - 1 && isDashed(run, end) == dashed) {
          end++;
        }
        Svg.Path path =
            svg.path(
                "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linejoin=\"round\""
                    + (dashed ? " stroke-dasharray=\"4 3\"" : ""));
        path.to('M', x(run.get(begin)), y(run.get(begin)));
        for (Point point : run.subList(begin + 1, end + 1)) {
          path.to('L', x(point), y(point));
        }
        path.end();
        begin = end;
      }
    }

    private static boolean isDashed(List<Point> run, int from) {
      return run.get(from).open() || run.get(from + 1).open();
    }

    /** A dot for each figure where they are few, a ring for each that wasn't published. */
    private void mark(Svg svg, ChartLine line, Point point) {
      boolean alone =
          line.points().stream().noneMatch(other -> Math.abs(index(other) - index(point)) == 1);
      double radius = small ? 2 : 3;
      if (point.computed()) {
        svg.circle(
            "class=\"p\" stroke=\"currentColor\" stroke-width=\"1.5\"", x(point), y(point), radius);
      } else if (alone || (!small && quarters <= FEW_QUARTERS)) {
        svg.circle("fill=\"currentColor\"", x(point), y(point), radius);
      }
    }
  }

  @Override
  public String inWords() {
    List<String> said = new ArrayList<>();
    for (Panel panel : panels) {
      said.add(panel.title() + ":");
      for (ChartLine line : panel.lines()) {
        said.add(inWords(line));
      }
    }
    return String.join(" ", said);
  }

  private String inWords(ChartLine line) {
    if (line.points().isEmpty()) {
      return line.name() + ", not known.";
    }
    Point from = line.points().getFirst();
    Point to = line.points().getLast();
    int gaps = quarters - line.points().size();
    return "%s, %s in %s, %s in %s%s."
        .formatted(
            line.name(),
            from.text(),
            from.quarter(),
            to.text(),
            to.quarter(),
            gaps == 0 ? "" : ", %s of %s quarters not known".formatted(gaps, quarters));
  }

  @Override
  public List<String> notes() {
    List<String> all = new ArrayList<>();
    List<Point> points = panels.stream().flatMap(Panel::points).toList();
    if (panels.stream().anyMatch(Panel::hasBand)) {
      all.add("Shaded: where the true figure lies, by its rounding.");
    }
    if (points.stream().anyMatch(Point::computed)) {
      all.add("Rings: not published, but computed from other figures.");
    }
    if (points.stream().anyMatch(Point::open)) {
      all.add("Dashed: provisional or estimated.");
    }
    if (panels.stream().anyMatch(Panel::isSmall)) {
      all.add("All small charts have the same scale.");
    }
    String marks = String.join(" ", all);
    return Stream.concat(marks.isEmpty() ? Stream.empty() : Stream.of(marks), notes.stream())
        .toList();
  }
}
