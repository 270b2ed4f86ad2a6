package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Conclusion;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.NamedRemainder;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of figures: a row of the answer, what the rows leave of a whole, or a conclusion.
 *
 * @param conclusion what a revision changed, such as {@code growth-differs}; empty for any other
 *     line
 * @param company the company's id
 * @param metric the metric's id
 * @param region the region as the question writes it; "remainder" for what is left of a whole
 * @param isRemainder whether the line is no region, but what is left of a whole
 * @param period the period
 * @param values the values by column
 */
record FigureLine(
    String conclusion,
    String company,
    String metric,
    String region,
    boolean isRemainder,
    String period,
    Map<Column, RowValue> values) {
  FigureLine {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The lines of an answer: its rows, the remainder with its named parts, the conclusions. */
  static List<FigureLine> of(Answer answer) {
    List<FigureLine> lines = new ArrayList<>();
    answer.rows().forEach(row -> lines.add(of(row)));
    if (!answer.remainder().isEmpty()) {
      lines.add(remainder(answer, "remainder", answer.remainder()));
    }
    for (NamedRemainder named : answer.named()) {
      lines.add(remainder(answer, "remainder: " + named.name(), named.fields()));
    }
    for (Conclusion conclusion : answer.conclusions()) {
      conclusion.rows().forEach(row -> lines.add(of(answer.rows().get(row), conclusion)));
    }
    return lines;
  }

  private static FigureLine of(AnswerRow row) {
    return new FigureLine(
        "",
        row.company(),
        row.metric(),
        row.region(),
        false,
        row.period().toString(),
        columns(row.fields()));
  }

  private static FigureLine of(AnswerRow row, Conclusion conclusion) {
    Map<Column, RowValue> values = new LinkedHashMap<>();
    values.put(Column.of(RowField.BEFORE), conclusion.before());
    values.put(Column.of(RowField.AFTER), conclusion.after());
    return new FigureLine(
        conclusion.code().code(),
        row.company(),
        row.metric(),
        row.region(),
        false,
        row.period().toString(),
        values);
  }

  private static FigureLine remainder(Answer answer, String name, Map<RowField, RowValue> fields) {
    return new FigureLine(
        "",
        parameter(answer, "company"),
        parameter(answer, "metric"),
        name,
        true,
        parameter(answer, "period"),
        columns(fields));
  }

  private static String parameter(Answer answer, String name) {
    return String.join(" ", answer.question().getOrDefault(name, List.of()));
  }

  private static Map<Column, RowValue> columns(Map<RowField, RowValue> fields) {
    Map<Column, RowValue> columns = new LinkedHashMap<>();
    fields.forEach((field, value) -> {
      if (value instanceof RowValue.ChangeDrivers(List<RowValue.ChangeDriver> drivers)) {
        drivers.forEach(driver -> put(field, driver, columns));
      } else {
        columns.put(Column.of(field), value);
      }
    });
    return columns;
  }

  private static void put(
      RowField field, RowValue.ChangeDriver driver, Map<Column, RowValue> columns) {
    String metric = driver.metric();
    columns.put(new Column(field, metric, Column.Part.FACTOR), driver.factor());
    columns.put(new Column(field, metric, Column.Part.EFFECT), driver.effect());
  }

  /** The figure in a column, if it is known. */
  Optional<KnownFigure> known(Column column) {
    return values.get(column) instanceof KnownFigure known ? Optional.of(known) : Optional.empty();
  }
}
