package io.regionalmetrics.representation;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.wording.ValueNote;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One line of an answer's table in Markdown. Cells that are not set are empty. */
record MarkdownLine(Map<String, String> cells) {
  /** The columns of the table. */
  static final List<String> COLUMNS =
      List.of(
          "company", "metric", "region", "period", "field", "value", "low", "high", "unit",
          "origin", "note");

  /** Copies the cells. */
  MarkdownLine {
    cells = Map.copyOf(cells);
  }

  /** The place of a row's figures. */
  static MarkdownLine of(AnswerRow row) {
    return new MarkdownLine(
        Map.of(
            "company", row.company(),
            "metric", row.metric(),
            "region", row.region(),
            "period", row.period().toString()));
  }

  /** The place of figures that belong to no row. */
  static MarkdownLine ofRegion(String name) {
    return new MarkdownLine(Map.of("region", name));
  }

  /** The text of a cell. */
  String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  private MarkdownLine with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(cells);
    all.putAll(more);
    return new MarkdownLine(all);
  }

  /** The line for a value of this place; for drivers, two for each of them. */
  Stream<MarkdownLine> lines(String field, RowValue value) {
    return value instanceof RowValue.ChangeDrivers(List<RowValue.ChangeDriver> drivers)
        ? drivers.stream().flatMap(driver -> driver(field, driver))
        : Stream.of(line(field, value));
  }

  private Stream<MarkdownLine> driver(String field, RowValue.ChangeDriver driver) {
    String name = field + "." + driver.metric();
    return Stream.of(
        line(name + ".factor", driver.factor()), line(name + ".effect", driver.effect()));
  }

  private MarkdownLine line(String field, RowValue value) {
    return with(Map.of("field", field, "note", ValueNote.of(value, ""))).with(cells(value));
  }

  private static Map<String, String> cells(RowValue value) {
    return switch (value) {
      case Relation relation -> Map.of("value", relation.code());
      case Verdict verdict -> Map.of("value", verdict.code());
      case RowValue.FittingRates(List<String> bases) -> Map.of("value", String.join("; ", bases));
      case RowValue.Rank(int rank) -> Map.of("value", Integer.toString(rank));
      case Missing missing -> Map.of("value", "missing: " + missing.reason().code());
      case KnownFigure known -> cells(known);
      case RowValue.ChangeDrivers drivers ->
          throw new IllegalStateException("not a single value: %s".formatted(drivers));
    };
  }

  private static Map<String, String> cells(KnownFigure known) {
    Figure figure = known.figure();
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("value", plain(figure.value()));
    figure
        .bounds()
        .ifPresent(bounds -> {
          cells.put("low", plain(bounds.low()));
          cells.put("high", plain(bounds.high()));
        });
    cells.put("unit", figure.unit().code());
    cells.put("origin", origin(known));
    return cells;
  }

  private static String origin(KnownFigure known) {
    Optional<String> status =
        known
            .vintage()
            .map(vintage -> vintage.observation().status())
            .filter(one -> one != Status.NORMAL)
            .map(one -> " (status " + one.code() + ")");
    return known.figure().origin().code() + status.orElse("");
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
