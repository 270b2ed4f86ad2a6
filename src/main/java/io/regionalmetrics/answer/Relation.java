package io.regionalmetrics.answer;

/** A relation between published figures that a row of {@code check} tests. */
public enum Relation implements RowValue {
  /** A ratio against its numerator divided by its denominator. */
  RATIO("ratio"),
  /** A region against the regions that its definition adds and subtracts. */
  SUM("sum"),
  /** A published growth against the growth of the levels of its two quarters. */
  GROWTH("growth"),
  /** An amount against the same amount in another currency. */
  CONVERSION("conversion"),
  /** The current figure against the figure of another source. */
  SOURCES("sources");

  private final String code;

  Relation(String code) {
    this.code = code;
  }

  /** The code as answers show it, such as {@code ratio}. */
  public String code() {
    return code;
  }
}
