package io.regionalmetrics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.QuestionKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

class RowMarksTest {

  private static RowMarks marks(Finding... findings) {
    List<AnswerRow> rows =
        List.of("US", "JP").stream()
            .map(region ->
                new AnswerRow("acme", "revenue", region, YearQuarter.of(2021, 4), Map.of()))
            .toList();
    return new RowMarks(
        Answer.to(QuestionKind.GROWTH, Map.of())
            .rows(rows)
            .findings(List.of(findings))
            .sentence("Acme grew.")
            .build());
  }

  private static Finding finding(FindingCode code, Integer... rows) {
    return new Finding(code, List.of(rows), "A finding.");
  }

  @Test
  void aRowWhoseBreakdownChangedHasAMarkThatTheNotesExplain() {
    RowMarks marks = marks(finding(FindingCode.BREAKDOWN_CHANGED, 1));
    assertThat(marks.of(0)).isEmpty();
    assertThat(marks.of(1)).isEqualTo(" ‡");
    assertThat(marks.notes()).singleElement().asString().startsWith("‡ The whole divides");
  }

  @Test
  void aBreakdownThatChangedForAllRowsIsSaidOnceWithoutMarks() {
    RowMarks marks = marks(finding(FindingCode.BREAKDOWN_CHANGED, 0, 1));
    assertThat(marks.of(0) + marks.of(1)).isEmpty();
    assertThat(marks.notes()).singleElement().asString().startsWith("The whole divides");
  }

  @Test
  void aRowMayHaveBothMarks() {
    RowMarks marks =
        marks(
            finding(FindingCode.DEFINITION_CHANGED, 0), finding(FindingCode.BREAKDOWN_CHANGED, 0));
    assertThat(marks.of(0)).isEqualTo(" †‡");
    assertThat(marks.notes()).hasSize(2);
  }

  @Test
  void rowsThatCompareHaveNoMark() {
    assertThat(marks().of(0)).isEmpty();
    assertThat(marks().notes()).isEmpty();
  }
}
