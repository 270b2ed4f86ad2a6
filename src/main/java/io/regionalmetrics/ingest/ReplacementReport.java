package io.regionalmetrics.ingest;

import java.util.Set;

/**
 * What reading a source again has changed.
 *
 * @param documents what its documents report now, compared with what is stored
 * @param removed how many figures it reported before and reports no longer
 * @param renamed regions that it reported under another id before
 */
public record ReplacementReport(IngestReport documents, int removed, Set<NewRegionId> renamed) {
  /** Copies the regions. */
  public ReplacementReport {
    renamed = Set.copyOf(renamed);
  }
}
