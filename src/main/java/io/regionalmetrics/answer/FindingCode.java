package io.regionalmetrics.answer;

/** What a finding is about. Codes are stable, for programs. */
public enum FindingCode {
  /** The base was never published; it follows from the value and a published growth. */
  BASE_IMPLIED("base-implied"),
  /** The value was never published; it follows from the base and a published growth. */
  VALUE_IMPLIED("value-implied"),
  /** The publisher estimated the figure (status E). */
  APPROXIMATE("approximate"),
  /** The publisher marked the figure as provisional (status P). */
  PROVISIONAL("provisional"),
  /** The publisher gave another value before. */
  RESTATED("restated"),
  /** Publishers give values that differ by more than rounding explains. */
  SOURCES_DIFFER("sources-differ"),
  /** The published growth is not the growth of the levels, whatever was rounded. */
  GROWTH_DISAGREES("growth-disagrees"),
  /** The figure was published for another region that is the same by definition. */
  PUBLISHED_AS("published-as"),
  /** The figure is computed from other regions than the question names. */
  COMPUTED_FROM("computed-from"),
  /** Two neighbouring ranks may be the other way round: rounding allows both orders. */
  RANK_UNCERTAIN("rank-uncertain"),
  /** The definition changed between the quarters that are compared (status B). */
  DEFINITION_CHANGED("definition-changed"),
  /** The fiscal quarters that are compared end more than ten days apart. */
  FISCAL_QUARTERS_DIFFER("fiscal-quarters-differ"),
  /** Regions share members, so they must not be added. */
  REGIONS_OVERLAP("regions-overlap"),
  /** Regions may share members: the countries of one of them are not defined. */
  OVERLAP_UNKNOWN("overlap-unknown"),
  /** The figure has no bounds, since its divisor may be zero. */
  BOUNDS_OPEN("bounds-open"),
  /** The exchange rate will change once more fixings are known. */
  RATES_PROVISIONAL("rates-provisional"),
  /** The day has no fixing; the last fixing before it is used. */
  FIXING_BEFORE("fixing-before"),
  /** The growth contains the change of the exchange rate. */
  EXCHANGE_RATE_IN_GROWTH("exchange-rate-in-growth"),
  /** Which exchange rates fit an amount that was published in two currencies. */
  CONVERSION_FITS("conversion-fits"),
  /** Some of what was asked about is known for a newer quarter than {@code latest} found. */
  LATEST_DIFFERS("latest-differs");

  private final String code;

  FindingCode(String code) {
    this.code = code;
  }

  /** The code as answers show it, such as {@code base-implied}. */
  public String code() {
    return code;
  }
}
