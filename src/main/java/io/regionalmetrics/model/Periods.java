package io.regionalmetrics.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/** How quarters and days are written. */
public final class Periods {
  private Periods() {}

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
    return year.chars().allMatch(c -> c >= '0' && c <= '9') && year.charAt(0) != '0'
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
