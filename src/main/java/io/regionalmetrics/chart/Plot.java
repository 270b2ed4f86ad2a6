package io.regionalmetrics.chart;

import java.util.List;

/** What is drawn between a picture's headline and its sources. */
interface Plot {
  /** How high it is, in pixels. */
  double height();

  /** Draws it, from a height in the picture down. */
  void draw(Svg svg, double top);

  /** Its figures in words, for those who don't see them. */
  String inWords();

  /** What must be said of how it is drawn. */
  List<String> notes();
}
