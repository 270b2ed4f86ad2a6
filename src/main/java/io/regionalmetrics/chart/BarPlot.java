package io.regionalmetrics.chart;

import io.regionalmetrics.chart.Svg.Anchor;
import io.regionalmetrics.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Horizontal bars, one below the other. Each has its name before it, its figure behind it, and a
 * line across its end that shows the bounds. In a narrow picture, long names stand above their
 * bars.
 */
final class BarPlot implements Plot {
  private static final double HEADING = 22;
  private static final double BETWEEN_GROUPS = 16;
  private static final double AXIS = 22;

  private final List<BarGroup> groups;
  private final BarLayout layout;
  private final BarMeasures measures;
  private final Optional<AxisUnit> unit;
  private final BarAxis axis;

  /** The scale that all bars share; empty if each group has its own. */
  private final Optional<Scale> common;

  /**
   * A plot of bars.
   *
   * @param width the width of the whole picture, in pixels
   * @param shared the unit of all figures; empty if their units differ
   */
  BarPlot(BarLayout layout, List<BarGroup> groups, int width, Optional<Unit> shared) {
    this.groups = groups;
    this.layout = layout;
    this.measures = BarMeasures.of(layout, bars(), width);
    this.unit = unit(shared);
    this.axis = new BarAxis(layout, measures, unit);
    this.common = layout.form() == BarForm.DOTS_APART ? Optional.empty() : axis.scale(bars());
  }

  private Optional<AxisUnit> unit(Optional<Unit> shared) {
    return shared.isEmpty() || layout.form() == BarForm.DOTS_APART
        ? Optional.empty()
        : Bar.extents(bars()).stream()
            .map(extent -> extent.most().max(extent.least().negate()))
            .max(BigDecimal::compareTo)
            .map(furthest -> AxisUnit.of(shared.get(), furthest));
  }

  /** The unit of the axis in words; empty if the axis has none. */
  String unit() {
    return unit.map(AxisUnit::name).orElse("");
  }

  private List<Bar> bars() {
    return groups.stream().flatMap(group -> group.bars().stream()).toList();
  }

  @Override
  public double height() {
    double sum = axisHeight();
    for (BarGroup group : groups) {
      sum += heading(group) + group.bars().size() * measures.pitch();
    }
    return sum + (groups.size() - 1) * BETWEEN_GROUPS;
  }

  private double axisHeight() {
    return unit.isPresent() || !layout.sideHeading().isEmpty() ? AXIS : 0;
  }

  private double heading(BarGroup group) {
    return group.heading().isEmpty() ? 0 : isOneLine(group) ? HEADING : HEADING + BarMeasures.LINE;
  }

  /** Whether a group's heading fits on one line. */
  private boolean isOneLine(BarGroup group) {
    double beside =
        TextMetrics.width(group.emphasis(), FontStyle.STRONG)
            + TextMetrics.width(group.remark(), FontStyle.SMALL)
            + 16;
    return TextMetrics.width(group.heading(), FontStyle.STRONG) + beside <= measures.width();
  }

  @Override
  public void draw(Svg svg, double top) {
    Optional<Scale> named = common.filter(scale -> unit.isPresent());
    svg.quiet(FontStyle.SMALL, measures.right(), top + 12, Anchor.END, layout.sideHeading());
    named.ifPresent(scale -> axis.drawNumbers(svg, scale, top));
    BarPainter painter = new BarPainter(svg, layout, measures, axis);
    double y = top + axisHeight();
    for (BarGroup group : groups) {
      drawHeading(svg, group, y);
      y += heading(group);
      drawGrid(svg, group, named, y);
      drawBars(svg, painter, group, named, y);
      y += group.bars().size() * measures.pitch() + BETWEEN_GROUPS;
    }
  }

  private Optional<Scale> scale(BarGroup group) {
    return common.or(() -> axis.scale(group.bars()));
  }

