package io.regionalmetrics.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.regionalmetrics.model.Codes;
import io.regionalmetrics.model.Refusal;
import io.regionalmetrics.model.Refusal.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rows of a CSV document (RFC 4180) with a header. Rows are counted as a spreadsheet does: the
 * header is row 1.
 *
 * @param rows all but the header, and but empty ones
 */
record CsvTable(List<Row> rows) {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final CsvFactory CSV = new CsvFactory();

  /** A row, its number, and its cells that aren't empty by their columns. */
  record Row(int number, Map<String, String> cells) {}

  /** What becomes of the spaces around a cell's text. */
  enum Spaces {
    /** They are what somebody typed around it. */
    STRIPPED,
    /** They are a part of it. */
    KEPT
  }

  /**
   * Reads a document.
   *
   * @param columns those that there may be
   */
  static CsvTable read(byte[] body, List<String> columns, Spaces spaces, Faults faults) {
    try (Reader text =
            new InputStreamReader(
                new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder());
        CsvParser parser = CSV.createParser(text)) {
      List<String> header = header(next(parser, Spaces.STRIPPED));
      checkHeader(header, columns, faults);
      List<Row> rows = new ArrayList<>();
      int number = 1;
      for (List<String> cells = next(parser, spaces);
          !cells.isEmpty();
          cells = next(parser, spaces)) {
        number++;
        if (cells.size() > header.size()) {
          faults.add(
              Reason.MALFORMED,
              "row " + number,
              "%d cells for %d columns".formatted(cells.size(), header.size()));
        } else if (!(cells.size() == 1 && cells.getFirst().isBlank())) {
          rows.add(new Row(number, named(header, cells, columns)));
        }
      }
      return new CsvTable(rows);
    } catch (CharacterCodingException e) {
      throw notCsv("it is not UTF-8");
    } catch (JsonProcessingException e) {
      throw notCsv(
          "it is not CSV: %s, at line %d"
              .formatted(e.getOriginalMessage(), e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw notCsv("it can't be read as CSV");
    }
  }

  private static Refusal notCsv(String why) {
    return Refusal.of(Reason.MALFORMED, "body", why);
  }

  /** The header without the mark of UTF-8 that some write before it. */
  private static List<String> header(List<String> cells) {
    if (!cells.isEmpty() && cells.getFirst().startsWith("\uFEFF")) {
      cells.set(0, cells.getFirst().substring(1));
    }
    return cells;
  }

  private static void checkHeader(List<String> header, List<String> columns, Faults faults) {
    if (header.isEmpty()) {
      throw notCsv(
          "it has no header; its first row names the columns: " + String.join(",", columns));
    }
    for (String column : header) {
      if (!columns.contains(column)) {
        faults.add(
            Reason.MALFORMED,
            "row 1." + column,
            "is not a column that is known" + Codes.suggestion(column, columns));
      }
    }
    if (Set.copyOf(header).size() < header.size()) {
      faults.add(Reason.MALFORMED, "row 1", "a column occurs twice");
    }
  }

  private static Map<String, String> named(
      List<String> header, List<String> cells, List<String> columns) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty() && columns.contains(header.get(i))) {
        named.put(header.get(i), cells.get(i));
      }
    }
    return named;
  }

  /** The cells of the next row; empty after the last. */
  private static List<String> next(CsvParser parser, Spaces spaces) throws IOException {
    List<String> cells = new ArrayList<>();
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return cells;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String cell = parser.getText();
      cells.add(spaces == Spaces.STRIPPED ? cell.strip() : cell);
    }
    return cells;
  }

  /** A cell that is a number as JSON has them, so that both forms take the same numbers. */
  static Raw number(String cell) {
    return NUMBER.matcher(cell).matches() ? new Raw.Digits(cell) : new Raw.Text(cell);
  }
}
