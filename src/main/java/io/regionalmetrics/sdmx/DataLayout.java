package io.regionalmetrics.sdmx;

import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where dimensions and measures are in an SDMX-JSON message.
 *
 * @param series the dimensions of series; none if all are at the observations
 * @param observation the dimensions at the observations
 * @param measures the measures
 */
record DataLayout(List<Component> series, List<Component> observation, List<Component> measures) {

  /**
   * Reads the parameter {@code dimensionAtObservation}.
   *
   * @return empty if all dimensions are at the observations
   * @throws Refusal if it is not a dimension
   */
  static Optional<Component> observation(QueryParameters parameters) {
    String text = parameters.text("dimensionAtObservation").orElse("TIME_PERIOD");
    if (text.equals("AllDimensions")) {
      return Optional.empty();
    }
    List<String> names = Component.DIMENSIONS.stream().map(Enum::name).toList();
    if (!names.contains(text)) {
      throw Refusal.of(
          Reason.MALFORMED,
          "dimensionAtObservation",
          "'%s' is not AllDimensions or one of %s%s"
              .formatted(text, String.join(", ", names), Codes.suggestion(text, names)));
    }
    return Optional.of(Component.valueOf(text));
  }

  /**
   * The layout of an answer.
   *
   * @param observation the dimension at the observations; empty for all dimensions
   */
  static DataLayout of(Optional<Component> observation, DataColumns columns) {
    List<Component> measures = columns.hasValue() ? List.of(Component.OBS_VALUE) : List.of();
    List<Component> series = new ArrayList<>(Component.DIMENSIONS);
    if (observation.isEmpty()) {
      return new DataLayout(List.of(), series, measures);
    }
    series.remove(observation.get());
    return new DataLayout(series, List.of(observation.get()), measures);
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
