package io.regionalmetrics.sdmx;

import java.util.Optional;

/**
 * A code of a code list, or a concept of a concept scheme.
 *
 * @param id its id, unique in its list
 * @param name its name in English
 * @param description more about it, in English
 */
record Item(String id, String name, Optional<String> description) {
  /** An item whose name says it all. */
  Item(String id, String name) {
    this(id, name, Optional.empty());
  }
}
