package io.regionalmetrics.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.threeten.extra.YearQuarter;

/** Reads quarters, ranges of quarters and days from text. */
public final class Periods {
  /** The first quarter with a year of four digits. */
  public static final YearQuarter FIRST = YearQuarter.of(1000, 1);

  /** The last quarter with a year of four digits. */
  public static final YearQuarter LAST = YearQuarter.of(9999, 4);

  private static final Pattern BETWEEN = Pattern.compile(",|\\.\\.|/|:");
  private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

  private Periods() {}

  /** The quarters from a first to a last, both included. */
  public record QuarterRange(YearQuarter first, YearQuarter last) {
    private QuarterRange and(QuarterRange other) {
      return new QuarterRange(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /**
   * The range of quarters that a text with more than one names: a list ({@code 2017-Q1,2017-Q2}), a
   * range ({@code 2017-Q1..2017-Q4}, or in ISO 8601 {@code 2017-Q1/2017-Q4}), a year ({@code 2017})
   * or several. Empty for a single quarter and for any other text.
   */
  public static Optional<QuarterRange> several(String text) {
    List<String> parts = List.of(BETWEEN.split(text, -1));
    List<QuarterRange> ranges = parts.stream().flatMap(part -> range(part).stream()).toList();
    boolean one = parts.size() == 1 && quarter(text).isPresent();
    return one || ranges.size() < parts.size()
        ? Optional.empty()
        : ranges.stream().reduce(QuarterRange::and);
  }

  private static Optional<QuarterRange> range(String text) {
    return YEAR.matcher(text).matches()
        ? Optional.of(
            new QuarterRange(
                YearQuarter.of(Integer.parseInt(text), 1),
                YearQuarter.of(Integer.parseInt(text), 4)))
        : quarter(text).map(quarter -> new QuarterRange(quarter, quarter));
  }

  /** The quarter {@code 2017-Q4} or {@code 2017Q4}; empty for any other text. */
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

  /** The day {@code 2018-03-01}, with a year of four digits; empty for any other text. */
  public static Optional<LocalDate> day(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
