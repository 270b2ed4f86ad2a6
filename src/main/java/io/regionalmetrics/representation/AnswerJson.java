package io.regionalmetrics.representation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Conclusion;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.answer.NamedRemainder;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.SourceFile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes an answer as JSON. Empty parts are left out. */
public final class AnswerJson {
  private static final Set<String> LISTS = Set.of("company", "region");

  private final Answer answer;
  private final Optional<String> next;
  private final JsonGenerator json;
  private final RowValueJson values;

  private AnswerJson(Answer answer, Optional<String> next, JsonGenerator json) {
    this.answer = answer;
    this.next = next;
    this.json = json;
    this.values =
        new RowValueJson(json, answer.question().getOrDefault("company", List.of()).size() > 1);
  }

  /**
   * The whole answer.
   *
   * @param next the token of the next page, if there is one
   */
  public static String write(Answer answer, Optional<String> next) {
    return Json.object(json -> new AnswerJson(answer, next, json).write());
  }

  private void write() throws IOException {
    question();
    Json.objects(json, "rows", answer.rows(), this::members);
    remainder();
    Json.objectsIfAny(json, "conclusions", answer.conclusions(), this::members);
    Json.objects(json, "findings", answer.findings(), this::members);
    sources();
    json.writeStringField("sentence", answer.sentence());
    json.writeStringField("citation", citation(answer));
    Json.textIfPresent(json, "next", next);
  }

  private void remainder() throws IOException {
    if (!answer.remainder().isEmpty()) {
      json.writeObjectFieldStart("remainder");
      write(answer.remainder());
      Json.objectsIfAny(json, "named", answer.named(), this::members);
      json.writeEndObject();
    }
  }

  private void members(NamedRemainder named) throws IOException {
    json.writeStringField("name", named.name());
    write(named.fields());
  }

  private void sources() throws IOException {
    json.writeObjectFieldStart("sources");
    for (Source source : answer.sources().values()) {
      json.writeObjectFieldStart(source.id());
      write(json, source);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void question() throws IOException {
    json.writeObjectFieldStart("question");
    json.writeStringField("comparison", answer.kind().code());
    for (Map.Entry<String, List<String>> parameter : answer.question().entrySet()) {
      if (LISTS.contains(parameter.getKey())) {
        Json.texts(json, parameter.getKey(), parameter.getValue());
      } else {
        json.writeStringField(parameter.getKey(), String.join(",", parameter.getValue()));
      }
    }
    json.writeEndObject();
  }

  /**
   * The address of the same question with every choice made explicit: {@code latest} is replaced by
   * its quarter, and {@code asOf} is set.
   */
  static String citation(Answer answer) {
    return answer.question().entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&", path(answer) + "?", ""));
  }

  private static String path(Answer answer) {
    return answer.kind() == QuestionKind.SERIES
        ? "/v1/series"
        : "/v1/comparisons/" + answer.kind().code();
  }

  /** The values of one parameter, percent-encoded. */
  static String encoded(List<String> values) {
    return values.stream()
        .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%3A", ":"))
        .collect(Collectors.joining(","));
  }

  private void members(AnswerRow row) throws IOException {
    json.writeStringField("company", row.company());
    json.writeStringField("metric", row.metric());
    json.writeStringField("region", row.region());
    json.writeStringField("period", row.period().toString());
    write(row.fields());
  }

  private void write(Map<RowField, RowValue> fields) throws IOException {
    for (Map.Entry<RowField, RowValue> field : fields.entrySet()) {
      json.writeFieldName(field.getKey().code());
      values.write(field.getValue());
    }
  }

  private void members(Conclusion conclusion) throws IOException {
    json.writeStringField("code", conclusion.code().code());
    rows(conclusion.rows());
    json.writeFieldName("before");
    values.write(conclusion.before());
    json.writeFieldName("after");
    values.write(conclusion.after());
    json.writeStringField("message", conclusion.message());
  }

  private void rows(List<Integer> rows) throws IOException {
    json.writeArrayFieldStart("rows");
    for (int row : rows) {
      json.writeNumber(row);
    }
    json.writeEndArray();
  }

  private void members(Finding finding) throws IOException {
    json.writeStringField("code", finding.code().code());
    rows(finding.rows());
    json.writeStringField("message", finding.message());
  }

  private static void write(JsonGenerator json, SourceFile file) throws IOException {
    json.writeStringField("sha256", file.sha256());
    Json.textIfPresent(json, "viewer", file.viewer());
  }

  /** Writes the members of a source except its id. */
  public static void write(JsonGenerator json, Source source) throws IOException {
    json.writeStringField("title", source.title());
    json.writeStringField("publisher", source.publisher());
    Json.textIfPresent(json, "url", source.url());
    json.writeStringField("published", source.published().toString());
    json.writeStringField("kind", source.kind().code());
    if (source.file().isPresent()) {
      write(json, source.file().get());
    }
  }
}
