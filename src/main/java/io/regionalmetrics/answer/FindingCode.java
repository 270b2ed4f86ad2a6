package io.regionalmetrics.answer;

/** The kinds of findings. Codes are stable, for programs. */
public enum FindingCode {
  /** The base was never published; it is computed from the value and a published growth. */
  BASE_IMPLIED("base-implied"),
  /** The value was never published; it is computed from the base and a published growth. */
  VALUE_IMPLIED("value-implied"),
  /** The publisher estimated the figure (status E). */
  APPROXIMATE("approximate"),
  /** The source gives no decimals, so the bounds follow from the digits of its values. */
  DECIMALS_ASSUMED("decimals-assumed"),
  /** The publisher marked the figure as provisional (status P). */
  PROVISIONAL("provisional"),
  /** The publisher gave another value before. */
  RESTATED("restated"),
  /** The figure was restated since, without others that it is compared with. */
  RESTATED_APART("restated-apart"),
  /** Publishers give values that differ by more than rounding explains. */
  SOURCES_DIFFER("sources-differ"),
  /** The published growth differs from the growth of the levels by more than rounding explains. */
  GROWTH_DISAGREES("growth-disagrees"),
  /** The figure was published for another region that is the same by definition. */
  PUBLISHED_AS("published-as"),
  /** The figure is computed from other regions than the question names. */
  COMPUTED_FROM("computed-from"),
  /** Two neighbouring ranks may be swapped: rounding allows both orders. */
  RANK_UNCERTAIN("rank-uncertain"),
  /** The definition changed between the two quarters (status B: a break in the series). */
  DEFINITION_CHANGED("definition-changed"),
  /** The whole divides into other regions in one of the two quarters than in the other. */
  BREAKDOWN_CHANGED("breakdown-changed"),
  /** The fiscal quarters of two companies end more than ten days apart. */
  FISCAL_QUARTERS_DIFFER("fiscal-quarters-differ"),
  /** Several companies define the region, each for itself, so its countries may differ. */
  OWN_DEFINITIONS("own-definitions"),
  /** Regions share members, so they must not be added. */
  REGIONS_OVERLAP("regions-overlap"),
  /** A part, or all parts together, are more than their whole by more than rounding explains. */
  PART_EXCEEDS_WHOLE("part-exceeds-whole"),
  /** The publisher probably mistook the figure's scale, such as thousands for millions. */
  SCALE_SUSPECT("scale-suspect"),
  /** Regions may share members: it is not defined which countries one of them has. */
  OVERLAP_UNKNOWN("overlap-unknown"),
  /** The figure has no bounds, because its divisor may be zero. */
  BOUNDS_OPEN("bounds-open"),
  /** The exchange rate will change when more fixings are published. */
  RATES_PROVISIONAL("rates-provisional"),
  /** The exchange rate covers only some days of its quarter. */
  RATES_PARTIAL("rates-partial"),
  /** The day has no fixing; the last fixing before it is used. */
  FIXING_BEFORE("fixing-before"),
  /** The growth includes the change of the exchange rate. */
  EXCHANGE_RATE_IN_GROWTH("exchange-rate-in-growth"),
  /** Tells which exchange rates fit an amount that was published in two currencies. */
  CONVERSION_FITS("conversion-fits"),
  /** Some subjects have figures for a newer quarter than the one that {@code latest} chose. */
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
