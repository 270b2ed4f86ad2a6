package io.regionalmetrics.feed.csv;

import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.ingest.CsvTable;
import io.regionalmetrics.ingest.CsvTable.Row;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.refusal.Codes;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * How to read a wide table, which has a row for each quarter and a column for each metric. Either
 * the rows have a column for the region, or each column of values belongs to one region.
 *
 * @param company the company of all figures
 * @param period the column that holds the quarter
 * @param format the format of dates in that column; empty if it holds quarters, such as 2017-Q4
 * @param region the column that holds the region; empty if each column of values is of one region
 * @param values the columns of values
 */
public record WideColumns(
    String company,
    String period,
    Optional<DateFormat> format,
    Optional<String> region,
    List<Value> values) {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,12})?([eE][+-]?[0-9]{1,2})?");
  private static final Set<String> EMPTY = Set.of("-", "n/a", "na", "null");
  private static final int MAX_NAME = 200;
  private static final int MAX_NAMED = 20;
  private static final long MAX_CELLS = 200_000;

  /** In days: a date this long before the end of a quarter lies in the middle of the quarter. */
  private static final int HALF_A_QUARTER = 45;

  /**
   * A column of values.
   *
   * @param column its name
   * @param region its region; empty if the rows have a column for it
   * @param unit the unit of the figures; empty if it is the metric's own
   * @param scale the power of ten of the figures: 6 means millions
   * @param decimals the precision of the figures, as in XBRL; if empty, they are judged by their
   *     digits
   */
  record Value(
      String column,
      String metric,
      Optional<String> region,
      Optional<String> unit,
      int scale,
      Optional<String> decimals) {}

  /**
   * A wide table as a tidy one.
   *
   * @param rows a row for each figure
   * @param leftOut the cells that were left out
   */
  record Tidy(List<Row> rows, LeftOutCells leftOut) {}

  /** The columns of numbers. */
  Set<String> numbers() {
    return values.stream().map(Value::column).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Turns a wide table into a tidy one.
   *
   * @throws FetchException if a column is missing, the table has too many cells, or none of its
   *     cells is a figure
   */
  Tidy tidy(CsvTable table, String file) {
    Set<String> present = new LinkedHashSet<>(table.header());
    Set<String> used = usedColumns();
    checkColumns(used, present, file);
    checkSize(table, file);
    LeftOutCells leftOut = new LeftOutCells();
    countUnusedColumns(present, used, table.rows().size(), leftOut);
    List<Row> rows = table.rows().stream().flatMap(row -> tidy(row, leftOut)).toList();
    if (rows.isEmpty()) {
      throw new FetchException(
          "%s has no figure that fits the event: %s".formatted(file, leftOut.firstFaults()));
    }
    return new Tidy(rows, leftOut);
  }

  private Set<String> usedColumns() {
    Set<String> used = new LinkedHashSet<>(List.of(period));
    region.ifPresent(used::add);
    values.forEach(value -> used.add(value.column()));
    return used;
  }

  private static void checkColumns(Set<String> used, Set<String> present, String file) {
    for (String column : used) {
      if (!present.contains(column)) {
        throw new FetchException(
            "%s has no column '%s'%s".formatted(file, column, Codes.suggestion(column, present)));
      }
    }
  }

  private void checkSize(CsvTable table, String file) {
    if ((long) table.rows().size() * values.size() > MAX_CELLS) {
      throw new FetchException(
          String.format(Locale.ROOT, "%s has more than the %,d cells allowed", file, MAX_CELLS));
    }
  }

  /** Counts the cells of columns that are not used, by the column's name for the first 20. */
  private static void countUnusedColumns(
      Set<String> present, Set<String> used, int rows, LeftOutCells leftOut) {
    List<String> unused = present.stream().filter(name -> !used.contains(name)).toList();
    unused.stream()
        .limit(MAX_NAMED)
        .forEach(name ->
            leftOut.count("column '%s': not listed in the event".formatted(shortened(name)), rows));
    if (unused.size() > MAX_NAMED) {
      leftOut.count("further columns that are not listed in the event", unused.size() - MAX_NAMED);
    }
  }

  private static String shortened(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "...";
  }

  private static Optional<String> cell(Row row, String column) {
    return Optional.ofNullable(row.cells().get(column));
  }

  /** The rows for the figures of a wide row. */
  private Stream<Row> tidy(Row row, LeftOutCells leftOut) {
    Optional<YearQuarter> quarter = cell(row, period).flatMap(this::quarter);
    if (quarter.isEmpty()) {
      leftOut.unreadable("row without a quarter in '%s'".formatted(period), row, noQuarter(row));
    }
    return quarter.stream()
        .flatMap(q -> values.stream().flatMap(value -> tidy(row, q, value, leftOut)));
  }

  /** The quarter in a cell, or the quarter that ends on the date in it. */
  private Optional<YearQuarter> quarter(String text) {
    return format.isEmpty()
        ? Periods.quarter(text)
        : format.get().parse(text).map(end -> YearQuarter.from(end.minusDays(HALF_A_QUARTER)));
  }

  private String noQuarter(Row row) {
    String right =
        format.map(f -> "a date like " + f.pattern()).orElse("a quarter, such as 2017-Q4");
    return cell(row, period)
        .map(text -> "'%s' in '%s' is not %s".formatted(shortened(text), period, right))
        .orElse("'%s' is empty".formatted(period));
  }

  private Stream<Row> tidy(Row row, YearQuarter quarter, Value value, LeftOutCells leftOut) {
    Optional<String> text = cell(row, value.column()).filter(WideColumns::isNotEmpty);
    if (text.filter(number -> NUMBER.matcher(number).matches()).isPresent()) {
      return Stream.of(tidy(row, quarter, value, new BigDecimal(text.get())));
    }
    String column = value.column();
    leftOut.unreadable(
        "%s in '%s'".formatted(text.isEmpty() ? "empty cell" : "cell that is not a number", column),
        row,
        text.map(t -> "'%s' in '%s' is not a number".formatted(shortened(t), column))
            .orElse("'%s' is empty".formatted(column)));
    return Stream.empty();
  }

  private static boolean isNotEmpty(String text) {
    return !EMPTY.contains(text.toLowerCase(Locale.ROOT));
  }

  private Row tidy(Row row, YearQuarter quarter, Value value, BigDecimal number) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("company", company);
    cells.put("metric", value.metric());
    value
        .region()
        .or(() -> region.flatMap(column -> cell(row, column)))
        .ifPresent(code -> cells.put("region", code));
    cells.put("period", quarter.toString());
    value.unit().ifPresent(unit -> cells.put("unit", unit));
    cells.put("value", number.toPlainString());
    value.decimals().ifPresent(decimals -> cells.put("decimals", decimals));
    return new Row(row.number(), cells, value.scale());
  }
}
