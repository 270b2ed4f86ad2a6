package io.regionalmetrics.integration;

import io.regionalmetrics.currency.Fixings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/**
 * The euro reference rates as the European Central Bank published them: real ones that lie beside
 * the project and aren't a part of it ({@code -Dshared.data=} says where).
 */
public final class EcbData {
  private static final String HISTORY = "ecb/eurofxref-hist.zip";

  private EcbData() {}

  /** Skips the test, and says so, where the rates aren't there. */
  public static void assumeThere() {
    SharedData.assumeThere(HISTORY);
  }

  /** All fixings since 1999, by currency and quarter. */
  public static List<Fixings> history() {
    Map<String, Map<LocalDate, BigDecimal>> currencies = new HashMap<>();
    List<String> lines = lines();
    String[] header = lines.getFirst().split(",");
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(",");
      for (int column = 1; column < header.length; column++) {
        if (!row[column].equals("N/A")) {
          currencies
              .computeIfAbsent(header[column], currency -> new TreeMap<>())
              .put(LocalDate.parse(row[0]), new BigDecimal(row[column]));
        }
      }
    }
    List<Fixings> all = new ArrayList<>();
    currencies.forEach((currency, days) -> all.addAll(Fixings.of(currency, days)));
    return all;
  }

  /**
   * The averages and ends of quarters that others computed from the same rates, without a header.
   */
  public static List<String[]> averagesAndEnds() {
    return SharedData.lines("ecb/quarterly_avg_and_end_computed.csv").stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }

  private static List<String> lines() {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(SharedData.bytes(HISTORY)))) {
      zip.getNextEntry();
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
