package io.regionalmetrics.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the character between the cells of a CSV document. RFC 4180 has a comma. Spreadsheets write
 * semicolons where the decimal mark is a comma, and tabs. Excel also reads a first line {@code
 * sep=;}, which it doesn't show: row 1 is the line after it.
 */
final class CsvSeparator {
  private static final char COMMA = ',';
  private static final List<Character> SEPARATORS = List.of(COMMA, ';', '\t');
  private static final Pattern DECLARATION =
      Pattern.compile("\"?sep=(.)\"?,*(\\R|$)", Pattern.CASE_INSENSITIVE);

  private CsvSeparator() {}

  /**
   * A document without the line that declares its separator.
   *
   * @param separator the character between two cells
   */
  record Body(char separator, String text) {}

  /**
   * Finds the separator of a document.
   *
   * @throws Refusal if the declared one isn't supported, or if the document can be read with more
   *     than one
   */
  static Body body(String document) {
    Matcher declaration = DECLARATION.matcher(document);
    return declaration.lookingAt()
        ? new Body(declared(declaration.group(1).charAt(0)), document.substring(declaration.end()))
        : new Body(found(document), document);
  }

  private static char declared(char separator) {
    if (!SEPARATORS.contains(separator)) {
      throw Refusal.of(
          Reason.MALFORMED,
          "body",
          "sep=%s declares a separator that is not supported; separate cells by commas, semicolons or tabs"
              .formatted(separator));
    }
    return separator;
  }

  /** The only separator of the header, or the only one with which all rows have its length. */
  private static char found(String document) {
    List<Character> candidates =
        SEPARATORS.stream().filter(separator -> columns(document, separator) > 1).toList();
    if (candidates.size() < 2) {
      return candidates.isEmpty() ? COMMA : candidates.getFirst();
    }
    List<Character> fitting =
        candidates.stream().filter(separator -> isRectangular(document, separator)).toList();
    if (fitting.size() > 1) {
      throw Refusal.of(
          Reason.MALFORMED,
          "row 1",
          "can be divided at commas, semicolons or tabs, and so can all other rows; quote each name that contains one of them");
    }
    return fitting.isEmpty() ? candidates.getFirst() : fitting.getFirst();
  }

  /** The number of cells in the header; 0 if it can't be read with this separator. */
  private static int columns(String document, char separator) {
    try {
      return CsvRecords.stream(document, separator).findFirst().map(List::size).orElse(0);
    } catch (CsvParseException e) {
      return 0;
    }
  }

  /** Whether all rows that aren't empty have as many cells as the header. */
  private static boolean isRectangular(String document, char separator) {
    int columns = columns(document, separator);
    try {
      return CsvRecords.stream(document, separator)
          .filter(cells -> !cells.equals(List.of("")))
          .allMatch(cells -> cells.size() == columns);
    } catch (CsvParseException e) {
      return false;
    }
  }
}
