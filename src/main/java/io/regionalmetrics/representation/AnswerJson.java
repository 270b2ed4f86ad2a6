package io.regionalmetrics.representation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Conclusion;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.KnownFigure.Conversion;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vintage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An answer as JSON. What has no use is left out. */
public final class AnswerJson {
  private static final Set<String> LISTS = Set.of("company", "region");

  private final Answer answer;
  private final JsonGenerator json;
  private final boolean severalCompanies;

  private AnswerJson(Answer answer, JsonGenerator json) {
    this.answer = answer;
    this.json = json;
    this.severalCompanies = answer.question().getOrDefault("company", List.of()).size() > 1;
  }

  public static String write(Answer answer) {
    return Json.object(json -> new AnswerJson(answer, json).write());
  }

  private void write() throws IOException {
    question();
    json.writeArrayFieldStart("rows");
    for (AnswerRow row : answer.rows()) {
      write(row);
    }
    json.writeEndArray();
    if (!answer.remainder().isEmpty()) {
      json.writeObjectFieldStart("remainder");
      write(answer.remainder());
      json.writeEndObject();
    }
    if (!answer.conclusions().isEmpty()) {
      json.writeArrayFieldStart("conclusions");
      for (Conclusion conclusion : answer.conclusions()) {
        write(conclusion);
      }
      json.writeEndArray();
    }
    json.writeArrayFieldStart("findings");
    for (Finding finding : answer.findings()) {
      write(finding);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("sources");
    for (Source source : answer.sources().values()) {
      json.writeObjectFieldStart(source.id());
      write(json, source);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeStringField("sentence", answer.sentence());
    json.writeStringField("citation", citation(answer));
    if (answer.next().isPresent()) {
      json.writeStringField("next", answer.next().get());
    }
  }

  private void question() throws IOException {
    json.writeObjectFieldStart("question");
    json.writeStringField("comparison", answer.comparison());
    for (Map.Entry<String, List<String>> parameter : answer.question().entrySet()) {
      if (LISTS.contains(parameter.getKey())) {
        Json.texts(json, parameter.getKey(), parameter.getValue());
      } else {
        json.writeStringField(parameter.getKey(), String.join(",", parameter.getValue()));
      }
    }
    json.writeEndObject();
  }

  /** The address that asks the same again, with nothing left open. */
  static String citation(Answer answer) {
    return answer.question().entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&", path(answer) + "?", ""));
  }

  private static String path(Answer answer) {
    return answer.comparison().equals("series")
        ? "/v1/series"
        : "/v1/comparisons/" + answer.comparison();
  }

  /** The values of one parameter, as an address has them. */
  static String encoded(List<String> values) {
    return values.stream()
        .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%3A", ":"))
        .collect(Collectors.joining(","));
  }

  private void write(AnswerRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("company", row.company());
    json.writeStringField("metric", row.metric());
    json.writeStringField("region", row.region());
    json.writeStringField("period", row.period().toString());
    write(row.fields());
    json.writeEndObject();
  }

  private void write(Map<RowField, RowValue> fields) throws IOException {
    for (Map.Entry<RowField, RowValue> field : fields.entrySet()) {
      json.writeFieldName(field.getKey().code());
      write(field.getValue());
    }
  }

  private void write(RowValue field) throws IOException {
    switch (field) {
      case Relation relation -> json.writeString(relation.code());
      case Verdict verdict -> json.writeString(verdict.code());
      case RowValue.FittingRates(List<String> bases) -> {
        json.writeStartArray();
        for (String basis : bases) {
          json.writeString(basis);
        }
        json.writeEndArray();
      }
      case RowValue.Rank(int rank) -> json.writeNumber(rank);
      case RowValue.ChangeDrivers(List<RowValue.ChangeDriver> drivers) -> {
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
      case Missing missing -> {
        json.writeStartObject();
        json.writeStringField("missing", missing.reason().code());
        json.writeStringField("message", missing.message());
        json.writeEndObject();
      }
      case KnownFigure known -> {
        json.writeStartObject();
        members(known);
        json.writeEndObject();
      }
    }
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
    if (!known.operands().isEmpty()) {
      json.writeArrayFieldStart("operands");
      for (KnownFigure.Operand operand : known.operands()) {
        write(operand);
      }
      json.writeEndArray();
    }
    if (!known.alternatives().isEmpty()) {
      json.writeArrayFieldStart("alternatives");
      for (KnownFigure.Alternative alternative : known.alternatives()) {
        json.writeStartObject();
        members(alternative.figure());
        published(alternative.vintage());
        Json.texts(json, "sources", List.of(alternative.vintage().source().id()));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (known.conversion().isPresent()) {
      write(known.conversion().get());
    }
    if (!known.history().isEmpty()) {
      json.writeArrayFieldStart("history");
      for (KnownFigure.Edition edition : known.history()) {
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

  private void write(Conclusion conclusion) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", conclusion.code().code());
    rows(conclusion.rows());
    json.writeFieldName("before");
    write(conclusion.before());
    json.writeFieldName("after");
    write(conclusion.after());
    json.writeStringField("message", conclusion.message());
    json.writeEndObject();
  }

  private void rows(List<Integer> rows) throws IOException {
    json.writeArrayFieldStart("rows");
    for (int row : rows) {
      json.writeNumber(row);
    }
    json.writeEndArray();
  }

  private void write(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", finding.code().code());
    rows(finding.rows());
    json.writeStringField("message", finding.message());
    json.writeEndObject();
  }

  /** The members of a source but its id. */
  public static void write(JsonGenerator json, Source source) throws IOException {
    json.writeStringField("title", source.title());
    json.writeStringField("publisher", source.publisher());
    if (source.url().isPresent()) {
      json.writeStringField("url", source.url().get());
    }
    json.writeStringField("published", source.published().toString());
    json.writeStringField("kind", source.kind().code());
  }
}
