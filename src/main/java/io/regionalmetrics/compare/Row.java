package io.regionalmetrics.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * One row of an answer.
 *
 * @param region as it was asked
 * @param fields in the order in which they are shown
 */
public record Row(
    String company, String metric, String region, YearQuarter period, Map<String, Field> fields) {
  /** Keeps the order of the fields. */
  public Row {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A field's figure, if it has one. */
  Optional<Known> known(String name) {
    return fields.get(name) instanceof Known known ? Optional.of(known) : Optional.empty();
  }

  /** Why a field has no figure, in words. */
  String whyMissing(String name) {
    return fields.get(name) instanceof Missing missing ? missing.message() : "";
  }

  static Row of(Subject subject, YearQuarter period, Map<String, Field> fields) {
    return new Row(subject.company(), subject.metric().id(), subject.asked(), period, fields);
  }
}
