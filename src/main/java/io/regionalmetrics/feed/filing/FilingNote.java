package io.regionalmetrics.feed.filing;

/**
 * Something in a filing that the operator of the feed should look at.
 *
 * @param code {@code facts-differ}, {@code quarter-taken}, {@code units-differ}, {@code
 *     metric-differs}, {@code world-differs} or {@code difference-negative}
 * @param message what was found and what was done about it
 */
record FilingNote(String code, String message) {}
