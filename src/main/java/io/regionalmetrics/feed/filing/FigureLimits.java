package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.UnreadableInstance;
import java.util.Collection;
import java.util.function.Function;

/**
 * Refuses a filing with many more figures than any real one has. The definitions of a company are
 * one item of the table, which would become too large, and each quarter of a metric is an item to
 * write. The largest real filings have 60 regions, 500 series and 600 quarters of metrics.
 */
final class FigureLimits {
  private static final int MAX_REGIONS = 300;
  private static final int MAX_SERIES = 3_000;
  private static final int MAX_QUARTERS = 3_000;

  private FigureLimits() {}

  /**
   * Refuses too many figures.
   *
   * @throws UnreadableInstance if there are more than 300 regions, 3,000 pairs of a metric and a
   *     region, or 3,000 pairs of a metric and a quarter
   */
  static void check(Collection<FilingObservation> figures) {
    refuseMore(MAX_REGIONS, "regions", figures, FilingObservation::region);
    refuseMore(MAX_SERIES, "series", figures, figure -> figure.metric() + " " + figure.region());
    refuseMore(
        MAX_QUARTERS,
        "quarters of metrics",
        figures,
        figure -> figure.metric() + " " + figure.quarter());
  }

  private static void refuseMore(
      int most,
      String what,
      Collection<FilingObservation> figures,
      Function<FilingObservation, String> key) {
    long count = figures.stream().map(key).distinct().count();
    if (count > most) {
      throw new UnreadableInstance(
          "it reports %s %s; at most %s are read".formatted(count, what, most));
    }
  }
}
