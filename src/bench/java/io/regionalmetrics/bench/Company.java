package io.regionalmetrics.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A company that publishes so many regions, and what it has published: revenue of two quarters, the
 * earlier one as a level or as the later one's growth; of the later one users and revenue per user
 * too.
 *
 * @param size how many regions
 * @param base how the earlier quarter is known
 */
record Company(int size, Base base) {
  /** The quarter that questions ask for. */
  static final String QUARTER = "2017-Q4";

  /** The quarter that it is compared with. */
  static final String YEAR_BEFORE = "2016-Q4";

  private static final String DEFINITIONS =
      """
      "source": {"id": "%1$s", "title": "Letter to shareholders, 2017-Q4", "publisher": "%1$s",
                 "url": "https://example.com/%1$s/2017-q4", "published": "2018-02-08", "kind": "company"},
      "companies": [{"id": "%1$s", "name": "%1$s"}],
      "metrics": [
        {"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"},
        {"id": "users", "name": "Users", "kind": "stock", "dimension": "count", "unit": "users"},
        {"id": "revenue-per-user", "name": "Revenue per user", "kind": "ratio", "unit": "USD/user",
         "numerator": "revenue", "denominator": "users"}],
      """;

  private static final String OBSERVATION =
      """
      {"company": "%s", "metric": "%s", "region": "%s", "period": "%s", "measure": "%s", "value": %s, "decimals": %d}\
      """;

  /** How a company's earlier quarter is known. */
  enum Base {
    /** Its levels were published. */
    PUBLISHED,
    /** The growths since then were: the levels are implied. */
    IMPLIED
  }

  /** Its id. */
  String id() {
    return base.name().toLowerCase(Locale.ROOT) + "-" + size;
  }

  /** Its regions: the first countries of ISO 3166-1. */
  List<String> regions() {
    return List.of(Locale.getISOCountries()).subList(0, size);
  }

  /** All that it has published, as a document on one line. */
  String document() {
    List<String> observations = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      observations(regions().get(i), 106 + 7 * i, 79 + 5 * i, 45 + i).forEach(observations::add);
    }
    String definitions = DEFINITIONS.formatted(id());
    return "{%s\"observations\": [%s]}"
        .formatted(definitions, String.join(",", observations))
        .replace("\n", "");
  }

  private Stream<String> observations(String region, int millions, int before, int users) {
    String perUser = "%.2f".formatted((double) millions / users);
    int growth = Math.round(100f * millions / before) - 100;
    return Stream.of(
        observation("revenue", region, QUARTER, "level", millions + "000000", -6),
        base == Base.PUBLISHED
            ? observation("revenue", region, YEAR_BEFORE, "level", before + "000000", -6)
            : observation("revenue", region, QUARTER, "yoy", Integer.toString(growth), 0),
        observation("users", region, QUARTER, "level", users + "000000", -6),
        observation("revenue-per-user", region, QUARTER, "level", perUser, 2));
  }

  private String observation(
      String metric, String region, String quarter, String measure, String value, int decimals) {
    return OBSERVATION.formatted(id(), metric, region, quarter, measure, value, decimals);
  }
}
