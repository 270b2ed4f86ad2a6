package io.regionalmetrics.answer;

import java.util.List;

/**
 * A growth or rank that a revision changed.
 *
 * @param code what changed
 * @param rows the indexes of the rows it is about, from 0
 * @param before the value as known on the first day
 * @param after the value as known on the last day
 * @param message the change in words
 */
public record Conclusion(
    ConclusionCode code, List<Integer> rows, RowValue before, RowValue after, String message) {}
