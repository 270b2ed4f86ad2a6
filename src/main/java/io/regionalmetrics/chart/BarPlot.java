package io.regionalmetrics.chart;

import io.regionalmetrics.chart.Bar.Group;
import io.regionalmetrics.chart.Bar.Span;
import io.regionalmetrics.chart.Svg.Anchor;
import io.regionalmetrics.number.Bounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Bars from left to right, one below the other, each with its name before it, its figure behind it,
 * and a line across its end for the bounds. Names that are too long for a narrow picture stand
 * above.
 */
final class BarPlot implements Plot {
  /** How figures stand on the axis. */
  enum Form {
    /** Bars from zero. */
    BARS,
    /** Bars from where the one before ended. */
    STEPS,
    /** Dots, which need no zero. */
    DOTS,
    /** Dots of groups that have nothing in common, each group with an axis of its own. */
    DOTS_APART
  }

  private static final double FEW_BARS = 16;
  private static final double GAP = 6;
  private static final double HEADING = 22;
  private static final double BETWEEN_GROUPS = 16;
  private static final double AXIS = 22;
  private static final double LEAST_LENGTH = 60;
  private static final double NAMES_AT_MOST = 0.36;
  private static final double NARROW = 480;
  private static final double LINE = 15;
  private static final double SHORTEST_WHISKER = 5;
  private static final int MOST_TICKS = 6;
  private static final double RADIUS = 5.5;

  /** What places may be off by. */
  private static final double SLACK = 1;

  private final List<Group> groups;
  private final Form form;
  private final Optional<AxisUnit> unit;
  private final Optional<BigDecimal> marked;
  private final Optional<BigDecimal> track;
  private final String asideHeading;
  private final List<String> notes;
  private final double left = Picture.MARGIN;
  private final double right;
  private final double thickness;
  private final boolean namesAbove;
  private final double nameRoom;
  private final double asideRoom;
  private final double pitch;

  /**
   * Bars to be drawn.
   *
   * @param width of the whole picture
   * @param code the unit of all figures; empty where they have none in common
   */
  BarPlot(Layout layout, List<Group> groups, int width, String code) {
    this.groups = groups;
    this.form = layout.form();
    this.marked = layout.marked();
    this.track = layout.track();
    this.asideHeading = layout.asideHeading();
    this.notes = layout.notes();
    this.right = width - Picture.MARGIN;
    this.thickness = bars().count() <= FEW_BARS ? 18 : 14;
    double longest = bars().mapToDouble(bar -> width(bar.name(), face(bar))).max().orElse(0);
    double most = (right - left) * NAMES_AT_MOST;
    this.namesAbove = width < NARROW && longest > most;
    this.nameRoom = namesAbove || longest == 0 ? 0 : Math.min(longest, most) + 10;
    boolean twoLines = !namesAbove && longest > most;
    this.pitch = (twoLines ? 2 * LINE : thickness) + (namesAbove ? LINE + 2 : 0) + GAP;
    double asides =
        Math.max(
            longest(bars().map(Bar::aside), FontStyle.TEXT), width(asideHeading, FontStyle.SMALL));
    this.asideRoom = asides == 0 ? 0 : asides + 14;
    this.unit =
        code.isEmpty() || form == Form.DOTS_APART || spans(bars()).isEmpty()
            ? Optional.empty()
            : Optional.of(
                AxisUnit.of(
                    code,
                    spans(bars()).stream()
                        .map(span -> span.most().max(span.least().negate()))
                        .max(BigDecimal::compareTo)
                        .orElseThrow()));
  }

  /**
   * How bars are laid out.
   *
   * @param marked a number that all are to be held against
   * @param track how far a bar would go that is all of it
   * @param asideHeading what stands beside the bars
   * @param notes what must be said of them
   */
  record Layout(
      Form form,
      Optional<BigDecimal> marked,
      Optional<BigDecimal> track,
      String asideHeading,
      List<String> notes) {
    static Layout of(Form form, List<String> notes) {
      return new Layout(form, Optional.empty(), Optional.empty(), "", notes);
    }

    Layout marking(BigDecimal number) {
      return new Layout(form, Optional.of(number), track, asideHeading, notes);
    }

    Layout tracked(BigDecimal number) {
      return new Layout(form, marked, Optional.of(number), asideHeading, notes);
    }

    Layout beside(String heading) {
      return new Layout(form, marked, track, heading, notes);
    }
  }

