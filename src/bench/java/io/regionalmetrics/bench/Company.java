package io.regionalmetrics.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * A made-up company and its publications: revenue in each region and in the world for some
 * quarters; in each region also users and revenue per user for the last quarter, and users for the
 * same quarter a year earlier. Its regions add up to the world.
 *
 * @param size the number of regions
 * @param published the revenue that it has published
 */
record Company(int size, Published published) {
  /** The quarter of the questions. */
  static final String QUARTER = "2017-Q4";

  /** The quarter to compare with. */
  static final String YEAR_BEFORE = "2016-Q4";

  private static final String WORLD = "WORLD";

  private static final String SOURCE =
      """
      "source": {"id": "%1$s-%2$s", "title": "Letter to shareholders, %2$s", "publisher": "%1$s",
                 "url": "https://example.com/%1$s/%2$s", "published": "%2$s", "kind": "company"},
      """;

  private static final String DEFINITIONS =
      """
      "companies": [{"id": "%1$s", "name": "%1$s"}],
      "metrics": [
        {"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"},
        {"id": "users", "name": "Users", "kind": "stock", "dimension": "count", "unit": "users"},
        {"id": "revenue-per-user", "name": "Revenue per user", "kind": "ratio", "unit": "USD/user",
         "numerator": "revenue", "denominator": "users"}],
      "regions": [{"id": "WORLD", "company": "%1$s", "name": "World", "members": [%2$s]}],
      """;

  private static final String OBSERVATION =
      """
      {"company": "%s", "metric": "%s", "region": "%s", "period": "%s", "measure": "%s", "value": %s, "decimals": %d}\
      """;

  /** The revenue that a company has published. */
  enum Published {
    /** Levels of two quarters, a year apart. */
    LEVELS,
    /** Levels of one quarter and their growth, which implies the levels a year earlier. */
    GROWTHS,
    /** Levels of two quarters, and a restatement of the later one a month afterwards. */
    RESTATED,
    /** Levels of 40 quarters, and of the four before them. */
    TEN_YEARS,
    /** Levels of 4 quarters, and of the four before them. */
    ONE_YEAR,
    /** Levels of 20 quarters, and of the four before them. */
    FIVE_YEARS,
    /** Levels of 80 quarters, and of the four before them. */
    TWENTY_YEARS
  }

  /** Its id. */
  String id() {
    return published.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + size;
  }

  /** Its regions: the first countries of ISO 3166-1. */
  List<String> regions() {
    return List.of(Locale.getISOCountries()).subList(0, size);
  }

  /** Its publications in order, each a JSON document on one line. */
  List<String> documents() {
    String members = regions().stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    Stream<String> revenue =
        switch (published) {
          case LEVELS, RESTATED -> Stream.concat(levels(QUARTER, 7), levels(YEAR_BEFORE, 5));
          case GROWTHS ->
              Stream.concat(
                  levels(QUARTER, 7),
                  inEachRegion((region, place) ->
                      observation("revenue", region, QUARTER, "yoy", 10 + place, 0)));
          case TEN_YEARS -> years(10);
          case ONE_YEAR -> years(1);
          case FIVE_YEARS -> years(5);
          case TWENTY_YEARS -> years(20);
        };
    String first =
        document(
            "2018-02-08",
            DEFINITIONS.formatted(id(), members),
            Stream.concat(revenue, usersAndRatios()));
    return published == Published.RESTATED
        ? List.of(first, document("2018-03-08", "", levels(QUARTER, 8)))
        : List.of(first);
  }

  private String document(String day, String definitions, Stream<String> observations) {
    return "{%s%s\"observations\": [%s]}"
        .formatted(
            SOURCE.formatted(id(), day), definitions, observations.collect(Collectors.joining(",")))
        .replace("\n", "");
  }

  private interface InRegion {
    String observation(String region, int place);
  }

  private Stream<String> inEachRegion(InRegion each) {
    return IntStream.range(0, size).mapToObj(i -> each.observation(regions().get(i), i));
  }

  /** The revenue of a region in a quarter, in millions. */
  private static int millions(int place, int step) {
    return 106 + step * (place + 1);
  }

  /** Revenue to the million, in each region and in the world. */
  private Stream<String> levels(String quarter, int step) {
    int world = IntStream.range(0, size).map(i -> millions(i, step)).sum();
    return Stream.concat(
        inEachRegion((region, place) ->
            observation("revenue", region, quarter, "level", millions(place, step) + "000000", -6)),
        Stream.of(observation("revenue", WORLD, quarter, "level", world + "000000", -6)));
  }

  /** Levels of the last years, and of the year before them. */
  private Stream<String> years(int years) {
    int quarters = 4 * (years + 1);
    YearQuarter first = YearQuarter.parse(QUARTER).minusQuarters(quarters - 1L);
    return IntStream.range(0, quarters)
        .boxed()
        .flatMap(i -> levels(first.plusQuarters(i).toString(), 2 + i));
  }

  private Stream<String> usersAndRatios() {
    return Stream.of(
            inEachRegion((region, place) ->
                observation("users", region, QUARTER, "level", users(place) + "000000", -6)),
            inEachRegion((region, place) ->
                observation("users", region, YEAR_BEFORE, "level", place + 40 + "000000", -6)),
            inEachRegion((region, place) ->
                observation(
                    "revenue-per-user",
                    region,
                    QUARTER,
                    "level",
                    "%.2f".formatted((double) millions(place, 7) / users(place)),
                    2)))
        .flatMap(observations -> observations);
  }

  private static int users(int place) {
    return 45 + place;
  }

  private String observation(
      String metric, String region, String quarter, String measure, Object value, int decimals) {
    return OBSERVATION.formatted(id(), metric, region, quarter, measure, value, decimals);
  }
}
