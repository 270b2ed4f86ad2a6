package io.regionalmetrics.answer;

import java.util.List;

/**
 * Something that the reader must know.
 *
 * @param code stable, for programs
 * @param rows the rows that it is about, the first 0
 * @param message the same in words
 */
public record Finding(String code, List<Integer> rows, String message) {
  public static final String BASE_IMPLIED = "base-implied";
  public static final String VALUE_IMPLIED = "value-implied";
  public static final String APPROXIMATE = "approximate";
  public static final String PROVISIONAL = "provisional";
  public static final String RESTATED = "restated";
  public static final String SOURCES_DIFFER = "sources-differ";
  public static final String GROWTH_DISAGREES = "growth-disagrees";
  public static final String PUBLISHED_AS = "published-as";
  public static final String COMPUTED_FROM = "computed-from";
  public static final String RANK_UNCERTAIN = "rank-uncertain";
  public static final String DEFINITION_CHANGED = "definition-changed";
  public static final String FISCAL_QUARTERS_DIFFER = "fiscal-quarters-differ";
  public static final String REGIONS_OVERLAP = "regions-overlap";
  public static final String OVERLAP_UNKNOWN = "overlap-unknown";
  public static final String BOUNDS_OPEN = "bounds-open";
  public static final String RATES_PROVISIONAL = "rates-provisional";
  public static final String FIXING_BEFORE = "fixing-before";
  public static final String EXCHANGE_RATE_IN_GROWTH = "exchange-rate-in-growth";
  public static final String CONVERSION_FITS = "conversion-fits";

  /** A finding about the question itself, so it is made where that is understood. */
  public static final String LATEST_DIFFERS = "latest-differs";
}
