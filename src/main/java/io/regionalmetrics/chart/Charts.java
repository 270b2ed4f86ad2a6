package io.regionalmetrics.chart;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.wording.Labels;
import java.util.Collection;

/** Draws answers as SVG. */
public final class Charts {
  private Charts() {}

  /**
   * Draws an answer.
   *
   * @param vocabularies the definitions of the companies that the answer is about
   */
  public static String svg(Answer answer, Collection<Vocabulary> vocabularies, Frame frame) {
    AnswerView view = new AnswerView(answer, new Labels(vocabularies), frame.titled());
    int width = frame.width();
    return switch (answer.comparison()) {
      case "growth" -> GrowthChart.svg(view, width);
      case "regions" -> RegionsChart.svg(view, width);
      case "share" -> ShareChart.svg(view, width);
      case "contribution" -> ContributionChart.svg(view, width);
      case "drivers" -> DriversChart.svg(view, width);
      case "revisions" -> RevisionsChart.svg(view, width);
      case "check" -> CheckChart.svg(view, width);
      case "series" -> SeriesChart.svg(view, width);
      default -> throw new IllegalArgumentException("no picture of " + answer.comparison());
    };
  }
}
