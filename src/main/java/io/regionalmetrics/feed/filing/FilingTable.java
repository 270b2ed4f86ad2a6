package io.regionalmetrics.feed.filing;

import com.fasterxml.jackson.core.JsonParser;
import io.regionalmetrics.model.Periods;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The SEC's table of filings, which is written as a list of values for each column. */
final class FilingTable {
  private static final List<String> REQUIRED = List.of("accessionNumber", "form", "filingDate");

  private final Map<String, List<String>> columns = new HashMap<>();

  /** Reads a column; skips one that isn't needed. */
  void readColumn(String name, JsonParser values) throws IOException {
    switch (name) {
      case "accessionNumber",
          "form",
          "filingDate",
          "reportDate",
          "acceptanceDateTime",
          "primaryDocument",
          "isXBRL",
          "isInlineXBRL" ->
          columns.put(name, JsonReader.texts(values));
      default -> values.skipChildren();
    }
  }

  /**
   * The quarterly and annual reports, oldest first.
   *
   * @param cik the company's CIK, of ten digits
   * @param since reports filed before this day are left out
   * @throws UnreadableListing if columns are missing or differ in length
   */
  List<Filing> reports(String cik, LocalDate since) {
    refuseMissingColumns();
    List<String> forms = columns.getOrDefault("form", List.of());
    refuseOtherLengths(forms.size());
    return IntStream.range(0, forms.size())
        .filter(row -> Filing.isReport(forms.get(row)))
        .mapToObj(row -> filing(cik, row))
        .filter(filing -> !filing.filed().isBefore(since))
        .sorted(Filing.OLDEST_FIRST)
        .toList();
  }

  /** How many reports of other forms were filed since a day, by form: {@code 20-F}. */
  Map<String, Integer> otherReports(LocalDate since) {
    List<String> forms = columns.getOrDefault("form", List.of());
    Map<String, Integer> others = new TreeMap<>();
    for (int row = 0; row < forms.size(); row++) {
      if (Filing.isOtherReport(forms.get(row)) && !filingDate(row).isBefore(since)) {
        others.merge(forms.get(row), 1, Integer::sum);
      }
    }
    return others;
  }

  private void refuseMissingColumns() {
    for (String name : REQUIRED) {
      if (!columns.containsKey(name)) {
        throw new UnreadableListing("the table of filings has no column '%s'".formatted(name));
      }
    }
  }

  private void refuseOtherLengths(int rows) {
    columns.forEach((name, column) -> {
      if (column.size() != rows) {
        throw new UnreadableListing(
            "the table of filings has %s of '%s', but %s of 'form'"
                .formatted(column.size(), name, rows));
      }
    });
  }

  private Filing filing(String cik, int row) {
    return new Filing(
        cik,
        cell("accessionNumber", row),
        cell("form", row),
        filingDate(row),
        Periods.day(cell("reportDate", row)),
        cell("acceptanceDateTime", row),
        cell("primaryDocument", row),
        flag("isXBRL", row),
        flag("isInlineXBRL", row));
  }

  private LocalDate filingDate(int row) {
    String filed = cell("filingDate", row);
    return Periods.day(filed)
        .orElseThrow(() ->
            new UnreadableListing(
                "filingDate '%s' is not a day, such as 2024-01-26".formatted(filed)));
  }

  private boolean flag(String column, int row) {
    String cell = cell(column, row);
    return cell.equals("1") || cell.equals("true");
  }

  private String cell(String name, int row) {
    List<String> column = columns.get(name);
    return column == null ? "" : column.get(row);
  }
}
