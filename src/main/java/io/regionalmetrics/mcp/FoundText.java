package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.find.Found;
import io.regionalmetrics.find.Found.FoundFigures;
import io.regionalmetrics.find.Found.FoundMetric;
import io.regionalmetrics.find.Found.FoundRegion;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.representation.MarkdownText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.threeten.extra.YearQuarter;

/** Writes what was found as JSON and as Markdown. */
final class FoundText {
  private static final List<String> COLUMNS =
      List.of("company", "metric", "region", "name", "first quarter", "last quarter");

  private final Found found;
  private final Set<String> companies = new LinkedHashSet<>();
  private final Set<String> metrics = new LinkedHashSet<>();
  private final Set<String> regions = new LinkedHashSet<>();
  private final Set<String> quarters = new LinkedHashSet<>();

  FoundText(Found found) {
    this.found = found;
  }

  /** As JSON, and as Markdown: the sentence, and a table of the figures. */
  ToolResult result() {
    String json =
        Json.object(members -> {
          write(members);
          members.writeStringField("sentence", sentence());
        });
    List<List<String>> lines = new ArrayList<>();
    for (FoundFigures one : found.figures()) {
      lines.add(
          List.of(
              one.company(),
              one.metric(),
              one.region(),
              one.name(),
              one.coverage().first().toString(),
              one.coverage().last().toString()));
    }
    MarkdownText text = new MarkdownText().paragraph(sentence()).table(COLUMNS, lines, Set.of());
    return new ToolResult(text.toString(), json);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStringField("text", found.text());
    Json.objects(json, "companies", found.companies(), company -> write(json, company));
    Json.objects(json, "metrics", found.metrics(), metric -> write(json, metric));
    Json.objects(json, "regions", found.regions(), region -> write(json, region));
    for (YearQuarter quarter : found.periods()) {
      quarters.add(quarter.toString());
    }
    Json.texts(json, "periods", quarters);
    Json.objects(json, "figures", found.figures(), figures -> write(json, figures));
  }

  private void write(JsonGenerator json, Company company) throws IOException {
    named(json, company.id(), "", company.name(), companies);
  }

  private void write(JsonGenerator json, FoundMetric one) throws IOException {
    Metric metric = one.metric();
    named(json, metric.id(), one.company(), metric.name(), metrics);
    json.writeStringField("kind", metric.kind().code());
    json.writeStringField("unit", metric.unit().code());
    Json.textIfPresent(json, "definition", metric.definition());
  }

  private void write(JsonGenerator json, FoundRegion region) throws IOException {
    named(json, region.code(), region.company(), region.name(), regions);
  }

  /** Writes the members that all things have, and adds a name to those of the sentence. */
  private static void named(
      JsonGenerator json, String id, String company, String name, Set<String> names)
      throws IOException {
    json.writeStringField("id", id);
    if (!company.isEmpty()) {
      json.writeStringField("company", company);
    }
    json.writeStringField("name", name);
    names.add(name + " is " + id);
  }

  private static void write(JsonGenerator json, FoundFigures figures) throws IOException {
    json.writeStringField("company", figures.company());
    json.writeStringField("metric", figures.metric());
    json.writeStringField("region", figures.region());
    json.writeStringField("first", figures.coverage().first().toString());
    json.writeStringField("last", figures.coverage().last().toString());
  }

  private String sentence() {
    if (found.isEmpty()) {
      return "Nothing here is called '%s'. The text 'companies' finds those that there are."
          .formatted(found.text());
    }
    StringBuilder sentence = new StringBuilder();
    add(sentence, "Companies: ", companies);
    add(sentence, "Metrics: ", metrics);
    add(sentence, "Regions: ", regions);
    add(sentence, "Quarters: ", quarters);
    return sentence.toString();
  }

  private static void add(StringBuilder sentence, String what, Set<String> names) {
    if (!names.isEmpty()) {
      sentence.append(sentence.isEmpty() ? "" : " ").append(what);
      sentence.append(String.join(", ", names)).append('.');
    }
  }
}
