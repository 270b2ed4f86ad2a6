package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Conclusion;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.NamedRemainder;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.wording.ValueNote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes an answer as CSV (RFC 4180), with the same columns for every question. Each field of each
 * row has a line of its own. So has each field of the remainder, whose region is {@code remainder}
 * ({@code remainder: Corporate} for a part of it that has a name), and each conclusion has two for
 * each of its rows, before and after. Verdicts, relations and ranks are in the column {@code
 * value}, like figures.
 *
 * <p>A text that a spreadsheet would run as a formula is given a leading apostrophe, as OWASP
 * recommends against CSV injection. Numbers are never changed.
 */
final class AnswerCsv {
  private final Answer answer;
  private final List<List<String>> lines = new ArrayList<>();

  /** The cell that a line is about. */
  private record Place(String company, String metric, String region, String period) {}

  private AnswerCsv(Answer answer) {
    this.answer = answer;
  }

  /** The whole answer: a header with the names of the columns, then the lines. */
  static String write(Answer answer) {
    return CsvText.write(CsvLine.COLUMNS, lines(answer));
  }

  /** The lines of an answer, with a cell for each of {@link CsvLine#COLUMNS}. */
  static List<List<String>> lines(Answer answer) {
    AnswerCsv csv = new AnswerCsv(answer);
    csv.write();
    return csv.lines;
  }

  private void write() {
    for (AnswerRow row : answer.rows()) {
      lines(place(row), row.fields());
    }
    lines(remainder("remainder"), answer.remainder());
    for (NamedRemainder one : answer.named()) {
      lines(remainder("remainder: " + one.name()), one.fields());
    }
    for (Conclusion conclusion : answer.conclusions()) {
      for (int row : conclusion.rows()) {
        lines(place(answer.rows().get(row)), conclusion);
      }
    }
  }

  private static Place place(AnswerRow row) {
    return new Place(row.company(), row.metric(), row.region(), row.period().toString());
  }

  private Place remainder(String region) {
    return new Place(parameter("company"), parameter("metric"), region, parameter("period"));
  }

  private String parameter(String name) {
    return String.join(" ", answer.question().getOrDefault(name, List.of()));
  }

  private void lines(Place place, Map<RowField, RowValue> fields) {
    for (Map.Entry<RowField, RowValue> field : fields.entrySet()) {
      lines(place, field.getKey().code(), field.getValue(), "");
    }
  }

  private void lines(Place place, Conclusion conclusion) {
    String name = "conclusion." + conclusion.code().code();
    lines(place, name + ".before", conclusion.before(), conclusion.message());
    lines(place, name + ".after", conclusion.after(), conclusion.message());
  }

  /** Adds one line for a value, or two for each driver of a change. */
  private void lines(Place place, String name, RowValue value, String message) {
    if (value instanceof RowValue.ChangeDrivers(List<RowValue.ChangeDriver> drivers)) {
      for (RowValue.ChangeDriver driver : drivers) {
        String prefix = "%s.%s".formatted(name, driver.metric());
        lines(place, prefix + ".factor", driver.factor(), message);
        lines(place, prefix + ".effect", driver.effect(), message);
      }
    } else {
      lines.add(line(place, name, value, message));
    }
  }

  private List<String> line(Place place, String name, RowValue value, String message) {
    CsvLine line = new CsvLine();
    line.text("comparison", answer.kind().code());
    line.text("company", place.company());
    line.text("metric", place.metric());
    line.text("region", place.region());
    line.text("period", place.period());
    line.text("field", name);
    put(value, line);
    line.text("note", ValueNote.of(value, message));
    return line.cells();
  }

  private static void put(RowValue value, CsvLine line) {
    switch (value) {
      case Relation relation -> line.text("value", relation.code());
      case Verdict verdict -> line.text("value", verdict.code());
      case RowValue.FittingRates(List<String> bases) ->
          line.text("value", String.join("; ", bases));
      case RowValue.Rank(int rank) -> line.number("value", BigDecimal.valueOf(rank));
      case Missing missing -> line.text("missing", missing.reason().code());
      case KnownFigure known -> put(known, line);
      case RowValue.ChangeDrivers drivers ->
          throw new IllegalStateException("not a single value: %s".formatted(drivers));
    }
  }

  private static void put(KnownFigure known, CsvLine line) {
    Figure figure = known.figure();
    line.number("value", figure.value());
    if (figure.bounds().isPresent()) {
      line.number("low", figure.bounds().get().low());
      line.number("high", figure.bounds().get().high());
    }
    line.text("unit", figure.unit().code());
    line.text("origin", figure.origin().code());
    line.text("status", status(known));
    line.text("sources", String.join(" ", known.sources()));
  }

  /** The SDMX code of a published figure's status; empty if the status is normal. */
  private static String status(KnownFigure known) {
    return known
        .vintage()
        .map(vintage -> vintage.observation().status())
        .filter(status -> status != Status.NORMAL)
        .map(Status::code)
        .orElse("");
  }
}
