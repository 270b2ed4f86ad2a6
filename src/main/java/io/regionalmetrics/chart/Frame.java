package io.regionalmetrics.chart;

/**
 * The frame of a picture.
 *
 * @param width in pixels, from {@link #NARROWEST} to {@link #WIDEST}; the height follows from the
 *     content
 * @param titled whether the answer's sentence stands above the picture. A page that has its own
 *     heading leaves it out; readers who cannot see the picture always get it
 */
public record Frame(int width, boolean titled) {
  /** In a narrower picture, names and figures would leave no room for bars. */
  public static final int NARROWEST = 320;

  /** No page is wider. */
  public static final int WIDEST = 2000;

  /** The width of a column of text. */
  public static final int USUAL_WIDTH = 720;

  /** Refuses a width out of range. */
  public Frame {
    if (width < NARROWEST || width > WIDEST) {
      throw new IllegalArgumentException(
          "a width of %s is not from %s to %s".formatted(width, NARROWEST, WIDEST));
    }
  }
}
