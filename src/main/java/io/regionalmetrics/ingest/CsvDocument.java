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
 * Reads a document that is tidy CSV (RFC 4180): a header, then a row an observation, with the same
 * names as columns, and the source's in columns that begin with {@code source_}. Rows are counted
 * as a spreadsheet does: the header is row 1.
 */
final class CsvDocument {
  private static final String SOURCE = "source_";
  private static final Set<String> NUMBERS = Set.of("value", "decimals", "low", "high");
  private static final List<String> COLUMNS =
      List.of(
          "company",
          "metric",
          "region",
          "period",
          "measure",
          "unit",
          "value",
          "decimals",
          "low",
          "high",
          "status",
          "derivation",
          "note",
          "source_id",
          "source_title",
          "source_publisher",
          "source_url",
          "source_published",
          "source_kind");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final CsvFactory CSV = new CsvFactory();

  private CsvDocument() {}

  /** A row and its number. */
  private record Row(int number, Map<String, String> cells) {}

  /** The document, as if it had been written in JSON, with rows that are named by their numbers. */
  static Fields read(byte[] body, Faults faults) {
    List<Row> rows = rows(body, faults);
    Map<String, Raw> source = new LinkedHashMap<>();
    List<Fields> observations = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Raw> observation = new LinkedHashMap<>();
      row.cells()
          .forEach((column, cell) -> {
            if (!column.startsWith(SOURCE)) {
              observation.put(column, raw(column, cell));
            } else if (differs(source, column.substring(SOURCE.length()), cell)) {
              faults.add(
                  Reason.SENSELESS,
                  "row %d.%s".formatted(row.number(), column),
                  "'%s' is not what the rows before say; a document has one source"
                      .formatted(cell));
            }
          });
      observations.add(new Fields("row " + row.number(), observation, faults));
    }
    Fields document = new Fields("", Map.of("source", new Raw.Named(source)), faults);
    return document.withObjects("observations", observations);
  }

  private static boolean differs(Map<String, Raw> source, String name, String cell) {
    Raw before = source.putIfAbsent(name, new Raw.Text(cell));
    return before != null && !before.equals(new Raw.Text(cell));
  }

  private static Raw raw(String column, String cell) {
    return NUMBERS.contains(column) && isNumber(cell) ? new Raw.Digits(cell) : new Raw.Text(cell);
  }

  /** Whether a cell is a number as JSON has them, so that both forms take the same numbers. */
  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  private static List<Row> rows(byte[] body, Faults faults) {
    try (Reader text =
            new InputStreamReader(
                new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder());
        CsvParser parser = CSV.createParser(text)) {
      List<String> header = next(parser);
      checkHeader(header, faults);
      List<Row> rows = new ArrayList<>();
      int number = 1;
      for (List<String> cells = next(parser); !cells.isEmpty(); cells = next(parser)) {
        number++;
        if (cells.size() > header.size()) {
          faults.add(
              Reason.MALFORMED,
              "row " + number,
              "%d cells for %d columns".formatted(cells.size(), header.size()));
        } else if (!(cells.size() == 1 && cells.getFirst().isEmpty())) {
          rows.add(new Row(number, named(header, cells)));
        }
      }
      return rows;
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

  private static void checkHeader(List<String> header, Faults faults) {
    if (header.isEmpty()) {
      throw notCsv(
          "it has no header; its first row names the columns: " + String.join(",", COLUMNS));
    }
    for (String column : header) {
      if (!COLUMNS.contains(column)) {
        faults.add(
            Reason.MALFORMED,
            "row 1." + column,
            "is not a column that is known" + Codes.suggestion(column, COLUMNS));
      }
    }
    if (Set.copyOf(header).size() < header.size()) {
      faults.add(Reason.MALFORMED, "row 1", "a column occurs twice");
    }
  }

  private static Map<String, String> named(List<String> header, List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty() && COLUMNS.contains(header.get(i))) {
        named.put(header.get(i), cells.get(i));
      }
    }
    return named;
  }

  /** The cells of the next row; empty after the last. */
  private static List<String> next(CsvParser parser) throws IOException {
    List<String> cells = new ArrayList<>();
    JsonToken token = parser.nextToken();
    if (token != JsonToken.START_ARRAY) {
      return cells;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String cell = parser.getText().strip();
      cells.add(cells.isEmpty() && cell.startsWith("\uFEFF") ? cell.substring(1) : cell);
    }
    return cells;
  }
}
