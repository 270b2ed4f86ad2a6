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
  /** Also quotes values that begin or end with a space, which some readers would strip. */
  private static final QuoteStrategy SPACES =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return !value.equals(value.strip());
        }
      };

  private CsvText() {}

  /** A header with the names of the columns, then the lines. Quotes a cell only if necessary. */
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
