package io.regionalmetrics.sdmx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where dimensions and measures are in an SDMX-JSON message.
 *
 * @param series the dimensions of series; none if all are at the observations
 * @param observation the dimensions at the observations
 * @param measures the measures
 */
record DataLayout(List<Component> series, List<Component> observation, List<Component> measures) {

  /** The layout that a query asks for. */
  static DataLayout of(DataQuery query) {
    List<Component> measures =
        query.columns().hasValue() ? List.of(Component.OBS_VALUE) : List.of();
    List<Component> series = new ArrayList<>(Component.DIMENSIONS);
    if (query.observation().isEmpty()) {
      return new DataLayout(List.of(), series, measures);
    }
    Component observation = query.observation().get();
    series.remove(observation);
    return new DataLayout(series, List.of(observation), measures);
  }

  /** Whether observations are not in series. */
  boolean isFlat() {
    return series.isEmpty();
  }

  /** The observations of each series, by its key. */
  Map<String, List<SdmxObservation>> bySeries(
      List<SdmxObservation> observations, ValueIndex values) {
    Map<String, List<SdmxObservation>> all = new LinkedHashMap<>();
    for (SdmxObservation one : observations) {
      all.computeIfAbsent(values.key(one, series), key -> new ArrayList<>()).add(one);
    }
    return all;
  }
}
