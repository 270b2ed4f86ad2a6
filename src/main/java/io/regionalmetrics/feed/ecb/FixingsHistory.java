package io.regionalmetrics.feed.ecb;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.regionalmetrics.fetch.BoundedInputStream;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.model.Periods;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads the ECB's file of all fixings: a zip with one CSV file. Its header is {@code Date} and the
 * codes of currencies, the newest day comes first, each line ends with a comma, and {@code N/A}
 * stands where a currency had no fixing.
 */
final class FixingsHistory {
  private static final String CSV = "eurofxref-hist.csv";
  private static final int MAX_CELL = 65_536;

  /** More than the history will reach in a century. */
  private static final long MAX_BYTES = 20_000_000;

  private FixingsHistory() {}

  /**
   * Reads a file.
   *
   * @throws FetchException if it isn't a zip with a CSV of reference rates
   */
  static DailyFixings read(FetchedFile file) {
    try (ZipInputStream zip = new ZipInputStream(file.open())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(CSV)) {
          return readCsv(bounded(zip, file), file).orFail(file);
        }
      }
    } catch (IOException e) {
      throw file.broken(e);
    }
    throw new FetchException("%s is not a zip file with %s in it".formatted(file.name(), CSV));
  }

  private static InputStream bounded(InputStream csv, FetchedFile file) {
    return new BoundedInputStream(
        csv, MAX_BYTES, () -> FetchException.tooLarge(CSV + " of " + file.name(), MAX_BYTES));
  }

  private static DailyFixings readCsv(InputStream csv, FetchedFile file) {
    DailyFixings fixings = new DailyFixings();
    try {
      CsvReader.builder()
          .allowMissingFields(true)
          .allowExtraFields(true)
          .maxBufferSize(MAX_CELL)
          .ofNamedCsvRecord(utf8(csv))
          .forEach(row -> add(row, fixings));
    } catch (CsvParseException | UncheckedIOException e) {
      throw new FetchException(
          "%s of %s can't be read: %s".formatted(CSV, file.name(), root(e).getMessage()), e);
    }
    return fixings;
  }

  private static Reader utf8(InputStream text) {
    return new InputStreamReader(
        text,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Throwable root(Throwable e) {
    return e.getCause() == null ? e : root(e.getCause());
  }

  private static void add(NamedCsvRecord row, DailyFixings fixings) {
    Optional<LocalDate> day = row.findField("Date").map(String::strip).flatMap(Periods::day);
    if (day.isEmpty()) {
      fixings.addUnreadable();
      return;
    }
    for (String column : row.getHeader()) {
      String currency = column.strip();
      if (DailyFixings.isCurrency(currency)) {
        row.findField(column).ifPresent(rate -> fixings.add(currency, day.get(), rate.strip()));
      }
    }
  }
}
