package io.regionalmetrics.ingest;

/**
 * A region that has another id when its source is read again.
 *
 * @param from the id before
 * @param to the id now
 */
public record NewRegionId(String from, String to) {}
