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
 * How a wide table is read: a row is a quarter (of a region), a column a metric (of a region).
 *
 * @param company whose figures they are
 * @param period the column of the quarter
 * @param format of the dates in it; nothing where they are quarters, such as 2017-Q4
 * @param region the column of the region; nothing where each column of values has one
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
  private static final int MOST_NAMED = 20;
  private static final long MOST_CELLS = 200_000;

  /** Half a quarter: a quarter that ends on a day has its middle so many days before. */
  private static final int HALF = 45;

  /**
   * A column of values.
   *
   * @param column its name
   * @param region nothing where the row has it
   * @param unit nothing where it is the metric's
   * @param scale the power of ten that the figures are written in: 6 is millions
   * @param decimals to which they are exact, as XBRL has it; nothing where it is what is written
   */
  record Value(
      String column,
      String metric,
      Optional<String> region,
      Optional<String> unit,
      int scale,
      Optional<String> decimals) {}

  /**
   * What a table says.
   *
   * @param rows tidy ones
   * @param leftOut what was not taken, by the reason
   */
  record Tidy(List<Row> rows, Map<String, Integer> leftOut) {}

  /** The columns that an event describes; what is wrong with them is noted as a fault. */
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
      fields.fault("values", "is missing: which columns have values, and of what");
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

  /** A column's name without the spaces that somebody typed once too often. */
  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ");
  }

  /**
   * The rows that a tidy table would have.
   *
   * @throws FetchException where a column isn't there that is asked for
   */
  Tidy tidy(CsvTable table, Object file) {
    Map<String, String> names = new LinkedHashMap<>();
    table.header().forEach(name -> names.put(plain(name), name));
    Set<String> asked = new LinkedHashSet<>(List.of(period));
    region.ifPresent(asked::add);
    values.forEach(value -> asked.add(value.column()));
    for (String column : asked) {
      if (!names.containsKey(column)) {
        throw new FetchException(
            "%s has no column '%s'%s"
                .formatted(file, column, Codes.suggestion(column, names.keySet())));
      }
    }
    Map<String, Integer> leftOut = new TreeMap<>();
    List<String> others = names.keySet().stream().filter(name -> !asked.contains(name)).toList();
    others.stream()
        .limit(MOST_NAMED)
        .forEach(name ->
            leftOut.put(
                "column '%s': not asked for".formatted(shortened(name)), table.rows().size()));
    if (others.size() > MOST_NAMED) {
      leftOut.put("further columns that are not asked for", others.size() - MOST_NAMED);
    }
    if ((long) table.rows().size() * values.size() > MOST_CELLS) {
      throw new FetchException(
          String.format(
              Locale.ROOT, "%s has more than the %,d cells that are taken", file, MOST_CELLS));
    }
    List<Row> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.addAll(tidy(row, names, leftOut)));
    return new Tidy(rows, leftOut);
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

  /** The quarter that is written, or the one that ends on the day that is. */
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
