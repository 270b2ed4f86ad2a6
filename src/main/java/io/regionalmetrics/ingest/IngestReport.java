package io.regionalmetrics.ingest;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the ingest of a document changed.
 *
 * @param observations how many observations the document has
 * @param added of cells about which their publisher had reported nothing before
 * @param revised of cells for which their publisher had reported something else
 * @param unchanged that their publisher had already reported
 * @param quarters how many quarters of metrics have an added or revised observation
 * @param readableFrom the first day, in UTC, on which all its figures can be read; empty if they
 *     can be read at once
 */
public record IngestReport(
    int observations,
    int added,
    int revised,
    int unchanged,
    int quarters,
    Optional<LocalDate> readableFrom) {

  /** A copy for figures that can be read only from a day on. */
  IngestReport readableFrom(LocalDate day) {
    return new IngestReport(observations, added, revised, unchanged, quarters, Optional.of(day));
  }
}
