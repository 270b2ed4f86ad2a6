package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.CsvTable.Row;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces the decimal commas of a table by points, where they can only be decimal commas.
 *
 * <p>If commas separate the cells, the decimal mark is the point. If semicolons or tabs do, it may
 * be a comma, as in most of Europe; but then 1,234 and 1.234 could also be 1234 with a thousands
 * separator. So at least one number must show which mark is the decimal one, as 12,5 does. No mark
 * is ever taken as a thousands separator.
 */
final class DecimalMarks {
  private static final Pattern MARKED = Pattern.compile("-?[0-9]+([.,][0-9]+)+([eE][+-]?[0-9]+)?");
  private static final Pattern MAYBE_THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}");

  private DecimalMarks() {}

  /** A number with at least one point or comma, and the cell it stands in. */
  private record MarkedNumber(int row, String column, String text) {
    boolean hasComma() {
      return text.indexOf(',') >= 0;
    }

    boolean hasSeveralMarks() {
      return text.chars().filter(c -> c == '.' || c == ',').count() > 1;
    }

    boolean mayHaveThousands() {
      return MAYBE_THOUSANDS.matcher(text).matches();
    }
  }

  /**
   * Returns the rows with a decimal point in all numbers.
   *
   * @param columns the columns of numbers
   * @param separator the character between two cells
   * @throws Refusal if a number could be read in two ways; names its row and column
   */
  static List<Row> toPoints(List<Row> rows, Set<String> columns, char separator) {
    List<MarkedNumber> numbers = rows.stream().flatMap(row -> marked(row, columns)).toList();
    refuse(numbers, MarkedNumber::hasSeveralMarks, "has a thousands separator");
    if (separator == ',') {
      refuse(numbers, MarkedNumber::hasComma, "has a comma");
    } else {
      refuseMixed(numbers);
      refuseTwoReadings(numbers);
    }
    return numbers.stream().anyMatch(MarkedNumber::hasComma)
        ? rows.stream().map(row -> withPoints(row, columns)).toList()
        : rows;
  }

  private static Stream<MarkedNumber> marked(Row row, Set<String> columns) {
    return row.cells().entrySet().stream()
        .filter(cell -> columns.contains(cell.getKey()))
        .filter(cell -> MARKED.matcher(cell.getValue()).matches())
        .map(cell -> new MarkedNumber(row.number(), cell.getKey(), cell.getValue()));
  }

  private static void refuseMixed(List<MarkedNumber> numbers) {
    if (!numbers.isEmpty()) {
      MarkedNumber first = numbers.getFirst();
      refuse(
          numbers,
          number -> number.hasComma() != first.hasComma(),
          "has another decimal mark than '%s' in row %s".formatted(first.text(), first.row()));
    }
  }

  private static void refuseTwoReadings(List<MarkedNumber> numbers) {
    if (numbers.stream().allMatch(MarkedNumber::mayHaveThousands)) {
      refuse(
          numbers,
          number -> true,
          "may have decimals or a thousands separator, and no other number shows which");
    }
  }

  private static void refuse(List<MarkedNumber> numbers, Predicate<MarkedNumber> test, String why) {
    DocumentFaults faults = new DocumentFaults();
    numbers.stream()
        .filter(test)
        .forEach(number ->
            faults.add(
                Reason.MALFORMED,
                "row %s.%s".formatted(number.row(), number.column()),
                "'%s' %s; export numbers with a point before the decimals, without thousands separators, and with commas between cells"
                    .formatted(number.text(), why)));
    faults.refuse();
  }

  private static Row withPoints(Row row, Set<String> columns) {
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    cells.replaceAll((column, cell) ->
        columns.contains(column) && MARKED.matcher(cell).matches() ? cell.replace(',', '.') : cell);
    return row.with(cells);
  }
}
