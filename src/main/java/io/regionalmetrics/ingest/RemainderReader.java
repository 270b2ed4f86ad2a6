package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.RemainderRow;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.refusal.Codes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads a named remainder of a breakdown, member by member. */
final class RemainderReader {
  private final Optional<String> code;
  private final Optional<String> name;
  private final Optional<String> unit;
  private final Optional<BigDecimal> value;
  private final Precision precision;
  private final Optional<String> derivation;
  private final List<FiledFact> facts;

  private RemainderReader(DocumentFields fields, FiledFactReader factReader) {
    code =
        fields.required(
            "code", fields.text("code", Codes::isRemainder, TypedDocumentCheck.VALID_REMAINDER));
    name = DefinitionReader.name(fields);
    unit = fields.required("unit", fields.text("unit", DocumentLimits.UNIT));
    value = fields.required("value", fields.number("value"));
    precision = precision(fields, value);
    derivation = fields.text("derivation", DocumentLimits.TEXT);
    facts = factReader.read(fields);
  }

  /**
   * Returns the remainder; empty if any part of it is faulty.
   *
   * @param facts reads the facts that it is from
   */
  static Optional<RemainderRow> read(DocumentFields fields, FiledFactReader facts) {
    RemainderReader reader = new RemainderReader(fields, facts);
    fields.refuseUnknown();
    return fields.isValid() ? Optional.of(reader.row()) : Optional.empty();
  }

  private RemainderRow row() {
    return new RemainderRow(
        code.orElseThrow(),
        name.orElseThrow(),
        new Unit(unit.orElseThrow()),
        value.orElseThrow(),
        precision,
        derivation,
        facts);
  }

  /** The precision, which must be stated: no other figures tell how a remainder is rounded. */
  private static Precision precision(DocumentFields fields, Optional<BigDecimal> value) {
    Precision precision = PrecisionReader.read(fields, value);
    if (precision.isAssumed()) {
      fields.fault("decimals", "is missing; give decimals, or low and high");
    }
    return precision;
  }
}
