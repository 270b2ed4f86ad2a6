package io.regionalmetrics.feed.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How dates are written in a column, such as {@code dd-MM-yyyy} or {@code d-MMM-yy}. Names of
 * months are English, in any case. Years of two digits are 2000 to 2099.
 *
 * @param pattern the pattern as the event gives it, in the letters of {@link DateTimeFormatter}
 * @param formatter reads such dates, strictly
 */
record DateFormat(String pattern, DateTimeFormatter formatter) {
  /** The letter for years of an era, outside quotes. */
  private static final Pattern YEAR_OF_ERA = Pattern.compile("y(?=(?:[^']*'[^']*')*[^']*$)");

  private static final LocalDate SAMPLE = LocalDate.of(2017, 12, 31);

  /** The format of a pattern; empty if it isn't one of dates with a day, a month and a year. */
  static Optional<DateFormat> of(String pattern) {
    try {
      DateFormat format = new DateFormat(pattern, formatterOf(pattern));
      String sample = format.formatter.format(SAMPLE.atStartOfDay(ZoneOffset.UTC));
      return Optional.of(format).filter(f -> f.parse(sample).equals(Optional.of(SAMPLE)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter formatterOf(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(YEAR_OF_ERA.matcher(pattern).replaceAll("u"))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The date that a text names; empty if it isn't written in this format. */
  Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text, formatter));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
