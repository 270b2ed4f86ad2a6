package io.regionalmetrics.compare;

import java.util.List;

/**
 * Something that the reader must know.
 *
 * @param code stable, for programs
 * @param rows the rows that it is about, the first 0
 * @param message the same in words
 */
public record Finding(String code, List<Integer> rows, String message) {}
