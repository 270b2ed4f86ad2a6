package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.chart.Bar.Group;
import io.regionalmetrics.chart.BarPlot.Form;
import io.regionalmetrics.chart.BarPlot.Layout;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two words on the same figure: before and after, published and computed. */
final class CheckChart {
  /** Of many relations those that don't hold are drawn first. */
  private static final int MOST_RELATIONS = 40;

  private static final List<String> VERDICTS =
      List.of("inconsistent", "not-checkable", "consistent");

  private static final Map<String, String> RELATIONS =
      Map.of(
          "ratio", "numerator over denominator",
          "sum", "sum of regions",
          "growth", "growth from levels",
          "conversion", "converted",
          "sources", "another source");

  private CheckChart() {}

  /** Two dots a row: what was known then, and now. */
  static String revisions(AnswerView reading, int width) {
    return ChangesChart.grouped(
        reading,
        "%s in %s, as known then and now".formatted(reading.metric(), reading.asked("period")),
        Form.DOTS,
        row -> revision(reading, row),
        List.of("after", "before"),
        width);
  }

  private static Group revision(AnswerView reading, AnswerRow row) {
    RowValue change = row.fields().get("change");
    String changed =
        AnswerView.known(change)
            .map(known ->
                known.figure().value().signum() == 0
                    ? "unchanged"
                    : AnswerView.signed(known.figure()))
            .orElse("");
    return new Group(
        reading.name(row),
        changed,
        "",
        List.of(
            ChangesChart.level("on " + reading.asked("from"), Ink.GREY, row.fields().get("before"))
                .dot(),
            ChangesChart.level("on " + reading.asked("to"), Ink.BLUE, row.fields().get("after"))
                .dot()));
  }

  /** Two dots a relation, on a scale of its own, and the verdict. */
  static String check(AnswerView reading, int width) {
    List<AnswerRow> rows =
        VERDICTS.stream()
            .flatMap(verdict ->
                reading.answer().rows().stream()
                    .filter(row -> word(row, "verdict").equals(verdict)))
            .limit(MOST_RELATIONS)
            .toList();
    List<Group> groups = rows.stream().map(row -> relation(reading, row)).toList();
    BarPlot plot =
        new BarPlot(Layout.of(Form.DOTS_APART, reading.leftOut(rows.size())), groups, width, "");
    return reading.picture(
        "Published against computed figures, each pair on a scale of its own", "", plot, width);
  }

  private static String word(AnswerRow row, String field) {
    return row.fields().get(field) instanceof RowValue.Word(String word) ? word : "";
  }

  private static Group relation(AnswerView reading, AnswerRow row) {
    String verdict = word(row, "verdict");
    String name =
        "%s, %s, %s"
            .formatted(
                reading.labels().metric(row.company(), row.metric()),
                reading.region(row),
                row.period());
    Ink ink = verdict.equals("inconsistent") ? Ink.VERMILLION : Ink.BLUE;
    String relation = word(row, "relation");
    return new Group(
        reading.differ(AnswerRow::company)
            ? "%s, %s".formatted(reading.labels().company(row.company()), name)
            : name,
        mark(verdict),
        difference(row, verdict),
        List.of(
            ChangesChart.level("published", Ink.BLACK, row.fields().get("published")).dot(),
            ChangesChart.level(
                    RELATIONS.getOrDefault(relation, relation), ink, row.fields().get("computed"))
                .dot()));
  }

  private static String mark(String verdict) {
    return switch (verdict) {
      case "consistent" -> "✓ consistent";
      case "inconsistent" -> "✗ inconsistent";
      default -> "? not checkable";
    };
  }

  /** By how much they differ, where rounding doesn't explain it. */
  private static String difference(AnswerRow row, String verdict) {
    Optional<KnownFigure> difference = AnswerView.known(row, "difference");
    return verdict.equals("inconsistent")
        ? difference.map(known -> "by " + AnswerView.signed(known.figure())).orElse("")
        : "";
  }
}
