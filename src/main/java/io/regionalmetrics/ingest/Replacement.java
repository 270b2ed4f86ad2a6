package io.regionalmetrics.ingest;

import io.regionalmetrics.model.QuarterKey;
import java.util.Set;

/**
 * What a source reported when it was read before, which a new reading replaces.
 *
 * @param company the id of the company that the source is about
 * @param source the source's id
 * @param quarters the quarters in which it reported anything
 * @param stale the company's definitions that have no influence on the new reading
 */
public record Replacement(
    String company, String source, Set<QuarterKey> quarters, StaleDefinitions stale) {
  /** Copies the keys. */
  public Replacement {
    quarters = Set.copyOf(quarters);
  }
}
