package io.regionalmetrics.chart;

import io.regionalmetrics.compare.Answer;
import io.regionalmetrics.compare.Labels;
import io.regionalmetrics.model.Vocabulary;
import java.util.Collection;

/** Draws answers. */
public final class Charts {
  /** The narrowest picture that can be read, in pixels. */
  public static final int NARROWEST = 320;

  /** The widest. */
  public static final int WIDEST = 2000;

  /** As wide as a column of text. */
  public static final int USUAL = 720;

  private Charts() {}

  /**
   * An answer as SVG.
   *
   * @param vocabularies the words of the companies that it is about
   * @param width in pixels; how high it gets depends on what there is to see
   */
  public static String svg(Answer answer, Collection<Vocabulary> vocabularies, int width) {
    Reading reading = new Reading(answer, new Labels(vocabularies));
    return switch (answer.comparison()) {
      case "growth" -> Changes.growth(reading, width);
      case "regions" -> Places.regions(reading, width);
      case "share" -> Places.share(reading, width);
      case "contribution" -> Changes.contribution(reading, width);
      case "drivers" -> Changes.drivers(reading, width);
      case "revisions" -> Agreements.revisions(reading, width);
      case "check" -> Agreements.check(reading, width);
      case "series" -> Lines.series(reading, width);
      default -> throw new IllegalArgumentException("no picture of " + answer.comparison());
    };
  }
}
