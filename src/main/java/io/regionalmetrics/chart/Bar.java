package io.regionalmetrics.chart;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What stands for one figure: a bar, a step, or a dot.
 *
 * @param name what it is of; empty where its group says it
 * @param strong whether it is one to look at
 * @param span where it is drawn; nothing of a figure that is missing
 * @param text the figure, or why there is none
 * @param aside what else is to be said of it, in a column of its own
 * @param whole all of it, for who points at it
 */
record Bar(
    String name,
    boolean strong,
    Ink ink,
    Optional<Span> span,
    String text,
    String aside,
    String whole) {

  /**
   * From one number to another, the second known within bounds; without them where it is open or
   * has none.
   */
  record Span(BigDecimal from, BigDecimal to, Optional<Bounds> bounds) {
    /** From zero to a figure. */
    static Span of(Figure figure) {
      return new Span(BigDecimal.ZERO, figure.value(), figure.bounds());
    }

    /** A figure, from where others end. */
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

  /** The bar of a figure that is known. */
  static Bar of(String name, Ink ink, KnownFigure known, Span span, String text) {
    Figure figure = known.figure();
    String whole =
        "%s: %s (%s)"
            .formatted(
                name, text, figure.bounds().isPresent() ? Labels.bounds(figure) : "bounds open");
    return new Bar(name, false, ink, Optional.of(span), text + open(figure), "", whole);
  }

  /** The style of its name. */
  FontStyle nameStyle() {
    return strong ? FontStyle.STRONG : FontStyle.TEXT;
  }

  /** All of it in words. */
  String inWords() {
    return aside.isEmpty() ? whole : "%s, %s".formatted(whole, aside);
  }

  /** Where those of some bars are drawn whose figure is known. */
  static List<Span> spans(List<Bar> bars) {
    return bars.stream().flatMap(bar -> bar.span().stream()).toList();
  }

  private static String open(Figure figure) {
    return figure.bounds().isPresent() ? "" : " (bounds open)";
  }

  /** The place of a figure that is missing. */
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

  /** The same in another ink, to be looked at or not. */
  Bar in(Ink other, boolean strongly) {
    return new Bar(name, strongly, other, span, text, aside, whole);
  }

  /** The same, where it stands and not how far that is from zero. */
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

  /** The same with something beside it. */
  Bar with(String beside) {
    return new Bar(name, strong, ink, span, text, beside, whole);
  }

  /** Bars of one thing, under what they have in common. */
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
