package io.regionalmetrics.answer;

/** Which relation between published figures a row of {@code check} tests. */
public enum Relation implements RowValue {
  /** A ratio against its numerator over its denominator. */
  RATIO("ratio"),
  /** A region against the sum of the others in a definition that it occurs in. */
  SUM("sum"),
  /** A published growth against the levels of its two quarters. */
  GROWTH("growth"),
  /** An amount against the same amount in another currency. */
  CONVERSION("conversion"),
  /** The figure that answers against another source's. */
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
