package io.regionalmetrics.representation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes CSV (RFC 4180). */
final class CsvText {
  /** Quotes also what begins or ends with a space, which some readers take away otherwise. */
  private static final QuoteStrategy SPACES =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return !value.equals(value.strip());
        }
      };

  private CsvText() {}

  /** Lines under the names of their columns; a cell is quoted where it has to be. */
  static String write(List<String> columns, Iterable<List<String>> lines) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).quoteStrategy(SPACES).build(text)) {
      csv.writeRecord(columns);
      lines.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
