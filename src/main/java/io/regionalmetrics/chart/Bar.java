package io.regionalmetrics.chart;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One figure in a {@link BarPlot}: a bar, a step, or a dot.
 *
 * @param name the name of the figure, such as its region
 * @param traits what it is besides a bar of a final figure
 * @param ink the colour
 * @param extent the range it covers; empty if the figure is missing
 * @param text the figure in words, or why it is missing
 * @param sideText the text in the column beside the bars
 * @param tooltip the name, the figure and its bounds, for a reader who points at the bar
 * @param pointer where the figure is in the answer's JSON; empty if it isn't there
 */
record Bar(
    String name,
    Set<Trait> traits,
    Ink ink,
    Optional<Extent> extent,
    String text,
    String sideText,
    String tooltip,
    String pointer) {

  /** What a bar may be. */
  enum Trait {
    /** Its name is bold. */
    STRONG,
    /** It is a step up or down. */
    STEP,
    /** Its figure is provisional or estimated, or computed from one that is. */
    PRELIMINARY
  }

  /** Copies the set. */
  Bar {
    traits = Set.copyOf(traits);
  }

  /** The range that a bar covers, and the bounds of its end; empty if the bounds are open. */
  record Extent(BigDecimal from, BigDecimal to, Optional<Bounds> bounds) {
    /** The range from zero to a figure. */
    static Extent of(Figure figure) {
      return new Extent(BigDecimal.ZERO, figure.value(), figure.bounds());
    }

    /** The range of a step that begins where the steps before it ended. */
    static Extent step(BigDecimal from, Figure figure) {
      return new Extent(
          from,
          from.add(figure.value()),
          figure
              .bounds()
              .map(bounds -> new Bounds(from.add(bounds.low()), from.add(bounds.high()))));
    }

    BigDecimal least() {
      BigDecimal ends = from.min(to);
      return bounds.map(some -> some.low().min(ends)).orElse(ends);
    }

    BigDecimal most() {
      BigDecimal ends = from.max(to);
      return bounds.map(some -> some.high().max(ends)).orElse(ends);
    }
  }

  /** The bar of a known figure. */
  static Bar of(String name, Ink ink, KnownFigure known, Extent extent, String text) {
    Figure figure = known.figure();
    String tooltip =
        "%s: %s (%s)"
            .formatted(
                name, text, figure.bounds().isPresent() ? Labels.bounds(figure) : "bounds open");
    Set<Trait> traits = AnswerView.isPreliminary(known) ? Set.of(Trait.PRELIMINARY) : Set.of();
    return new Bar(name, traits, ink, Optional.of(extent), text + open(figure), "", tooltip, "");
  }

  /** The style of the name. */
  FontStyle nameStyle() {
    return is(Trait.STRONG) ? FontStyle.STRONG : FontStyle.TEXT;
  }

  /** The bar in words, for readers who cannot see it. */
  String description() {
    return sideText.isEmpty() ? tooltip : "%s, %s".formatted(tooltip, sideText);
  }

  /** The extents of the bars whose figures are known. */
  static List<Extent> extents(List<Bar> bars) {
    return bars.stream().flatMap(bar -> bar.extent().stream()).toList();
  }

  private static String open(Figure figure) {
    return figure.bounds().isPresent() ? "" : " (bounds open)";
  }

  /** The place of a missing figure: its name, and why it is missing. */
  static Bar missing(String name, Missing missing) {
    return new Bar(
        name,
        Set.of(),
        Ink.GREY,
        Optional.empty(),
        AnswerView.why(missing),
        "",
        "%s: %s".formatted(name, missing.message()),
        "");
  }

  /** This bar in another colour, with its name in bold or not. */
  Bar in(Ink other, boolean bold) {
    Bar recoloured = new Bar(name, traits, other, extent, text, sideText, tooltip, pointer);
    return bold ? recoloured.with(Trait.STRONG) : recoloured;
  }

  /** Whether the bar has a trait. */
  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** This bar with one more trait. */
  Bar with(Trait trait) {
    Set<Trait> more = EnumSet.of(trait);
    more.addAll(traits);
    return new Bar(name, more, ink, extent, text, sideText, tooltip, pointer);
  }

  /** This bar, preliminary if one of the figures of its row is. */
  Bar preliminaryAs(Map<RowField, RowValue> row) {
    return row.values().stream().anyMatch(AnswerView::isPreliminary)
        ? with(Trait.PRELIMINARY)
        : this;
  }

  /** This bar reduced to its end, for charts that draw dots. */
  Bar dot() {
    return new Bar(
        name,
        traits,
        ink,
        extent.map(some -> new Extent(some.to(), some.to(), some.bounds())),
        text,
        sideText,
        tooltip,
        pointer);
  }

  /** This bar with a text in the column beside it. */
  Bar withSideText(String beside) {
    return new Bar(name, traits, ink, extent, text, beside, tooltip, pointer);
  }

  /** This bar with the place of its figure in the answer's JSON. */
  Bar at(String place) {
    return new Bar(name, traits, ink, extent, text, sideText, tooltip, place);
  }
}
