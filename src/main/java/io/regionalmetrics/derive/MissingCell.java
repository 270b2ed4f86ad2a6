package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vintage;
import java.time.LocalDate;
import java.util.List;

/**
 * A cell without a current figure.
 *
 * @param vintages what was ever published about the cell, oldest first
 * @param asOf the last day whose publications count
 */
record MissingCell(Cell cell, List<Vintage> vintages, LocalDate asOf) {

  /** Why there is no figure. */
  Missing missing() {
    if (vintages.isEmpty()) {
      return missing(
          MissingReason.NO_OBSERVATION, "not published by any source that is stored here.");
    }
    LocalDate first = vintages.getFirst().source().published();
    return first.isAfter(asOf)
        ? missing(
            MissingReason.NOT_YET_PUBLISHED,
            "first published on %s (UTC): it can be read from that day on, but not as of %s."
                .formatted(first, asOf))
        : withoutValue(newest().observation().status());
  }

  /** The newest vintage published by the day. */
  private Vintage newest() {
    return vintages.stream()
        .filter(vintage -> !vintage.source().published().isAfter(asOf))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private Missing withoutValue(Status status) {
    return switch (status) {
      case NOT_COLLECTED ->
          missing(MissingReason.NOT_COLLECTED, "not collected, according to its source.");
      case CANNOT_EXIST ->
          missing(MissingReason.CANNOT_EXIST, "cannot exist, according to its source.");
      case SUPPRESSED ->
          missing(MissingReason.SUPPRESSED, "not disclosed, according to its source.");
      default -> missing(MissingReason.WITHDRAWN, "withdrawn by its publisher.");
    };
  }

  private Missing missing(MissingReason reason, String why) {
    QuarterKey quarter = cell.quarter();
    return new Missing(
        reason,
        "%s of %s, %s, %s: %s"
            .formatted(quarter.metric(), quarter.company(), cell.region(), quarter.period(), why));
  }
}
