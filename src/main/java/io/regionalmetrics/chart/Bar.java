package io.regionalmetrics.chart;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One figure in a {@link BarPlot}: a bar, a step, or a dot.
 *
 * @param name what the figure is about; empty if the group's heading says it
 * @param strong whether it is emphasised
 * @param span where it is drawn; empty if the figure is missing
 * @param text the figure in words, or why it is missing
 * @param aside the text in the column beside the bars
 * @param whole all of it in words, shown to a reader who points at it
 */
record Bar(
    String name,
    boolean strong,
    Ink ink,
    Optional<Span> span,
    String text,
    String aside,
    String whole) {

  /** The range that a bar covers, and the bounds of its end; none if they are open. */
  record Span(BigDecimal from, BigDecimal to, Optional<Bounds> bounds) {
    /** From zero to a figure. */
    static Span of(Figure figure) {
      return new Span(BigDecimal.ZERO, figure.value(), figure.bounds());
    }

    /** From where the steps before it ended. */
    static Span step(BigDecimal from, Figure figure) {
      return new Span(
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
  static Bar of(String name, Ink ink, KnownFigure known, Span span, String text) {
    Figure figure = known.figure();
    String whole =
        "%s: %s (%s)"
            .formatted(
                name, text, figure.bounds().isPresent() ? Labels.bounds(figure) : "bounds open");
    return new Bar(name, false, ink, Optional.of(span), text + open(figure), "", whole);
  }

  /** The style of the name. */
  FontStyle nameStyle() {
    return strong ? FontStyle.STRONG : FontStyle.TEXT;
  }

  /** The bar in words. */
  String inWords() {
    return aside.isEmpty() ? whole : "%s, %s".formatted(whole, aside);
  }

  /** The spans of the bars whose figures are known. */
  static List<Span> spans(List<Bar> bars) {
    return bars.stream().flatMap(bar -> bar.span().stream()).toList();
  }

  private static String open(Figure figure) {
    return figure.bounds().isPresent() ? "" : " (bounds open)";
  }

  /** The empty place of a missing figure. */
  static Bar missing(String name, io.regionalmetrics.answer.Missing missing) {
    return new Bar(
        name,
        false,
        Ink.GREY,
        Optional.empty(),
        AnswerView.why(missing),
        "",
        "%s: %s".formatted(name, missing.message()));
  }

  /** This bar in another colour, emphasised or not. */
  Bar in(Ink other, boolean strongly) {
    return new Bar(name, strongly, other, span, text, aside, whole);
  }

  /** This bar as a dot at its end. */
  Bar dot() {
    return new Bar(
        name,
        strong,
        ink,
        span.map(some -> new Span(some.to(), some.to(), some.bounds())),
        text,
        aside,
        whole);
  }

  /** This bar with a text in the column beside it. */
  Bar with(String beside) {
    return new Bar(name, strong, ink, span, text, beside, whole);
  }

  /** Bars under a common heading. */
  record Group(String heading, String emphasis, String more, List<Bar> bars) {
    /** Copies the list. */
    Group {
      bars = List.copyOf(bars);
    }

    /** Bars that need no heading. */
    static Group of(List<Bar> bars) {
      return new Group("", "", "", bars);
    }
  }
}
