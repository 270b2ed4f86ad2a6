package io.regionalmetrics.sdmx;

import java.util.List;
import java.util.Set;

/**
 * The items of a code list or a concept scheme.
 *
 * @param all the items, in their order
 * @param isPartial whether the list has more items than these
 */
record Items(List<Item> all, boolean isPartial) {
  /** No items. */
  static final Items NONE = new Items(List.of(), false);

  /** Copies the list. */
  Items {
    all = List.copyOf(all);
  }

  /** All items of a list. */
  static Items of(List<Item> all) {
    return new Items(all, false);
  }

  /** Those with some ids. */
  Items only(Set<String> ids) {
    return new Items(all.stream().filter(item -> ids.contains(item.id())).toList(), true);
  }

  /** The ids of the items. */
  List<String> ids() {
    return all.stream().map(Item::id).toList();
  }
}
