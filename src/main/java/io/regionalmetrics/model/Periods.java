package io.regionalmetrics.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.threeten.extra.YearQuarter;

/** How quarters and days are written. */
public final class Periods {
  /** The first quarter that can be written. */
  public static final YearQuarter FIRST = YearQuarter.of(1000, 1);

  /** The last quarter that can be written. */
  public static final YearQuarter LAST = YearQuarter.of(9999, 4);

  private static final Pattern BETWEEN = Pattern.compile(",|\\.\\.|/|:");
  private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

  private Periods() {}

  /** Several quarters, from the first to the last. */
  public record Span(YearQuarter first, YearQuarter last) {
    private Span and(Span other) {
      return new Span(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /**
   * What lies between the first and the last of a list ({@code 2017-Q1,2017-Q2}), a range ({@code
   * 2017-Q1..2017-Q4}, or ISO 8601's {@code 2017-Q1/2017-Q4}), or a year ({@code 2017}, or
   * several); nothing for one quarter, nor for any other text.
   */
  public static Optional<Span> several(String text) {
    List<String> parts = List.of(BETWEEN.split(text, -1));
    List<Span> spans = parts.stream().flatMap(part -> span(part).stream()).toList();
    boolean one = parts.size() == 1 && quarter(text).isPresent();
    return one || spans.size() < parts.size() ? Optional.empty() : spans.stream().reduce(Span::and);
  }

  private static Optional<Span> span(String text) {
    return YEAR.matcher(text).matches()
        ? Optional.of(
            new Span(
                YearQuarter.of(Integer.parseInt(text), 1),
                YearQuarter.of(Integer.parseInt(text), 4)))
        : quarter(text).map(quarter -> new Span(quarter, quarter));
  }

  /** The quarter of {@code 2017-Q4} or {@code 2017Q4}; nothing for any other text. */
  public static Optional<YearQuarter> quarter(String text) {
    String compact =
        text.length() == 7 && text.charAt(4) == '-'
            ? text.substring(0, 4) + text.substring(5)
            : text;
    if (compact.length() != 6
        || compact.charAt(4) != 'Q'
        || compact.charAt(5) < '1'
        || compact.charAt(5) > '4') {
      return Optional.empty();
    }
    String year = compact.substring(0, 4);
    return YEAR.matcher(year).matches()
        ? Optional.of(YearQuarter.of(Integer.parseInt(year), compact.charAt(5) - '0'))
        : Optional.empty();
  }

  /** The day of {@code 2018-03-01}, of a year of four digits; nothing for any other text. */
  public static Optional<LocalDate> day(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
