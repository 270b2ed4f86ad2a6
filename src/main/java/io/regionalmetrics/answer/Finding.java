package io.regionalmetrics.answer;

import java.util.List;

/**
 * Something that the reader must know.
 *
 * @param code what it is about
 * @param rows the rows that it is about, the first 0
 * @param message the same in words
 */
public record Finding(FindingCode code, List<Integer> rows, String message) {}
