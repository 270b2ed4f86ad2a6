package io.regionalmetrics.sdmx;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/**
 * The names of metrics or regions by id. Companies may define the same id for themselves, under
 * other names: the first name counts, and the others are told in the description.
 */
final class DefinedNames {
  private final Map<String, SequencedSet<String>> names = new TreeMap<>();

  /** Adds a name of an id, unless it is there already. */
  void add(String id, String name) {
    names.computeIfAbsent(id, same -> new LinkedHashSet<>()).add(name);
  }

  /** An item for each id, in alphabetical order. */
  List<Item> items() {
    List<Item> items = new ArrayList<>();
    names.forEach((id, all) -> items.add(new Item(id, all.getFirst(), others(all))));
    return items;
  }

  private static Optional<String> others(SequencedSet<String> all) {
    List<String> others = all.stream().skip(1).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of("Other companies call it: " + String.join("; ", others) + ".");
  }
}
