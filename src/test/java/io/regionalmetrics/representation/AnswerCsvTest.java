package io.regionalmetrics.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Conclusion;
import io.regionalmetrics.answer.ConclusionCode;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

/** CSV of the parts of an answer that only some comparisons have. */
class AnswerCsvTest {
  private static final RowValue MISSING =
      new Missing(MissingReason.NO_OBSERVATION, "Not published.");

  private static String lines(
      Map<RowField, RowValue> fields,
      Map<RowField, RowValue> remainder,
      List<Conclusion> conclusions) {
    AnswerRow row = new AnswerRow("twitter", "revenue", "JP", YearQuarter.of(2017, 4), fields);
    Answer answer =
        Answer.to(
                QuestionKind.SHARE,
                Map.of(
                    "company",
                    List.of("twitter"),
                    "metric",
                    List.of("revenue"),
                    "period",
                    List.of("2017-Q4")))
            .rows(List.of(row))
            .remainder(remainder)
            .conclusions(conclusions)
            .build();
    String csv = AnswerCsv.write(answer);
    return csv.substring(csv.indexOf('\n') + 1);
  }

  @Test
  void eachDriverHasALineForItsFactorAndOneForItsEffect() {
    RowValue drivers =
        new RowValue.ChangeDrivers(List.of(new RowValue.ChangeDriver("users", MISSING, MISSING)));
    assertThat(lines(Map.of(RowField.DRIVERS, drivers), Map.of(), List.of()))
        .isEqualTo(
            """
            share,twitter,revenue,JP,2017-Q4,drivers.users.factor,,,,,,,no-observation,,Not published.\r
            share,twitter,revenue,JP,2017-Q4,drivers.users.effect,,,,,,,no-observation,,Not published.\r
            """);
  }

  @Test
  void remainderHasItsOwnRegion() {
    assertThat(lines(Map.of(), Map.of(RowField.SHARE, MISSING), List.of()))
        .isEqualTo(
            """
            share,twitter,revenue,remainder,2017-Q4,share,,,,,,,no-observation,,Not published.\r
            """);
  }

  @Test
  void conclusionHasALineBeforeAndOneAfterForEachOfItsRows() {
    Conclusion conclusion =
        new Conclusion(
            ConclusionCode.RANK_DIFFERS,
            List.of(0),
            new RowValue.Rank(2),
            MISSING,
            "JP was second, then none.");
    assertThat(lines(Map.of(), Map.of(), List.of(conclusion)))
        .isEqualTo(
            """
            share,twitter,revenue,JP,2017-Q4,conclusion.rank-differs.before,2,,,,,,,,"JP was second, then none."\r
            share,twitter,revenue,JP,2017-Q4,conclusion.rank-differs.after,,,,,,,no-observation,,"Not published. JP was second, then none."\r
            """);
  }

  @Test
  void answerWithoutRowsIsOnlyTheHeader() {
    Answer answer = Answer.to(QuestionKind.SHARE, Map.of()).build();
    assertThat(AnswerCsv.write(answer))
        .isEqualTo(
            "comparison,company,metric,region,period,field,value,low,high,unit,origin,status,missing,sources,note\r\n");
  }
}
