package io.regionalmetrics.samples;

import io.regionalmetrics.model.Periods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.threeten.extra.YearQuarter;

/** Cuts the ECB's file of all fixings to some currencies and quarters, in its own format. */
final class SampleRates {
  private static final List<String> COLUMNS = List.of("Date", "USD", "JPY", "GBP", "CHF");

  private SampleRates() {}

  /**
   * The file, newest day first.
   *
   * @param zip as the ECB publishes it
   */
  static String csv(Path zip, Set<YearQuarter> quarters) {
    List<String> lines = read(zip).lines().toList();
    List<String> header = List.of(lines.getFirst().split(",", -1));
    int[] columns = COLUMNS.stream().mapToInt(header::indexOf).toArray();
    return Stream.concat(
            Stream.of(lines.getFirst()),
            lines.stream().skip(1).filter(line -> isOfAny(line, quarters)))
        .map(line -> cut(line, columns))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static boolean isOfAny(String line, Set<YearQuarter> quarters) {
    return Periods.day(line.split(",", 2)[0])
        .map(day -> quarters.contains(YearQuarter.from(day)))
        .orElse(false);
  }

  private static String cut(String line, int[] columns) {
    String[] cells = line.split(",", -1);
    return IntStream.of(columns)
        .mapToObj(column -> cells[column] + ",")
        .collect(Collectors.joining());
  }

  private static String read(Path zip) {
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      entries.getNextEntry();
      return new String(entries.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
