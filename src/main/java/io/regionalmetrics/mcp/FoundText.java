package io.regionalmetrics.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.find.Found;
import io.regionalmetrics.find.Found.FoundFigures;
import io.regionalmetrics.find.Found.FoundMetric;
import io.regionalmetrics.find.Found.FoundRegion;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.representation.MarkdownText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what was found as JSON and as Markdown.
 *
 * @param found what was found
 */
record FoundText(Found found) {

  /** As JSON. */
  String json() {
    return Json.object(json -> {
      json.writeStringField("text", found.text());
      Json.objects(json, "companies", found.companies(), company -> write(json, company));
      Json.objects(json, "metrics", found.metrics(), metric -> write(json, metric));
      Json.objects(json, "regions", found.regions(), region -> write(json, region));
      Json.texts(json, "periods", found.periods().stream().map(Object::toString).toList());
      Json.objects(json, "figures", found.figures(), figures -> write(json, figures));
      json.writeStringField("sentence", sentence());
    });
  }

  private static void write(JsonGenerator json, Company company) throws IOException {
    json.writeStringField("id", company.id());
    json.writeStringField("name", company.name());
  }

  private static void write(JsonGenerator json, FoundMetric one) throws IOException {
    json.writeStringField("id", one.metric().id());
    Json.textIfPresent(json, "company", one.company());
    json.writeStringField("name", one.metric().name());
    json.writeStringField("kind", one.metric().kind().code());
    json.writeStringField("unit", one.metric().unit().code());
    Json.textIfPresent(json, "definition", one.metric().definition());
  }

  private static void write(JsonGenerator json, FoundRegion region) throws IOException {
    json.writeStringField("id", region.code());
    Json.textIfPresent(json, "company", region.company());
    json.writeStringField("name", region.name());
  }

  private static void write(JsonGenerator json, FoundFigures figures) throws IOException {
    json.writeStringField("company", figures.company());
    json.writeStringField("metric", figures.metric());
    json.writeStringField("region", figures.region());
    json.writeStringField("first", figures.coverage().first().toString());
    json.writeStringField("last", figures.coverage().last().toString());
  }

  /** As Markdown: the sentence, and a table of the figures. */
  String markdown() {
    return new MarkdownText()
        .paragraph(sentence())
        .table(
            List.of("company", "metric", "region", "name", "first quarter", "last quarter"),
            found.figures().stream().map(FoundText::row).toList())
        .paragraph(found.omitted() ? "There is more; name a company, a metric or a region." : "")
        .toString();
  }

  private static List<String> row(FoundFigures figures) {
    return List.of(
        figures.company(),
        figures.metric(),
        figures.region(),
        figures.name(),
        figures.coverage().first().toString(),
        figures.coverage().last().toString());
  }

  private String sentence() {
    if (found.isEmpty()) {
      return "Nothing here is called '%s'. The text 'companies' finds those that there are."
          .formatted(found.text());
    }
    List<String> parts = new ArrayList<>();
    names("Companies", found.companies().stream().map(one -> named(one.name(), one.id())))
        .ifPresent(parts::add);
    names(
            "Metrics",
            found.metrics().stream().map(one -> named(one.metric().name(), one.metric().id())))
        .ifPresent(parts::add);
    names("Regions", found.regions().stream().map(one -> named(one.name(), one.code())))
        .ifPresent(parts::add);
    names("Quarters", found.periods().stream().map(Object::toString)).ifPresent(parts::add);
    return String.join(" ", parts);
  }

  private static String named(String name, String id) {
    return "%s is %s".formatted(name, id);
  }

  private static Optional<String> names(String what, Stream<String> names) {
    String all = names.distinct().collect(Collectors.joining(", "));
    return all.isEmpty() ? Optional.empty() : Optional.of("%s: %s.".formatted(what, all));
  }
}
