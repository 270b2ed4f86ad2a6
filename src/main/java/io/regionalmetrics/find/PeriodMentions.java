package io.regionalmetrics.find;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threeten.extra.YearQuarter;

/** Finds quarters in a text: 2017-Q4, Q4 2017, fourth quarter of 2017, December 2017, 2017. */
final class PeriodMentions {
  private static final String YEAR = "((?:19|20)[0-9]{2})";
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** Each quarter's words; a month counts by its place among all. */
  private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

  /** Either a year before its quarter, or a quarter or a month before its year. */
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?<![a-z0-9])(?:"
              + YEAR
              + "[- ]?q([1-4])|(?:q([1-4])|([1-4])q|(first|second|third|fourth|last) (?:(?:calendar |fiscal )?quarter|three months)"
              + "|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})(?:[ ,/-]| of | in )*"
              + YEAR
              + ")(?![a-z0-9])");

  private static final Pattern ONLY_YEAR = Pattern.compile("(?<![a-z0-9])" + YEAR + "(?![a-z0-9])");

  private PeriodMentions() {}

  /** The quarters in a text; the quarters of each year, if it names only years. */
  static Set<YearQuarter> of(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    Set<YearQuarter> quarters = new TreeSet<>();
    for (Matcher found = QUARTER.matcher(small); found.find(); ) {
      quarters.add(quarter(found));
    }
    boolean areYears = quarters.isEmpty();
    for (Matcher found = ONLY_YEAR.matcher(small); areYears && found.find(); ) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        quarters.add(YearQuarter.of(Integer.parseInt(found.group(1)), quarter));
      }
    }
    return quarters;
  }

  private static YearQuarter quarter(MatchResult match) {
    String year = match.group(1) == null ? match.group(7) : match.group(1);
    return YearQuarter.of(Integer.parseInt(year), number(match));
  }

  private static int number(MatchResult match) {
    for (int group = 2; group <= 4; group++) {
      if (match.group(group) != null) {
        return Integer.parseInt(match.group(group));
      }
    }
    if (match.group(5) != null) {
      int place = ORDINALS.indexOf(match.group(5));
      return place < 0 ? 4 : place + 1;
    }
    return MONTHS.indexOf(match.group(6)) / 9 + 1;
  }
}
