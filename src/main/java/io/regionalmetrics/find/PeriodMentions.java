package io.regionalmetrics.find;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** Finds quarters in a text: 2017-Q4, Q4 2017, fourth quarter of 2017, December 2017, 2017. */
final class PeriodMentions {
  private static final String YEAR = "((?:19|20)[0-9]{2})";
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> ORDINALS =
      Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "last", 4);

  private static final Pattern YEAR_FIRST = pattern(YEAR + "[- ]?q([1-4])");
  private static final Pattern QUARTER_FIRST = pattern("q([1-4])(?:[ ,/-]| of )*" + YEAR);
  private static final Pattern NUMBER_FIRST = pattern("([1-4])q[ -]?" + YEAR);
  private static final Pattern IN_WORDS =
      pattern(
          "(first|second|third|fourth|last) (?:calendar |fiscal )?quarter(?: of|,)? (?:fiscal )?"
              + YEAR);
  private static final Pattern LAST_MONTHS = pattern("(first|last) three months (?:of|in) " + YEAR);
  private static final Pattern MONTH =
      pattern("(" + String.join("|", MONTHS) + ")[a-z]{0,6} (?:of )?" + YEAR);
  private static final Pattern ONLY_YEAR = pattern(YEAR);

  private PeriodMentions() {}

  private static Pattern pattern(String expression) {
    return Pattern.compile("(?<![\\p{Alnum}])" + expression + "(?![\\p{Alnum}])");
  }

  /** The quarters in a text, in its order; the quarters of a year, if it names only the year. */
  static List<YearQuarter> of(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    List<YearQuarter> quarters =
        Stream.of(
                found(small, YEAR_FIRST, match -> quarter(match.group(1), match.group(2))),
                found(small, QUARTER_FIRST, match -> quarter(match.group(2), match.group(1))),
                found(small, NUMBER_FIRST, match -> quarter(match.group(2), match.group(1))),
                found(small, IN_WORDS, PeriodMentions::ordinal),
                found(small, LAST_MONTHS, PeriodMentions::ordinal),
                found(small, MONTH, PeriodMentions::month))
            .flatMap(some -> some)
            .distinct()
            .toList();
    return quarters.isEmpty() ? years(small) : quarters;
  }

  private static Stream<YearQuarter> found(
      String text, Pattern pattern, Function<MatchResult, YearQuarter> quarter) {
    return pattern.matcher(text).results().map(quarter);
  }

  private static YearQuarter quarter(String year, String quarter) {
    return YearQuarter.of(Integer.parseInt(year), Integer.parseInt(quarter));
  }

  private static YearQuarter ordinal(MatchResult match) {
    return YearQuarter.of(
        Integer.parseInt(match.group(2)), ORDINALS.getOrDefault(match.group(1), 1));
  }

  private static YearQuarter month(MatchResult match) {
    return YearQuarter.of(Integer.parseInt(match.group(2)), MONTHS.indexOf(match.group(1)) / 3 + 1);
  }

  private static List<YearQuarter> years(String text) {
    return ONLY_YEAR
        .matcher(text)
        .results()
        .map(match -> Integer.parseInt(match.group(1)))
        .distinct()
        .flatMap(year -> IntStream.rangeClosed(1, 4).mapToObj(n -> YearQuarter.of(year, n)))
        .toList();
  }
}
