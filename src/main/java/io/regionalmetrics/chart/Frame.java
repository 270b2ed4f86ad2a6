package io.regionalmetrics.chart;

import java.util.List;

/**
 * The settings of a picture.
 *
 * @param width the width in pixels, from {@link #NARROWEST} to {@link #WIDEST}; the height depends
 *     on the content
 * @param titled whether the answer's sentence is written above the picture. Pages that have a
 *     heading of their own leave it out; screen readers always get it
 * @param highlighted the regions of a series to colour; if empty, the largest
 */
public record Frame(int width, boolean titled, List<String> highlighted) {
  /** The minimum width: less would leave no room for bars beside names and figures. */
  public static final int NARROWEST = 320;

  /** The maximum width: pages are not wider. */
  public static final int WIDEST = 2000;

  /** The width if none is requested: that of a column of text. */
  public static final int USUAL_WIDTH = 720;

  /** Refuses a width out of range, and copies the list. */
  public Frame {
    highlighted = List.copyOf(highlighted);
    if (width < NARROWEST || width > WIDEST) {
      throw new IllegalArgumentException(
          "the width %s is not from %s to %s pixels".formatted(width, NARROWEST, WIDEST));
    }
  }
}
