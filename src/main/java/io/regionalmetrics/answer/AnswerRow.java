package io.regionalmetrics.answer;

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
public record AnswerRow(
    String company,
    String metric,
    String region,
    YearQuarter period,
    Map<RowField, RowValue> fields) {
  /** Keeps the order of the fields. */
  public AnswerRow {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A field's figure, if it has one. */
  public Optional<KnownFigure> known(RowField field) {
    return fields.get(field) instanceof KnownFigure known ? Optional.of(known) : Optional.empty();
  }

  /** Why a field has no figure, in words. */
  public String whyMissing(RowField field) {
    return fields.get(field) instanceof Missing missing ? missing.message() : "";
  }

  /** Whether the row tries several exchange rates, rather than converting by one. */
  boolean triesRates() {
    return fields.get(RowField.RELATION) == Relation.CONVERSION;
  }

  public static AnswerRow of(Subject subject, YearQuarter period, Map<RowField, RowValue> fields) {
    return new AnswerRow(subject.company(), subject.metric().id(), subject.asked(), period, fields);
  }
}