  /** The axis's unit in words. */
  String unit() {
    return unit.map(AxisUnit::words).orElse("");
  }

  private Stream<Bar> bars() {
    return groups.stream().flatMap(group -> group.bars().stream());
  }

  private static List<Span> spans(Stream<Bar> bars) {
    return bars.flatMap(bar -> bar.span().stream()).toList();
  }

  private static FontStyle face(Bar bar) {
    return bar.strong() ? FontStyle.STRONG : FontStyle.TEXT;
  }

  private static double width(String text, FontStyle face) {
    return Lettering.width(text, face);
  }

  private static double longest(Stream<String> texts, FontStyle face) {
    return texts.flatMapToDouble(text -> DoubleStream.of(width(text, face))).max().orElse(0);
  }

  @Override
  public double height() {
    double sum = axisHeight();
    for (Group group : groups) {
      sum += heading(group) + group.bars().size() * pitch;
    }
    return sum + (groups.size() - 1) * BETWEEN_GROUPS;
  }

  private double axisHeight() {
    return unit.isPresent() || !asideHeading.isEmpty() ? AXIS : 0;
  }

  private double heading(Group group) {
    return group.heading().isEmpty() ? 0 : isOneLine(group) ? HEADING : HEADING + LINE;
  }

  /** Whether there is room for all that stands above a group side by side. */
  private boolean isOneLine(Group group) {
    return width(group.heading(), FontStyle.STRONG) + said(group) <= right - left;
  }

  private static double said(Group group) {
    return width(group.emphasis(), FontStyle.STRONG) + width(group.more(), FontStyle.SMALL) + 16;
  }

  @Override
  public void draw(Svg svg, double top) {
    Optional<Scale> common = form == Form.DOTS_APART ? Optional.empty() : scale(bars().toList());
    double y = top + axisHeight();
    svg.quiet(FontStyle.SMALL, right, top + 12, Anchor.END, asideHeading);
    Optional<Scale> named = common.filter(scale -> unit.isPresent());
    named.ifPresent(scale -> axis(svg, scale, top));
    for (Group group : groups) {
      if (!group.heading().isEmpty()) {
        heading(svg, group, y);
      }
      y += heading(group);
      double begin = y - GAP / 2;
      double end = begin + group.bars().size() * pitch;
      if (!namesAbove) {
        named.ifPresent(scale -> grid(svg, scale, begin, end));
      }
      Optional<Scale> scale = common.or(() -> scale(group.bars()));
      for (int i = 0; i < group.bars().size(); i++) {
        if (namesAbove) {
          double behind = y + i * pitch + LINE + 2;
          named.ifPresent(some -> grid(svg, some, behind, behind + thickness + 2));
        }
        bar(svg, group.bars().get(i), scale, y + i * pitch);
        if (form == Form.STEPS && i > 0) {
          connect(svg, group.bars().get(i - 1), group.bars().get(i), scale, y + i * pitch);
        }
      }
      y += group.bars().size() * pitch + BETWEEN_GROUPS;
    }
  }

