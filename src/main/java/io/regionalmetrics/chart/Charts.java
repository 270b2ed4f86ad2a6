package io.regionalmetrics.chart;

import io.regionalmetrics.compare.Answer;
import io.regionalmetrics.compare.Labels;
import io.regionalmetrics.model.Vocabulary;
import java.util.Collection;

/** Draws answers. */
public final class Charts {
  private Charts() {}

  /**
   * An answer as SVG.
   *
   * @param vocabularies the words of the companies that it is about
   */
  public static String svg(Answer answer, Collection<Vocabulary> vocabularies, Frame frame) {
    Reading reading = new Reading(answer, new Labels(vocabularies), frame.titled());
    int width = frame.width();
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
