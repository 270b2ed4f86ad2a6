package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Conclusion;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.KnownFigure.Conversion;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer as CSV (RFC 4180), in the same columns whatever was asked: a line for each field of
 * each row, for each part of a remainder (in the region {@code remainder}, which no region is
 * called), and for each conclusion, before and after. What is no figure, a word or a rank, stands
 * in the column of values.
 *
 * <p>Texts that a spreadsheet would take for a formula begin with an apostrophe, as OWASP advises
 * against CSV injection; numbers are never touched.
 */
final class AnswerCsv {
  private static final List<String> COLUMNS =
      List.of(
          "comparison",
          "company",
          "metric",
          "region",
          "period",
          "field",
          "value",
          "low",
          "high",
          "unit",
          "origin",
          "status",
          "missing",
          "sources",
          "note");

  /** With the wide forms of the signs, which some spreadsheets read as the signs themselves. */
  private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

  private final Answer answer;
  private final List<List<String>> lines = new ArrayList<>();
  private final Map<String, String> cells = new HashMap<>();

  /** Where a figure stands. */
  private record Place(String company, String metric, String region, String period) {}

  private AnswerCsv(Answer answer) {
    this.answer = answer;
  }

  static String write(Answer answer) {
    AnswerCsv csv = new AnswerCsv(answer);
    csv.write();
    return CsvText.write(COLUMNS, csv.lines);
  }

  private void write() {
    for (AnswerRow row : answer.rows()) {
      lines(place(row), row.fields());
    }
    lines(remainder(), answer.remainder());
    for (Conclusion conclusion : answer.conclusions()) {
      for (int row : conclusion.rows()) {
        lines(place(answer.rows().get(row)), conclusion);
      }
    }
  }

  private static Place place(AnswerRow row) {
    return new Place(row.company(), row.metric(), row.region(), row.period().toString());
  }

  private Place remainder() {
    return new Place(asked("company"), asked("metric"), "remainder", asked("period"));
  }

  private String asked(String parameter) {
    return String.join(" ", answer.question().getOrDefault(parameter, List.of()));
  }

  private void lines(Place place, Map<RowField, RowValue> fields) {
    for (Map.Entry<RowField, RowValue> field : fields.entrySet()) {
      line(place, field.getKey().code(), field.getValue(), "");
    }
  }

  private void lines(Place place, Conclusion conclusion) {
    String name = "conclusion." + conclusion.code().code();
    line(place, name + ".before", conclusion.before(), conclusion.message());
    line(place, name + ".after", conclusion.after(), conclusion.message());
  }

  /** A line; of drivers two for each. */
  private void line(Place place, String name, RowValue field, String more) {
    if (field instanceof RowValue.ChangeDrivers(List<RowValue.ChangeDriver> drivers)) {
      for (RowValue.ChangeDriver driver : drivers) {
        line(place, "%s.%s.factor".formatted(name, driver.metric()), driver.factor(), more);
        line(place, "%s.%s.effect".formatted(name, driver.metric()), driver.effect(), more);
      }
      return;
    }
    cells.clear();
    text("comparison", answer.kind().code());
    text("company", place.company());
    text("metric", place.metric());
    text("region", place.region());
    text("period", place.period());
    text("field", name);
    cells(field);
    text("note", notes(field, more));
    lines.add(COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).toList());
  }

  private void cells(RowValue field) {
    switch (field) {
      case Relation relation -> text("value", relation.code());
      case Verdict verdict -> text("value", verdict.code());
      case RowValue.FittingRates(List<String> bases) -> text("value", String.join("; ", bases));
      case RowValue.Rank(int rank) -> cells.put("value", Integer.toString(rank));
      case Missing missing -> text("missing", missing.reason().code());
      case KnownFigure known -> cells(known);
      case RowValue.ChangeDrivers drivers ->
          throw new IllegalStateException("not one cell: %s".formatted(drivers));
    }
  }

  private void cells(KnownFigure known) {
    Figure figure = known.figure();
    number("value", figure.value());
    if (figure.bounds().isPresent()) {
      number("low", figure.bounds().get().low());
      number("high", figure.bounds().get().high());
    }
    text("unit", figure.unit().code());
    text("origin", figure.origin().code());
    text(
        "status",
        known
            .vintage()
            .map(vintage -> vintage.observation().status())
            .filter(status -> status != Status.NORMAL)
            .map(Status::code)
            .orElse(""));
    text("sources", String.join(" ", known.sources()));
  }

  private static String notes(RowValue field, String more) {
    Stream<String> own =
        switch (field) {
          case Missing missing -> Stream.of(missing.message());
          case KnownFigure known ->
              Stream.concat(
                  known.conversion().stream().map(AnswerCsv::note),
                  known.vintage().stream().flatMap(vintage -> notes(vintage.observation())));
          default -> Stream.of();
        };
    return Stream.concat(own, Stream.of(more))
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /**
   * "converted from 106000000 USD at 1.17738571429 (average of 63 fixings, ...;
   * ecb-reference-rates)".
   */
  private static String note(Conversion conversion) {
    Figure unconverted = conversion.unconverted().figure();
    return "converted from %s %s at %s (%s)"
        .formatted(
            unconverted.value().stripTrailingZeros().toPlainString(),
            unconverted.unit(),
            conversion.rate().shown().stripTrailingZeros().toPlainString(),
            conversion
                .rate()
                .source()
                .map(source -> "%s; %s".formatted(conversion.rate().basis(), source.id()))
                .orElseGet(conversion.rate()::basis));
  }

  private static Stream<String> notes(Observation observation) {
    return Stream.concat(observation.note().stream(), observation.derivation().stream());
  }

  private void number(String column, BigDecimal number) {
    cells.put(column, number.stripTrailingZeros().toPlainString());
  }

  private void text(String column, String text) {
    boolean formula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
    cells.put(column, formula ? "'" + text : text);
  }
}
