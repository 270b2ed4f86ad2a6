package io.regionalmetrics.chart;

import java.util.List;

/**
 * The colours of what stands for a figure: Okabe and Ito's, which the colour-blind can tell apart
 * (Masataka Okabe, Kei Ito, <i>Color Universal Design</i>, 2008), darkened on white and lightened
 * on black until they stand out from it by 3:1 (WCAG 2.2, 1.4.11).
 */
enum Ink {
  BLUE("c0", "#0072b2", "#56b4e9"),
  VERMILLION("c1", "#d55e00", "#f0813a"),
  GREEN("c2", "#009e73", "#2fbf94"),
  PURPLE("c3", "#b8599a", "#d99cc0"),
  YELLOW("c4", "#a97a00", "#f0c040"),
  BLACK("c5", "#3d4650", "#e3e8ed"),
  /** Of what is compared with, and of what is left over. */
  GREY("c6", "#83909d", "#7f8b97");

  /** Those by which lines are told apart. */
  static final List<Ink> OF_LINES = List.of(BLUE, VERMILLION, GREEN, PURPLE, YELLOW, BLACK);

  private final String code;
  private final String onWhite;
  private final String onBlack;

  Ink(String code, String onWhite, String onBlack) {
    this.code = code;
    this.onWhite = onWhite;
    this.onBlack = onBlack;
  }

  /** Its class in a picture. */
  String code() {
    return code;
  }

  String onWhite() {
    return onWhite;
  }

  String onBlack() {
    return onBlack;
  }
}
