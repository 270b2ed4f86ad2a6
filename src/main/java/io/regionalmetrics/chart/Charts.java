package io.regionalmetrics.chart;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.wording.Labels;
import java.util.Collection;

/** Draws answers as SVG. */
public final class Charts {
  private Charts() {}

  /** The style sheet that every picture contains. */
  public static String styleSheet() {
    return StyleSheet.SHEET;
  }

  /**
   * The picture of an answer.
   *
   * @param vocabularies the definitions of the companies that the answer is about
   */
  public static String svg(Answer answer, Collection<Vocabulary> vocabularies, Frame frame) {
    AnswerView view = new AnswerView(answer, new Labels(vocabularies), frame.titled());
    int width = frame.width();
    return switch (answer.kind()) {
      case GROWTH -> GrowthChart.svg(view, width);
      case REGIONS -> RegionsChart.svg(view, width);
      case SHARE -> ShareChart.svg(view, width);
      case CONTRIBUTION -> ContributionChart.svg(view, width);
      case DRIVERS -> DriversChart.svg(view, width);
      case REVISIONS -> RevisionsChart.svg(view, width);
      case CHECK -> CheckChart.svg(view, width);
      case SERIES -> SeriesChart.svg(view, width, frame.highlighted());
    };
  }
}
