package io.regionalmetrics.sdmx;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** Numbers the values that each component has in an answer, from 0. */
final class ValueIndex {
  private final Map<Component, Map<String, Integer>> indices = new EnumMap<>(Component.class);
  private final ValueNames names;

  /** Numbers the values of some observations in their order. */
  ValueIndex(List<SdmxObservation> observations, ValueNames names) {
    this.names = names;
    for (Component component : Component.values()) {
      Map<String, Integer> index = new LinkedHashMap<>();
      for (SdmxObservation one : observations) {
        String value = one.value(component);
        if (!value.isEmpty()) {
          index.putIfAbsent(value, index.size());
        }
      }
      indices.put(component, index);
    }
  }

  private Map<String, Integer> index(Component component) {
    return Objects.requireNonNull(indices.get(component));
  }

  /** The values of a component, in the order of their numbers. */
  SequencedSet<String> of(Component component) {
    return new LinkedHashSet<>(index(component).keySet());
  }

  /** Whether any observation has a value of a component. */
  boolean hasAny(Component component) {
    return !index(component).isEmpty();
  }

  /** The number of a value. */
  int index(Component component, String value) {
    return Objects.requireNonNull(index(component).get(value));
  }

  /** The name of a code. */
  String name(Component component, String code) {
    return names.of(component, code);
  }

  /** The numbers of an observation's values of some dimensions, such as {@code 0:0:3}. */
  String key(SdmxObservation observation, List<Component> dimensions) {
    return dimensions.stream()
        .map(dimension -> Integer.toString(index(dimension, observation.value(dimension))))
        .collect(Collectors.joining(":"));
  }
}
