package io.regionalmetrics.feed.ecb;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.regionalmetrics.fetch.BoundedInputStream;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.fetch.XmlInput;
import io.regionalmetrics.model.Periods;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The euro's reference rates as the ECB publishes them: units of a currency per euro, a fixing on
 * each TARGET working day, at about 16:00 in Frankfurt.
 *
 * <p>The history is a zip with one CSV: a header with {@code Date} and the currencies by name, the
 * newest day first, a comma after the last column, {@code N/A} where a currency had no fixing. The
 * last days are XML: {@code <Cube time="2015-11-17"><Cube currency="USD" rate="1.0670"/>...}.
 *
 * @see <a
 *     href="https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html">
 *     Euro foreign exchange reference rates</a>
 */
final class DailyFixings {
  private static final String HISTORY = "eurofxref-hist.csv";
  private static final String MISSING = "N/A";
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern RATE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");

  private static final int LONGEST_CELL = 65_536;

  /** More than the history will reach in a century. */
  private static final long MAX_BYTES = 20_000_000;

  private final NavigableMap<String, NavigableMap<LocalDate, BigDecimal>> byCurrency =
      new TreeMap<>();
  private final NavigableSet<LocalDate> days = new TreeSet<>();
  private int unreadable;

  private DailyFixings() {}

  /** The fixings of a currency by day, for each currency. */
  SortedMap<String, NavigableMap<LocalDate, BigDecimal>> byCurrency() {
    return byCurrency;
  }

  /** The days on which there was any fixing. */
  NavigableSet<LocalDate> days() {
    return days;
  }

  /** How many cells are neither a rate nor {@code N/A}. */
  int unreadable() {
    return unreadable;
  }

  /** How many fixings there are. */
  int size() {
    return byCurrency.values().stream().mapToInt(NavigableMap::size).sum();
  }

  /** These fixings and others; where both have a rate, the others' is used. */
  DailyFixings and(DailyFixings others) {
    DailyFixings both = new DailyFixings();
    both.unreadable = unreadable + others.unreadable;
    for (DailyFixings some : List.of(this, others)) {
      some.byCurrency.forEach(
          (currency, rates) -> rates.forEach((day, rate) -> both.add(currency, day, rate)));
    }
    return both;
  }

  /**
   * Reads the whole history.
   *
   * @throws FetchException if the file is anything else
   */
  static DailyFixings history(FetchedFile file) {
    try (ZipInputStream zip = new ZipInputStream(file.open())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(HISTORY)) {
          return csv(
              new BoundedInputStream(
                  zip,
                  MAX_BYTES,
                  () -> FetchException.tooLarge(HISTORY + " of " + file.name(), MAX_BYTES)),
              file);
        }
      }
    } catch (IOException e) {
      throw file.broken(e);
    }
    throw new FetchException("%s is not a zip file with %s in it".formatted(file.name(), HISTORY));
  }

  private static DailyFixings csv(InputStream content, FetchedFile file) {
    DailyFixings fixings = new DailyFixings();
    Reader text =
        new InputStreamReader(
            content,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    try {
      CsvReader.builder()
          .allowMissingFields(true)
          .allowExtraFields(true)
          .maxBufferSize(LONGEST_CELL)
          .ofNamedCsvRecord(text)
          .forEach(fixings::row);
    } catch (CsvParseException | java.io.UncheckedIOException e) {
      throw new FetchException(
          "%s of %s can't be read: %s".formatted(HISTORY, file.name(), root(e).getMessage()), e);
    }
    return fixings.orFail(file);
  }

  private static Throwable root(Throwable e) {
    return e.getCause() == null ? e : root(e.getCause());
  }

  private void row(NamedCsvRecord row) {
    Optional<LocalDate> day = row.findField("Date").map(String::strip).flatMap(Periods::day);
    if (day.isEmpty()) {
      unreadable++;
      return;
    }
    for (String column : row.getHeader()) {
      String currency = column.strip();
      if (CURRENCY.matcher(currency).matches()) {
        row.findField(column).ifPresent(cell -> add(currency, day.get(), cell.strip()));
      }
    }
  }

  private void add(String currency, LocalDate day, String rate) {
    if (rate.isEmpty() || rate.equals(MISSING)) {
      return;
    }
    if (!RATE.matcher(rate).matches() || new BigDecimal(rate).signum() == 0) {
      unreadable++;
      return;
    }
    add(currency, day, new BigDecimal(rate));
  }

  private void add(String currency, LocalDate day, BigDecimal rate) {
    byCurrency.computeIfAbsent(currency, c -> new TreeMap<>()).put(day, rate);
    days.add(day);
  }

  /**
   * Reads the fixings of the last day, or of the last ninety.
   *
   * @throws FetchException if the file is anything else
   */
  static DailyFixings xml(FetchedFile file) {
    DailyFixings fixings = new DailyFixings();
    try (InputStream content = file.open()) {
      XMLStreamReader xml = XmlInput.reader(content);
      Optional<LocalDate> day = Optional.empty();
      while (xml.hasNext()) {
        if (XmlInput.nextIsElement(xml) && xml.getLocalName().equals("Cube")) {
          String time = xml.getAttributeValue(null, "time");
          day = time == null ? day : Periods.day(time);
          fixings.cube(day, xml);
        }
      }
    } catch (XMLStreamException e) {
      throw XmlInput.malformed(file.name(), e);
    } catch (IOException e) {
      throw file.broken(e);
    }
    return fixings.orFail(file);
  }

  private void cube(Optional<LocalDate> day, XMLStreamReader xml) {
    String currency = xml.getAttributeValue(null, "currency");
    String rate = xml.getAttributeValue(null, "rate");
    if (currency == null || rate == null) {
      return;
    }
    if (day.isPresent() && CURRENCY.matcher(currency).matches()) {
      add(currency, day.get(), rate.strip());
    } else {
      unreadable++;
    }
  }

  private DailyFixings orFail(FetchedFile file) {
    if (days.isEmpty()) {
      throw new FetchException("%s has no reference rates in it".formatted(file.name()));
    }
    return this;
  }
}
