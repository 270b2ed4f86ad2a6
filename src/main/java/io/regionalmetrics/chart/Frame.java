package io.regionalmetrics.chart;

/**
 * How a picture is framed.
 *
 * @param width in pixels, from {@link #NARROWEST} to {@link #WIDEST}; how high it gets depends on
 *     what there is to see
 * @param titled whether the answer's sentence stands above it; it is left to who shows the picture
 *     under a heading of its own, and is in the picture for those who can't see it in any case
 */
public record Frame(int width, boolean titled) {
  /** Narrower, a name and a figure would leave nothing between them. */
  public static final int NARROWEST = 320;

  /** Wider than any page. */
  public static final int WIDEST = 2000;

  /** As wide as a column of text. */
  public static final int USUAL_WIDTH = 720;

  /** As asked for, where it is possible. */
  public Frame {
    if (width < NARROWEST || width > WIDEST) {
      throw new IllegalArgumentException(
          "a width of %s is not from %s to %s".formatted(width, NARROWEST, WIDEST));
    }
  }
}
