package io.regionalmetrics.answer;

/** How a conclusion differs between two days. Codes are stable, for programs. */
public enum ConclusionCode {
  /** A growth has another value. */
  GROWTH_DIFFERS("growth-differs"),
  /** A growth has another sign: a rise became a fall, or the other way round. */
  SIGN_DIFFERS("sign-differs"),
  /** A row has another rank among the rows. */
  RANK_DIFFERS("rank-differs");

  private final String code;

  ConclusionCode(String code) {
    this.code = code;
  }

  /** The code as answers show it, such as {@code growth-differs}. */
  public String code() {
    return code;
  }
}
