package io.regionalmetrics.function;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents for priming: the figures of a made-up company in ten countries and two quarters. */
final class SampleDocument {
  /** The regions that have figures. */
  static final List<String> REGIONS =
      List.of("US", "JP", "DE", "FR", "GB", "BR", "IN", "CA", "MX", "KR");

  private static final LocalDate FIRST = LocalDate.of(2018, 2, 8);
  private static final int MILLION = 1_000_000;

  private static final String OBSERVATION =
      """
      {"company": "sample", "metric": "%s", "region": "%s", "period": "%s", "value": %s,
       "decimals": %s}
      """;

  private SampleDocument() {}

  /**
   * The document as JSON.
   *
   * @param edition 0 for the figures as first published; each further edition restates the revenue
   *     of 2017-Q4, one day later
   */
  static String json(int edition) {
    return """
    {"source": {"id": "sample-%s", "title": "Sample", "publisher": "Sample", "published": "%s",
                "kind": "company"},
     "companies": [{"id": "sample", "name": "Sample"}],
     "metrics": [
       {"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"},
       {"id": "users", "name": "Users", "kind": "stock", "dimension": "count", "unit": "users"},
       {"id": "revenue-per-user", "name": "Revenue per user", "kind": "ratio",
        "unit": "USD/user", "numerator": "revenue", "denominator": "users"}],
     "regions": [{"id": "WORLD", "company": "sample", "name": "World", "members": ["%s"]}],
     "observations": [%s]}
    """
        .formatted(
            edition,
            FIRST.plusDays(edition),
            String.join("\", \"", REGIONS),
            observations(edition));
  }

  private static String observations(int edition) {
    StringBuilder all = new StringBuilder();
    for (int number = 0; number < REGIONS.size(); number++) {
      all.append(number == 0 ? "" : ",").append(observations(number, edition));
    }
    return all.toString();
  }

  private static String observations(int number, int edition) {
    String region = REGIONS.get(number);
    return Stream.of(
            millions("revenue", region, "2016-Q4", 79 + number),
            millions("revenue", region, "2017-Q4", 106 + 7 * number + edition),
            millions("users", region, "2016-Q4", 40 + number),
            millions("users", region, "2017-Q4", 45 + number),
            OBSERVATION.formatted("revenue-per-user", region, "2017-Q4", 2, 0))
        .collect(Collectors.joining(","));
  }

  private static String millions(String metric, String region, String quarter, int value) {
    return OBSERVATION.formatted(metric, region, quarter, value * MILLION, -6);
  }
}
