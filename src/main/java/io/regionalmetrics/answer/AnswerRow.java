package io.regionalmetrics.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * One row of an answer.
 *
 * @param company the company's id
 * @param metric the metric's id
 * @param region the region as the question writes it
 * @param period the quarter
 * @param fields the values, in the order in which they are shown
 */
public record AnswerRow(
    String company,
    String metric,
    String region,
    YearQuarter period,
    Map<RowField, RowValue> fields) {
  /** Copies the fields in their order. */
  public AnswerRow {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The figure of a field, if it is known. */
  public Optional<KnownFigure> known(RowField field) {
    return fields.get(field) instanceof KnownFigure known ? Optional.of(known) : Optional.empty();
  }

  /** Why the figure of a field is missing, in words; empty if it is not missing. */
  public String whyMissing(RowField field) {
    return fields.get(field) instanceof Missing missing ? missing.message() : "";
  }

  /** Whether the row tries out which exchange rates fit, instead of converting with one rate. */
  boolean triesRates() {
    return fields.get(RowField.RELATION) == Relation.CONVERSION;
  }

  /** A row about a subject in one quarter. */
  public static AnswerRow of(Subject subject, YearQuarter period, Map<RowField, RowValue> fields) {
    return new AnswerRow(
        subject.company(), subject.metric().id(), subject.requestedRegion(), period, fields);
  }
}
