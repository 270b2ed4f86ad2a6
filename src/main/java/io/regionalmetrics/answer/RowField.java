package io.regionalmetrics.answer;

/**
 * A field of a row. Each comparison decides in which order its fields are shown; the order of these
 * constants means nothing.
 */
public enum RowField {
  /** The level in the requested quarter. */
  VALUE("value"),
  /** The level in the quarter compared with. */
  BASE("base"),
  /** The difference: of levels in their unit, of shares in percentage points. */
  CHANGE("change"),
  /** Growth in percent: the published one, or else computed from the levels. */
  GROWTH("growth"),
  /** Growth in percent in the currency that the company reports in. */
  GROWTH_IN_REPORTING_CURRENCY("growthInReportingCurrency"),
  /** The level divided by the level of the region compared with. */
  RATIO("ratio"),
  /** The rank among the rows; the largest figure has rank 1. */
  RANK("rank"),
  /** The level of the whole. */
  WHOLE("whole"),
  /** The level in percent of the level of the whole. */
  SHARE("share"),
  /** How much a part added to the growth of the whole, in percentage points. */
  CONTRIBUTION("contribution"),
  /** What drove a change: each driver with its factor and its effect. */
  DRIVERS("drivers"),
  /** The level as known on the first day. */
  BEFORE("before"),
  /** The level as known on the last day. */
  AFTER("after"),
  /** Which relation a row checks. */
  RELATION("relation"),
  /** The figure as published. */
  PUBLISHED("published"),
  /** The same figure, computed from other figures. */
  COMPUTED("computed"),
  /** The published figure minus the computed one. */
  DIFFERENCE("difference"),
  /** Whether published and computed agree. */
  VERDICT("verdict"),
  /** The exchange rate that two published amounts imply. */
  RATE("rate"),
  /** Which exchange rates fit two published amounts. */
  FITS("fits"),
  /** Growth in percent since the same quarter a year before. */
  YOY("yoy"),
  /** Like {@link #YOY}, in the currency that the company reports in. */
  YOY_IN_REPORTING_CURRENCY("yoyInReportingCurrency"),
  /** Growth in percent since the quarter before. */
  QOQ("qoq"),
  /** Like {@link #QOQ}, in the currency that the company reports in. */
  QOQ_IN_REPORTING_CURRENCY("qoqInReportingCurrency"),
  /** The level, scaled so that the first quarter is 100. */
  INDEX("index"),
  /** The sum of the levels of four quarters: trailing twelve months. */
  TTM("ttm");

  private final String code;

  RowField(String code) {
    this.code = code;
  }

  /** The name as answers show it, such as {@code growthInReportingCurrency}. */
  public String code() {
    return code;
  }

  /**
   * The field of the same growth in the currency that the company reports in.
   *
   * @throws IllegalStateException if this field is not a growth
   */
  public RowField inReportingCurrency() {
    return switch (this) {
      case GROWTH -> GROWTH_IN_REPORTING_CURRENCY;
      case YOY -> YOY_IN_REPORTING_CURRENCY;
      case QOQ -> QOQ_IN_REPORTING_CURRENCY;
      default -> throw new IllegalStateException(code + " is not a growth");
    };
  }
}
