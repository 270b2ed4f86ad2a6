package io.regionalmetrics.feed.filing;

/**
 * Something in a filing that somebody should look at.
 *
 * @param code {@code facts-differ}, {@code quarter-taken}, {@code units-differ}, {@code
 *     metric-differs}, {@code world-differs}
 * @param message in words
 */
public record FilingNote(String code, String message) {}
