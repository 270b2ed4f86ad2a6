package io.regionalmetrics.chart;

import java.util.List;

/** The drawing between a picture's headline and its sources. */
interface Plot {
  /** The height in pixels. */
  double height();

  /** Draws it below {@code top}, in pixels from the top of the picture. */
  void draw(Svg svg, double top);

  /** All figures in words, for readers who cannot see the drawing. */
  String inWords();

  /** Notes that explain the drawing. */
  List<String> notes();
}
