package io.regionalmetrics.chart;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.wording.Labels;
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
    AnswerView reading = new AnswerView(answer, new Labels(vocabularies), frame.titled());
    int width = frame.width();
    return switch (answer.comparison()) {
      case "growth" -> ChangesChart.growth(reading, width);
      case "regions" -> RegionsChart.regions(reading, width);
      case "share" -> RegionsChart.share(reading, width);
      case "contribution" -> ChangesChart.contribution(reading, width);
      case "drivers" -> ChangesChart.drivers(reading, width);
      case "revisions" -> CheckChart.revisions(reading, width);
      case "check" -> CheckChart.check(reading, width);
      case "series" -> SeriesChart.series(reading, width);
      default -> throw new IllegalArgumentException("no picture of " + answer.comparison());
    };
  }
}