  /** What all of some bars lie in, as long as there is room for their figures behind them. */
  private Optional<Scale> scale(List<Bar> some) {
    List<Span> spans = spans(some.stream());
    if (spans.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal low = spans.stream().map(Span::least).min(BigDecimal::compareTo).orElseThrow();
    BigDecimal high = spans.stream().map(Span::most).max(BigDecimal::compareTo).orElseThrow();
    high = track.map(high::max).orElse(high);
    if (form == Form.DOTS) {
      Ticks ticks = Ticks.cover(low, high, MOST_TICKS);
      low = ticks.values().getFirst();
      high = ticks.values().getLast();
    }
    if (low.compareTo(high) == 0) {
      high = high.add(BigDecimal.ONE);
    }
    double start = left + nameRoom + (isDots() ? RADIUS : 0);
    double end = right - asideRoom;
    return Optional.of(new Scale(low, high, start, start + length(some, low, high, start, end)));
  }

  private boolean isDots() {
    return form == Form.DOTS || form == Form.DOTS_APART;
  }

  /** How long an axis can be so that each figure behind its bar ends within the picture. */
  private double length(List<Bar> some, BigDecimal low, BigDecimal high, double start, double end) {
    Scale unit = new Scale(low, high, 0, 1);
    double length = end - start - 2 * SLACK;
    for (Bar bar : some) {
      double room = end - start - textGap() - width(bar.text(), FontStyle.TEXT) - SLACK;
      double part = bar.span().map(span -> unit.part(span.most())).orElse(0.0);
      if (part > 0) {
        length = Math.min(length, room / part);
      }
    }
    return Math.max(length, Math.min(LEAST_LENGTH, end - start));
  }

  private double textGap() {
    return isDots() ? RADIUS + 6 : 6;
  }

  private void axis(Svg svg, Scale scale, double top) {
    for (BigDecimal tick : ticks(scale)) {
      String label = unit.orElseThrow().label(tick);
      svg.quiet(FontStyle.SMALL, middle(scale, tick), top + 12, Anchor.MIDDLE, label);
    }
  }

  /** The middle of a tick's label, which stays in the picture. */
  private double middle(Scale scale, BigDecimal tick) {
    double half = width(unit.orElseThrow().label(tick), FontStyle.SMALL) / 2;
    return Math.min(Math.max(scale.at(tick), left + half), right - asideRoom - half);
  }

  /** The lines behind some bars. */
  private void grid(Svg svg, Scale scale, double top, double bottom) {
    for (BigDecimal tick : ticks(scale)) {
      double x = scale.at(tick);
      svg.line(tick.signum() == 0 ? "class=\"z\"" : "class=\"l\"", x, top, x, bottom);
    }
    marked.ifPresent(number -> {
      double x = scale.at(number);
      svg.line("class=\"z\" stroke-dasharray=\"3 3\"", x, top, x, bottom);
    });
  }

  /** As many as there is room for, side by side. */
  private List<BigDecimal> ticks(Scale scale) {
    for (int most = MOST_TICKS; most > Ticks.LEAST; most--) {
      List<BigDecimal> ticks =
          Ticks.cover(scale.low(), scale.high(), most).within(scale.low(), scale.high());
      if (haveRoom(ticks, scale)) {
        return ticks;
      }
    }
    List<BigDecimal> ticks =
        Ticks.cover(scale.low(), scale.high(), Ticks.LEAST).within(scale.low(), scale.high());
    return haveRoom(ticks, scale) ? ticks : ticks.subList(0, Math.min(1, ticks.size()));
  }

  private boolean haveRoom(List<BigDecimal> ticks, Scale scale) {
    double last = Double.NEGATIVE_INFINITY;
    for (BigDecimal tick : ticks) {
      double half = width(unit.orElseThrow().label(tick), FontStyle.SMALL) / 2;
      if (middle(scale, tick) - half < last + 10) {
        return false;
      }
      last = middle(scale, tick) + half;
    }
    return true;
  }

  private void heading(Svg svg, Group group, double y) {
    double baseline = y + 13;
    svg.cut(FontStyle.STRONG, left, baseline, Anchor.START, group.heading(), right - left);
    if (isOneLine(group)) {
      double x = right - width(group.more(), FontStyle.SMALL) - (group.more().isEmpty() ? 0 : 8);
      svg.text(FontStyle.STRONG, x, baseline, Anchor.END, group.emphasis());
      svg.quiet(FontStyle.SMALL, right, baseline, Anchor.END, group.more());
    } else {
      double emphasis = width(group.emphasis(), FontStyle.STRONG);
      double x = left + emphasis + (emphasis > 0 ? 8 : 0);
      svg.text(FontStyle.STRONG, left, baseline + LINE, Anchor.START, group.emphasis());
      svg.quiet(FontStyle.SMALL, x, baseline + LINE, Anchor.START, group.more());
    }
  }

  private void bar(Svg svg, Bar bar, Optional<Scale> scale, double top) {
    svg.begin(bar.whole(), track.isEmpty());
    double y = top + (namesAbove ? LINE + 2 : 0);
    double height = pitch - GAP - (namesAbove ? LINE + 2 : 0);
    double middle = y + height / 2;
    name(svg, bar, top, middle);
    double textAt = left + nameRoom;
    if (bar.span().isPresent() && scale.isPresent()) {
      span(svg, bar, bar.span().get(), scale.get(), middle);
      textAt = scale.get().at(bar.span().get().most()) + textGap();
      svg.cut(
          FontStyle.TEXT,
          textAt,
          middle + 4.5,
          Anchor.START,
          bar.text(),
          right - asideRoom - textAt);
    } else {
      double zero = scale.map(some -> some.at(BigDecimal.ZERO) + 6).orElse(textAt);
      svg.quiet(FontStyle.TEXT, zero, middle + 4.5, Anchor.START, bar.text());
    }
    svg.text(FontStyle.TEXT, right, middle + 4.5, Anchor.END, bar.aside());
    svg.end();
  }

  private void name(Svg svg, Bar bar, double top, double middle) {
    FontStyle face = face(bar);
    if (namesAbove) {
      svg.cut(face, left, top + 12, Anchor.START, bar.name(), right - left);
      return;
    }
    double room = nameRoom - 10;
    List<String> lines =
        width(bar.name(), face) <= room || pitch < 2 * LINE
            ? List.of(bar.name())
            : Lettering.wrap(bar.name(), face, room, 2);
    double y = middle + 4.5 - (lines.size() - 1) * LINE / 2;
    for (String line : lines) {
      svg.cut(face, left + room, y, Anchor.END, line, room);
      y += LINE;
    }
  }

  private void span(Svg svg, Bar bar, Span span, Scale scale, double middle) {
    double from = scale.at(span.from());
    double to = scale.at(span.to());
    double y = middle - thickness / 2;
    track.ifPresent(whole ->
        svg.rectangle(
            "class=\"r\"", scale.at(BigDecimal.ZERO), y, scale.at(whole) - from, thickness));
    if (!isDots()) {
      svg.rectangle(
          "class=\"%s\" fill=\"currentColor\"".formatted(bar.ink().code()),
          Math.min(from, to),
          y,
          Math.max(1, Math.abs(to - from)),
          thickness);
    }
    span.bounds().ifPresent(bounds -> whisker(svg, bounds, scale, middle));
    if (isDots()) {
      svg.circle(
          "class=\"%s\" fill=\"currentColor\"".formatted(bar.ink().code()), to, middle, RADIUS);
    }
  }

  private void whisker(Svg svg, Bounds bounds, Scale scale, double middle) {
    double low = scale.at(bounds.low());
    double high = scale.at(bounds.high());
    if (high - low < SHORTEST_WHISKER) {
      return;
    }
    for (String line : List.of("k", "w")) {
      svg.path("class=\"" + line + "\"")
          .to('M', low, middle - 4)
          .to('L', low, middle + 4)
          .to('M', low, middle)
          .to('L', high, middle)
          .to('M', high, middle - 4)
          .to('L', high, middle + 4)
          .end();
    }
  }

  /** From the end of one step to the begin of the next. */
  private void connect(Svg svg, Bar before, Bar bar, Optional<Scale> scale, double top) {
    if (before.span().isPresent() && bar.span().isPresent() && scale.isPresent()) {
      double x = scale.get().at(before.span().get().to());
      double middle = (pitch - thickness) / 2;
      svg.line("class=\"z\"", x, top - middle - GAP / 2, x, top + middle);
    }
  }

  @Override
  public String inWords() {
    List<String> said = new ArrayList<>();
    for (Group group : groups) {
      String bars = group.bars().stream().map(bar -> said(bar)).collect(Collectors.joining("; "));
      String about =
          Stream.of(group.heading(), group.emphasis(), group.more())
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining(", "));
      said.add(about.isEmpty() ? bars : about + ": " + bars);
    }
    return String.join(". ", said) + ".";
  }

  private static String said(Bar bar) {
    return bar.aside().isEmpty() ? bar.whole() : "%s, %s".formatted(bar.whole(), bar.aside());
  }

  @Override
  public List<String> notes() {
    Optional<Scale> common = form == Form.DOTS_APART ? Optional.empty() : scale(bars().toList());
    boolean whiskers =
        groups.stream()
            .anyMatch(group ->
                common
                    .or(() -> scale(group.bars()))
                    .filter(scale -> hasWhisker(group, scale))
                    .isPresent());
    return whiskers
        ? Stream.concat(
                Stream.of("Lines across the ends: where the true figure lies, by its rounding."),
                notes.stream())
            .toList()
        : notes;
  }

  private static boolean hasWhisker(Group group, Scale scale) {
    return spans(group.bars().stream()).stream()
        .flatMap(span -> span.bounds().stream())
        .anyMatch(bounds -> scale.at(bounds.high()) - scale.at(bounds.low()) >= SHORTEST_WHISKER);
  }
}
