package io.regionalmetrics.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of a remainder that a source names, such as Amazon Web Services beside North America and
 * International.
 *
 * @param name its name for people
 * @param fields its figures, in the order in which they are shown
 */
public record NamedRemainder(String name, Map<RowField, RowValue> fields) {
  /** Copies the fields and keeps their order. */
  public NamedRemainder {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
