package io.regionalmetrics.sdmx;

import io.regionalmetrics.ingest.SdmxColumn;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.representation.SdmxRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A published figure as an observation of SDMX.
 *
 * @param published the day of its publication
 * @param cells its values by the columns of SDMX-CSV; empty for what it lacks
 */
record SdmxObservation(LocalDate published, Map<SdmxColumn, String> cells) {

  /** The observation for a figure. */
  static SdmxObservation of(Vintage vintage) {
    return new SdmxObservation(vintage.source().published(), SdmxRow.of(vintage));
  }

  /** The value of a component; empty if it has none. */
  String value(Component component) {
    return Objects.requireNonNull(cells.get(component.column()));
  }

  /** The values of some components. */
  List<String> values(List<Component> components) {
    return components.stream().map(this::value).toList();
  }

  /** The values of the dimensions that identify its series. */
  List<String> seriesKey() {
    return values(Component.KEY);
  }

  /** Its time period. */
  String period() {
    return value(Component.TIME_PERIOD);
  }
}
