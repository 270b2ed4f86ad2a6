package io.regionalmetrics.answer;

/** Whether a published figure agrees with the one computed from others. */
public enum Verdict implements RowValue {
  /** Their bounds overlap or touch. */
  CONSISTENT("consistent"),
  /** Their bounds are apart: rounding does not explain the difference. */
  INCONSISTENT("inconsistent"),
  /** One of them is missing, or has no bounds. */
  NOT_CHECKABLE("not-checkable");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  /** The code as answers show it, such as {@code consistent}. */
  public String code() {
    return code;
  }
}
