package io.regionalmetrics.compare;

import io.regionalmetrics.answer.NextPage;
import io.regionalmetrics.model.Vintage;
import java.util.List;
import java.util.Optional;

/**
 * A page of a series as it was published: no figure is computed or converted.
 *
 * @param vintages the published figures, in the order of the series' rows
 * @param next where the next page begins; empty for the last page
 */
public record PublishedPage(List<Vintage> vintages, Optional<NextPage> next) {
  /** Copies the list. */
  public PublishedPage {
    vintages = List.copyOf(vintages);
  }
}
