package io.regionalmetrics.answer;

/** What a revision changed. Codes are stable, for programs. */
public enum ConclusionCode {
  /** A growth has another value. */
  GROWTH_DIFFERS("growth-differs"),
  /** A growth has another sign: a rise became a fall, or a fall became a rise. */
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
