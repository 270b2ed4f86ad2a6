package io.regionalmetrics.answer;

/**
 * A field of a row. The order of the fields in an answer is that in which a comparison puts them,
 * not that of these constants.
 */
public enum RowField {
  /** The level in the quarter asked about. */
  VALUE("value"),
  /** The level in the quarter compared with. */
  BASE("base"),
  /** The difference: of levels in their unit, of shares in percentage points. */
  CHANGE("change"),
  /** Growth in percent, as published where it was. */
  GROWTH("growth"),
  /** Growth in percent in the currency that the company reports in. */
  GROWTH_IN_REPORTING_CURRENCY("growthInReportingCurrency"),
  /** How many times the level of the region compared with. */
  RATIO("ratio"),
  /** The place among the rows, the largest 1. */
  RANK("rank"),
  /** The level of the whole. */
  WHOLE("whole"),
  /** The level in percent of the whole's. */
  SHARE("share"),
  /** What a part added to the whole's growth, in percentage points. */
  CONTRIBUTION("contribution"),
  /** What drove a change, each with its factor and effect. */
  DRIVERS("drivers"),
  /** The level as known on the first day. */
  BEFORE("before"),
  /** The level as known on the last day. */
  AFTER("after"),
  /** Which relation a row checks. */
  RELATION("relation"),
  /** The figure as published. */
  PUBLISHED("published"),
  /** The same figure as it follows from others. */
  COMPUTED("computed"),
  /** Published less computed. */
  DIFFERENCE("difference"),
  /** Whether published and computed agree. */
  VERDICT("verdict"),
  /** The exchange rate that two published amounts imply. */
  RATE("rate"),
  /** Which exchange rates fit two published amounts. */
  FITS("fits"),
  /** Growth in percent on the same quarter a year before. */
  YOY("yoy"),
  /** Like {@link #YOY}, in the currency that the company reports in. */
  YOY_IN_REPORTING_CURRENCY("yoyInReportingCurrency"),
  /** Growth in percent on the quarter before. */
  QOQ("qoq"),
  /** Like {@link #QOQ}, in the currency that the company reports in. */
  QOQ_IN_REPORTING_CURRENCY("qoqInReportingCurrency"),
  /** The level where that of the first quarter is 100. */
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
   * @throws IllegalStateException where this is no growth
   */
  public RowField inReportingCurrency() {
    return switch (this) {
      case GROWTH -> GROWTH_IN_REPORTING_CURRENCY;
      case YOY -> YOY_IN_REPORTING_CURRENCY;
      case QOQ -> QOQ_IN_REPORTING_CURRENCY;
      default -> throw new IllegalStateException(code + " is no growth");
    };
  }
}
