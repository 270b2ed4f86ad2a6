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
    json.writeStartArray();
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
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
    if (!known.sources().isEmpty()) {
      Json.texts(json, "sources", known.sources());
    }
    if (!known.from().isEmpty()) {
      Json.texts(json, "from", known.from().stream().map(RowField::code).toList());
    }
    operands(known.operands());
    alternatives(known.alternatives());
    if (known.conversion().isPresent()) {
      write(known.conversion().get());
    }
    history(known.history());
  }

  private void operands(List<KnownFigure.Operand> operands) throws IOException {
    if (!operands.isEmpty()) {
      json.writeArrayFieldStart("operands");
      for (KnownFigure.Operand operand : operands) {
        write(operand);
      }
      json.writeEndArray();
    }
  }

  private void alternatives(List<KnownFigure.Alternative> alternatives) throws IOException {
    if (!alternatives.isEmpty()) {
      json.writeArrayFieldStart("alternatives");
      for (KnownFigure.Alternative alternative : alternatives) {
        json.writeStartObject();
        members(alternative.figure());
        published(alternative.vintage());
        Json.texts(json, "sources", List.of(alternative.vintage().source().id()));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void history(List<KnownFigure.Edition> editions) throws IOException {
    if (!editions.isEmpty()) {
      json.writeArrayFieldStart("history");
      for (KnownFigure.Edition edition : editions) {
        write(edition);
      }
      json.writeEndArray();
    }
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

  private void write(KnownFigure.Edition edition) throws IOException {
    json.writeStartObject();
    if (edition.figure().isPresent()) {
      members(edition.figure().get());
    }
    published(edition.vintage());
    json.writeStringField("published", edition.vintage().source().published().toString());
    Json.texts(json, "sources", List.of(edition.vintage().source().id()));
    json.writeEndObject();
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
    if (observation.note().isPresent()) {
      json.writeStringField("note", observation.note().get());
    }
    if (observation.derivation().isPresent()) {
      json.writeStringField("derivation", observation.derivation().get());
    }
    facts(vintage);
  }

  private void facts(Vintage vintage) throws IOException {
    if (!vintage.observation().facts().isEmpty()) {
      json.writeArrayFieldStart("facts");
      for (FiledFact fact : vintage.observation().facts()) {
        write(fact, vintage.source());
      }
      json.writeEndArray();
    }
  }

  private void write(FiledFact fact, Source publication) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", fact.source().orElse(publication).id());
    json.writeStringField("concept", fact.concept());
    json.writeObjectFieldStart("dimensions");
    for (Map.Entry<String, String> one : fact.dimensions().entrySet()) {
      json.writeStringField(one.getKey(), one.getValue());
    }
    json.writeEndObject();
    if (fact.id().isPresent()) {
      json.writeStringField("id", fact.id().get());
    }
    if (fact.address(publication).isPresent()) {
      json.writeStringField("url", fact.address(publication).get());
    }
    json.writeEndObject();
  }

  private void write(KnownFigure.Operand operand) throws IOException {
    json.writeStartObject();
    if (severalCompanies) {
      json.writeStringField("company", operand.company());
    }
    json.writeStringField("metric", operand.metric());
    json.writeStringField("region", operand.region());
    json.writeStringField("period", operand.period().toString());
    members(operand.known());
    json.writeEndObject();
  }
}
