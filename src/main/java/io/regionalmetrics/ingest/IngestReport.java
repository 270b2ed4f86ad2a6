package io.regionalmetrics.ingest;

/**
 * What the ingest of a document changed.
 *
 * @param observations how many observations the document has
 * @param added of cells about which their publisher had reported nothing before
 * @param revised of cells for which their publisher had reported something else
 * @param unchanged that their publisher had already reported
 * @param quarters how many quarters of metrics have an added or revised observation
 */
public record IngestReport(int observations, int added, int revised, int unchanged, int quarters) {}
