package io.regionalmetrics.representation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.KnownFigure.Conversion;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vintage;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Writes the values of a row as JSON.
 *
 * @param json the generator to write to
 * @param severalCompanies whether to name the company of each operand
 */
record RowValueJson(JsonGenerator json, boolean severalCompanies) {

  /** Writes one value. */
  void write(RowValue field) throws IOException {
    switch (field) {
      case Relation relation -> json.writeString(relation.code());
      case Verdict verdict -> json.writeString(verdict.code());
      case RowValue.FittingRates(List<String> bases) -> texts(bases);
      case RowValue.Rank(int rank) -> json.writeNumber(rank);
      case RowValue.ChangeDrivers(List<RowValue.ChangeDriver> drivers) -> drivers(drivers);
      case Missing missing -> missing(missing);
      case KnownFigure known -> {
        json.writeStartObject();
        members(known);
        json.writeEndObject();
      }
    }
  }

  private void texts(List<String> texts) throws IOException {
    json.writeArray(texts.toArray(String[]::new), 0, texts.size());
  }

  private void drivers(List<RowValue.ChangeDriver> drivers) throws IOException {
    json.writeStartArray();
    for (RowValue.ChangeDriver driver : drivers) {
      json.writeStartObject();
      json.writeStringField("metric", driver.metric());
      json.writeFieldName("factor");
      write(driver.factor());
      json.writeFieldName("effect");
      write(driver.effect());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void missing(Missing missing) throws IOException {
    json.writeStartObject();
    json.writeStringField("missing", missing.reason().code());
    json.writeStringField("message", missing.message());
    json.writeEndObject();
  }

  private void members(KnownFigure known) throws IOException {
    members(known.figure());
    if (known.vintage().isPresent()) {
      published(known.vintage().get());
    }
    Json.textsIfAny(json, "sources", known.sources());
    Json.textsIfAny(json, "from", known.from().stream().map(RowField::code).toList());
    Json.objectsIfAny(json, "operands", known.operands(), this::members);
    Json.objectsIfAny(json, "alternatives", known.alternatives(), this::members);
    if (known.conversion().isPresent()) {
      write(known.conversion().get());
    }
    Json.objectsIfAny(json, "history", known.history(), this::members);
  }

  private void members(KnownFigure.Alternative alternative) throws IOException {
    members(alternative.figure());
    published(alternative.vintage());
    Json.texts(json, "sources", List.of(alternative.vintage().source().id()));
  }

  private void write(Conversion conversion) throws IOException {
    json.writeObjectFieldStart("conversion");
    Json.number(json, "rate", conversion.rate().shown());
    json.writeStringField("basis", conversion.rate().basis());
    json.writeStringField("source", conversion.rate().sourceId());
    json.writeObjectFieldStart("unconverted");
    members(conversion.unconverted().figure());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void members(KnownFigure.Edition edition) throws IOException {
    if (edition.figure().isPresent()) {
      members(edition.figure().get());
    }
    published(edition.vintage());
    json.writeStringField("published", edition.vintage().source().published().toString());
    Json.texts(json, "sources", List.of(edition.vintage().source().id()));
  }

  private void members(Figure figure) throws IOException {
    Json.number(json, "value", figure.value());
    if (figure.bounds().isPresent()) {
      Json.number(json, "low", figure.bounds().get().low());
      Json.number(json, "high", figure.bounds().get().high());
    }
    json.writeStringField("unit", figure.unit().code());
    json.writeStringField("origin", figure.origin().code());
  }

  private void published(Vintage vintage) throws IOException {
    Observation observation = vintage.observation();
    if (observation.status() != Status.NORMAL) {
      json.writeStringField("status", observation.status().code());
    }
    Json.textIfPresent(json, "note", observation.note());
    Json.textIfPresent(json, "derivation", observation.derivation());
    Json.objectsIfAny(json, "facts", observation.facts(), fact -> members(fact, vintage.source()));
  }

  private void members(FiledFact fact, Source publication) throws IOException {
    json.writeStringField("source", fact.source().orElse(publication).id());
    json.writeStringField("concept", fact.concept());
    json.writeObjectFieldStart("dimensions");
    for (Map.Entry<String, String> one : fact.dimensions().entrySet()) {
      json.writeStringField(one.getKey(), one.getValue());
    }
    json.writeEndObject();
    Json.textIfPresent(json, "id", fact.id());
    Json.textIfPresent(json, "url", fact.address(publication));
  }

  private void members(KnownFigure.Operand operand) throws IOException {
    if (severalCompanies) {
      json.writeStringField("company", operand.company());
    }
    json.writeStringField("metric", operand.metric());
    json.writeStringField("region", operand.region());
    json.writeStringField("period", operand.period().toString());
    members(operand.known());
  }
}
