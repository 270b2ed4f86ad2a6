package io.regionalmetrics.feed.csv;

import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.ingest.CsvTable;
import io.regionalmetrics.ingest.CsvTable.Row;
import io.regionalmetrics.ingest.DocumentFields;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.refusal.Codes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.threeten.extra.YearQuarter;

/**
 * How to read a wide table, in which a row is a quarter and a column is a metric. The region is in
 * a column of its own, or each column of values is of one region.
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
    Optional<DateTimeFormatter> format,
    Optional<String> region,
    List<Value> values) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,12})?");
  private static final Set<String> NOTHING = Set.of("-", "n/a", "na", "null");
  private static final int NAME = 200;
  private static final int MAX_NAMED = 20;
  private static final long MAX_CELLS = 200_000;

  /** Half a quarter, in days: so long before its last day, a quarter has its middle. */
  private static final int HALF = 45;

  /**
   * A column of values.
   *
   * @param column its name
   * @param region empty if the row holds it
   * @param unit empty for the metric's own unit
   * @param scale the power of ten of the figures: 6 means millions
   * @param decimals how exact they are, as in XBRL; empty if each is exact to its last digit
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
   * @param leftOut how many cells were left out, by reason
   */
  record Tidy(List<Row> rows, Map<String, Integer> leftOut) {}

  /** Reads the columns from an event; notes what is wrong with them as faults. */
  public static Optional<WideColumns> of(DocumentFields fields) {
    Optional<String> company = fields.required("company", fields.id("company"));
    Optional<String> period = fields.required("period", fields.text("period", NAME));
    Optional<DateTimeFormatter> format =
        fields.word("format", WideColumns::format, "a format of dates, such as dd-MM-uuuu");
    Optional<String> region = fields.text("region", NAME);
    List<Value> values = new ArrayList<>();
    for (DocumentFields value : fields.objects("values")) {
      value(value, region.isPresent()).ifPresent(values::add);
    }
    if (values.isEmpty() && fields.sound()) {
      fields.fault("values", "is missing: the columns of values, each with its metric");
    }
    fields.refuseOthers();
    return company.isPresent() && period.isPresent()
        ? Optional.of(
            new WideColumns(
                company.get(), plain(period.get()), format, region.map(WideColumns::plain), values))
        : Optional.empty();
  }

  private static Optional<DateTimeFormatter> format(String pattern) {
    try {
      return Optional.of(
          DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Value> value(DocumentFields fields, boolean regionOfRow) {
    Optional<String> column = fields.required("column", fields.text("column", NAME));
    Optional<String> metric = fields.required("metric", fields.id("metric"));
    Optional<String> region = fields.region("region");
    if (region.isPresent() == regionOfRow) {
      fields.fault(
          "region", regionOfRow ? "is there twice: the rows have a column for it" : "is missing");
    }
    Optional<String> unit = fields.text("unit", 32);
    Optional<Integer> scale = fields.whole("scale", 0, 12);
    Optional<Integer> decimals = fields.whole("decimals", -18, 18);
    fields.refuseOthers();
    return column.isPresent() && metric.isPresent()
        ? Optional.of(
            new Value(
                plain(column.get()),
                metric.get(),
                region,
                unit,
                scale.orElse(0),
                decimals.map(String::valueOf)))
        : Optional.empty();
  }

  private static String shortened(String name) {
    return name.length() <= NAME ? name : name.substring(0, NAME) + "...";
  }

  /** A column's name without surplus spaces. */
  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ");
  }

  /**
   * Turns a wide table into a tidy one.
   *
   * @throws FetchException if a column is missing, or the table has too many cells
   */
  Tidy tidy(CsvTable table, Object file) {
    Map<String, String> names = new LinkedHashMap<>();
    table.header().forEach(name -> names.put(plain(name), name));
    Set<String> used = usedColumns();
    checkColumns(used, names.keySet(), file);
    if ((long) table.rows().size() * values.size() > MAX_CELLS) {
      throw new FetchException(
          String.format(Locale.ROOT, "%s has more than the %,d cells allowed", file, MAX_CELLS));
    }
    Map<String, Integer> leftOut = unusedColumns(names.keySet(), used, table.rows().size());
    List<Row> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.addAll(tidy(row, names, leftOut)));
    return new Tidy(rows, leftOut);
  }

  private Set<String> usedColumns() {
    Set<String> used = new LinkedHashSet<>(List.of(period));
    region.ifPresent(used::add);
    values.forEach(value -> used.add(value.column()));
    return used;
  }

  private static void checkColumns(Set<String> used, Set<String> present, Object file) {
    for (String column : used) {
      if (!present.contains(column)) {
        throw new FetchException(
            "%s has no column '%s'%s".formatted(file, column, Codes.suggestion(column, present)));
      }
    }
  }

  /** The columns that are not used, each with the number of its cells; the first 20 by name. */
  private static Map<String, Integer> unusedColumns(
      Set<String> present, Set<String> used, int rows) {
    List<String> unused = present.stream().filter(name -> !used.contains(name)).toList();
    Map<String, Integer> leftOut = new TreeMap<>();
    unused.stream()
        .limit(MAX_NAMED)
        .forEach(
            name -> leftOut.put("column '%s': not asked for".formatted(shortened(name)), rows));
    if (unused.size() > MAX_NAMED) {
      leftOut.put("further columns that are not asked for", unused.size() - MAX_NAMED);
    }
    return leftOut;
  }

  private List<Row> tidy(Row row, Map<String, String> names, Map<String, Integer> leftOut) {
    Optional<YearQuarter> quarter = cell(row, names, period).flatMap(this::quarter);
    if (quarter.isEmpty()) {
      leftOut.merge("row without a quarter in '%s'".formatted(period), 1, Integer::sum);
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    for (Value value : values) {
      Optional<String> cell =
          cell(row, names, value.column())
              .filter(text -> !NOTHING.contains(text.toLowerCase(Locale.ROOT)));
      if (cell.isPresent() && NUMBER.matcher(cell.get()).matches()) {
        rows.add(new Row(row.number(), cells(row, names, quarter.get(), value, cell.get())));
      } else {
        String why = cell.isEmpty() ? "empty cell" : "cell that is no number";
        leftOut.merge("%s in '%s'".formatted(why, value.column()), 1, Integer::sum);
      }
    }
    return rows;
  }

  private static Optional<String> cell(Row row, Map<String, String> names, String column) {
    return Optional.ofNullable(row.cells().get(names.get(column)));
  }

  /** The quarter in a cell, or the quarter that ends on the date in it. */
  private Optional<YearQuarter> quarter(String text) {
    if (format.isEmpty()) {
      return Periods.quarter(text);
    }
    try {
      return Optional.of(YearQuarter.from(LocalDate.parse(text, format.get()).minusDays(HALF)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> cells(
      Row row, Map<String, String> names, YearQuarter quarter, Value value, String written) {
    BigDecimal number = new BigDecimal(written);
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("company", company);
    cells.put("metric", value.metric());
    value
        .region()
        .or(() -> region.flatMap(column -> cell(row, names, column)))
        .ifPresent(code -> cells.put("region", code));
    cells.put("period", quarter.toString());
    value.unit().ifPresent(unit -> cells.put("unit", unit));
    cells.put("value", number.scaleByPowerOfTen(value.scale()).toPlainString());
    cells.put(
        "decimals",
        value
            .decimals()
            .orElseGet(() -> String.valueOf(Math.max(0, number.scale()) - value.scale())));
    return cells;
  }
}
