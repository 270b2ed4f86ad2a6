package io.regionalmetrics.answer;

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
    String code, List<Integer> rows, RowValue before, RowValue after, String message) {
  public static final String GROWTH_DIFFERS = "growth-differs";
  public static final String SIGN_DIFFERS = "sign-differs";
  public static final String RANK_DIFFERS = "rank-differs";
}
