package io.regionalmetrics.compare;

import java.util.List;

/**
 * Something that follows differently from what was known before and after.
 *
 * @param code stable, for programs: {@code growth-differs}, {@code sign-differs}, {@code
 *     rank-differs}
 * @param rows the rows that it is about, the first 0
 * @param before what followed then
 * @param after what follows now
 * @param message the same in words
 */
public record Conclusion(
    String code, List<Integer> rows, Field before, Field after, String message) {
  static final String GROWTH_DIFFERS = "growth-differs";
  static final String SIGN_DIFFERS = "sign-differs";
  static final String RANK_DIFFERS = "rank-differs";
}
