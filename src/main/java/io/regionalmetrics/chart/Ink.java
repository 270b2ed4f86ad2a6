package io.regionalmetrics.chart;

import java.util.List;

/**
 * The colours of bars, dots and lines. People who are colour-blind can tell them apart: they are
 * those of Masataka Okabe and Kei Ito (<i>Color Universal Design</i>, 2008), darkened on white and
 * lightened on black until their contrast to the background is 3:1 (WCAG 2.2, 1.4.11).
 */
enum Ink {
  BLUE("c0", "#0072b2", "#56b4e9"),
  VERMILLION("c1", "#d55e00", "#f0813a"),
  GREEN("c2", "#009e73", "#2fbf94"),
  PURPLE("c3", "#b8599a", "#d99cc0"),
  YELLOW("c4", "#a97a00", "#f0c040"),
  BLACK("c5", "#3d4650", "#e3e8ed"),
  /** For the figure to compare with, and for remainders. */
  GREY("c6", "#83909d", "#7f8b97");

  /** The colours of lines that share a field. */
  static final List<Ink> OF_LINES = List.of(BLUE, VERMILLION, GREEN, PURPLE, YELLOW, BLACK);

  private final String code;
  private final String onWhite;
  private final String onBlack;

  Ink(String code, String onWhite, String onBlack) {
    this.code = code;
    this.onWhite = onWhite;
    this.onBlack = onBlack;
  }

  /** The CSS class. */
  String code() {
    return code;
  }

  /** The colour on a light background, such as {@code #0072b2}. */
  String onWhite() {
    return onWhite;
  }

  /** The colour on a dark background. */
  String onBlack() {
    return onBlack;
  }
}
