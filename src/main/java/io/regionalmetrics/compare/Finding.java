package io.regionalmetrics.compare;

import java.util.List;

/**
 * Something that the reader must know.
 *
 * @param code stable, for programs
 * @param rows the rows that it is about, the first 0
 * @param message the same in words
 */
public record Finding(String code, List<Integer> rows, String message) {
  static final String BASE_IMPLIED = "base-implied";
  static final String VALUE_IMPLIED = "value-implied";
  static final String APPROXIMATE = "approximate";
  static final String PROVISIONAL = "provisional";
  static final String RESTATED = "restated";
  static final String SOURCES_DIFFER = "sources-differ";
  static final String GROWTH_DISAGREES = "growth-disagrees";
  static final String PUBLISHED_AS = "published-as";
  static final String COMPUTED_FROM = "computed-from";
  static final String RANK_UNCERTAIN = "rank-uncertain";
  static final String DEFINITION_CHANGED = "definition-changed";
  static final String FISCAL_QUARTERS_DIFFER = "fiscal-quarters-differ";
  static final String REGIONS_OVERLAP = "regions-overlap";
  static final String OVERLAP_UNKNOWN = "overlap-unknown";
  static final String BOUNDS_OPEN = "bounds-open";
  static final String RATES_PROVISIONAL = "rates-provisional";
  static final String FIXING_BEFORE = "fixing-before";
  static final String EXCHANGE_RATE_IN_GROWTH = "exchange-rate-in-growth";
  static final String CONVERSION_FITS = "conversion-fits";

  /** A finding about the question itself, so it is made where that is understood. */
  public static final String LATEST_DIFFERS = "latest-differs";
}
