package io.regionalmetrics.chart;

import java.util.List;

/** The drawing between the subtitle of a picture and its notes. */
interface Plot {
  /** The height in pixels. */
  double height();

  /** Draws the plot below {@code top}, in pixels from the top of the picture. */
  void draw(Svg svg, double top);

  /** All figures in words, for readers who cannot see the drawing. */
  String description();

  /** Notes that explain the drawing. */
  List<String> notes();
}