  private void drawGrid(Svg svg, BarGroup group, Optional<Scale> named, double top) {
    if (!measures.namesAbove()) {
      double begin = top - BarMeasures.GAP / 2;
      double end = begin + group.bars().size() * measures.pitch();
      named.ifPresent(scale -> axis.drawGrid(svg, scale, begin, end));
    }
  }

  /** Draws the lines behind one bar, where names between the bars interrupt them. */
  private void drawGridOfBar(Svg svg, Optional<Scale> named, double top) {
    if (measures.namesAbove()) {
      double begin = top + measures.nameHeight();
      double end = begin + measures.thickness() + 2;
      named.ifPresent(scale -> axis.drawGrid(svg, scale, begin, end));
    }
  }

  private void drawBars(
      Svg svg, BarPainter painter, BarGroup group, Optional<Scale> named, double top) {
    Optional<Scale> scale = scale(group);
    for (int i = 0; i < group.bars().size(); i++) {
      double y = top + i * measures.pitch();
      drawGridOfBar(svg, named, y);
      if (layout.form() == BarForm.STEPS && i > 0) {
        painter.connect(group.bars().get(i - 1), group.bars().get(i), scale, y);
      }
      painter.draw(group.bars().get(i), scale, y);
    }
  }

  private void drawHeading(Svg svg, BarGroup group, double y) {
    if (group.heading().isEmpty()) {
      return;
    }
    double left = measures.left();
    double baseline = y + 13;
    svg.cut(FontStyle.STRONG, left, baseline, Anchor.START, group.heading(), measures.width());
    if (isOneLine(group)) {
      drawEmphasisBeside(svg, group, baseline);
    } else {
      drawEmphasisBelow(svg, group, baseline + BarMeasures.LINE);
    }
  }

  private void drawEmphasisBeside(Svg svg, BarGroup group, double baseline) {
    double remark = TextMetrics.width(group.remark(), FontStyle.SMALL);
    double x = measures.right() - remark - (group.remark().isEmpty() ? 0 : 8);
    svg.text(FontStyle.STRONG, x, baseline, Anchor.END, group.emphasis());
    svg.quiet(FontStyle.SMALL, measures.right(), baseline, Anchor.END, group.remark());
  }

  private void drawEmphasisBelow(Svg svg, BarGroup group, double baseline) {
    double emphasis = TextMetrics.width(group.emphasis(), FontStyle.STRONG);
    double x = measures.left() + emphasis + (emphasis > 0 ? 8 : 0);
    svg.text(FontStyle.STRONG, measures.left(), baseline, Anchor.START, group.emphasis());
    svg.quiet(FontStyle.SMALL, x, baseline, Anchor.START, group.remark());
  }

  @Override
  public String description() {
    List<String> sentences = new ArrayList<>();
    for (BarGroup group : groups) {
      String bars = group.bars().stream().map(Bar::description).collect(Collectors.joining("; "));
      String about =
          Stream.of(group.heading(), group.emphasis(), group.remark())
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining(", "));
      sentences.add(about.isEmpty() ? bars : about + ": " + bars);
    }
    return String.join(". ", sentences) + ".";
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (groups.stream().anyMatch(this::hasWhisker)) {
      notes.add("Lines across the ends: where the true figure lies, by its rounding.");
    }
    if (bars().stream().anyMatch(BarPlot::isStepDown)) {
      notes.add("Steps that point right add; those that point left (orange) take away.");
    }
    if (bars().stream().anyMatch(bar -> bar.is(Bar.Trait.PRELIMINARY))) {
      notes.add("Pale with a dashed outline: provisional or estimated.");
    }
    notes.addAll(layout.notes());
    return notes;
  }

  private static boolean isStepDown(Bar bar) {
    return bar.is(Bar.Trait.STEP)
        && bar.extent().filter(step -> step.to().compareTo(step.from()) < 0).isPresent();
  }

  private boolean hasWhisker(BarGroup group) {
    Optional<Scale> scale = scale(group);
    return scale.isPresent()
        && Bar.extents(group.bars()).stream()
            .flatMap(extent -> extent.bounds().stream())
            .anyMatch(bounds -> BarPainter.isVisible(bounds, scale.get()));
  }
}
