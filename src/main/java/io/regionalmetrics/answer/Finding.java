package io.regionalmetrics.answer;

import java.util.List;

/**
 * Something that the reader of an answer must know.
 *
 * @param code the kind of the finding
 * @param rows the indexes of the rows it is about, from 0
 * @param message the finding in words
 */
public record Finding(FindingCode code, List<Integer> rows, String message) {}
