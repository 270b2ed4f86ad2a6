package io.regionalmetrics.answer;

import java.util.List;

/**
 * Something that follows differently from what was known before and after.
 *
 * @param code how it differs
 * @param rows the rows that it is about, the first 0
 * @param before what followed then
 * @param after what follows now
 * @param message the same in words
 */
public record Conclusion(
    ConclusionCode code, List<Integer> rows, RowValue before, RowValue after, String message) {}
