package io.regionalmetrics.feed.filing;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.Region;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one filing says, as documents that {@code POST /v1/observations} takes: with what they
 * define, and with at most 4,000 rows each, all of a metric's quarter in one of them.
 *
 * @param source the filing
 * @param company who filed it
 * @param metrics those that need a definition
 * @param regions those that need a definition
 */
record FilingDocument(
    Source source,
    Company company,
    Collection<DefinedMetric> metrics,
    List<Region> regions,
    List<FilingObservation> rows) {
  private static final int MOST_ROWS = 4_000;

  /** The documents' bytes. */
  List<byte[]> json() {
    Map<String, List<FilingObservation>> quarters = new LinkedHashMap<>();
    for (FilingObservation row : rows) {
      quarters
          .computeIfAbsent(row.metric() + " " + row.quarter(), same -> new ArrayList<>())
          .add(row);
    }
    List<byte[]> documents = new ArrayList<>();
    List<FilingObservation> together = new ArrayList<>();
    for (List<FilingObservation> quarter : quarters.values()) {
      if (!together.isEmpty() && together.size() + quarter.size() > MOST_ROWS) {
        documents.add(json(together));
        together.clear();
      }
      together.addAll(quarter);
    }
    if (!together.isEmpty()) {
      documents.add(json(together));
    }
    return documents;
  }

  private byte[] json(List<FilingObservation> some) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.generator(bytes)) {
      json.writeStartObject();
      writeSource(json);
      writeCompany(json);
      writeMetrics(json);
      writeRegions(json);
      json.writeArrayFieldStart("observations");
      for (FilingObservation row : some) {
        write(row, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void writeSource(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("id", source.id());
    json.writeStringField("title", source.title());
    json.writeStringField("publisher", source.publisher());
    if (source.url().isPresent()) {
      json.writeStringField("url", source.url().get());
    }
    json.writeStringField("published", source.published().toString());
    json.writeStringField("kind", source.kind().code());
    json.writeEndObject();
  }

  private void writeCompany(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("companies");
    json.writeStartObject();
    json.writeStringField("id", company.id());
    json.writeStringField("name", company.name());
    if (company.cik().isPresent()) {
      json.writeStringField("cik", company.cik().get());
    }
    if (company.fiscalYearEnd().isPresent()) {
      json.writeStringField(
          "fiscalYearEnd", company.fiscalYearEnd().get().toString().substring("--".length()));
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writeMetrics(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("metrics");
    for (DefinedMetric defined : metrics) {
      Metric metric = defined.metric();
      json.writeStartObject();
      json.writeStringField("id", metric.id());
      if (!defined.isCommon()) {
        json.writeStringField("company", company.id());
      }
      json.writeStringField("name", metric.name());
      json.writeStringField("kind", metric.kind().code());
      json.writeStringField("dimension", metric.dimension().code());
      json.writeStringField("unit", metric.unit().code());
      if (metric.mayBeNegative()) {
        json.writeBooleanField("negative", true);
      }
      if (metric.definition().isPresent()) {
        json.writeStringField("definition", metric.definition().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeRegions(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("regions");
    for (Region region : regions) {
      json.writeStartObject();
      json.writeStringField("id", region.id());
      json.writeStringField("company", company.id());
      json.writeStringField("name", region.name());
      if (!region.members().isEmpty()) {
        json.writeArrayFieldStart("members");
        for (String member : region.members()) {
          json.writeString(member);
        }
        json.writeEndArray();
      }
      if (region.residual().isPresent()) {
        json.writeStringField("residual", region.residual().get().toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(FilingObservation row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("company", company.id());
    json.writeStringField("metric", row.metric());
    json.writeStringField("region", row.region());
    json.writeStringField("period", row.quarter().toString());
    json.writeStringField("unit", row.unit().code());
    writeNumber(json, "value", row.value());
    switch (row.precision()) {
      case Precision.Exact exact -> json.writeStringField("decimals", "INF");
      case Precision.Decimals(int decimals) -> json.writeNumberField("decimals", decimals);
      case Precision.Between(BigDecimal low, BigDecimal high) -> {
        writeNumber(json, "low", low);
        writeNumber(json, "high", high);
      }
    }
    if (row.derivation().isPresent()) {
      json.writeStringField("derivation", row.derivation().get());
    }
    json.writeEndObject();
  }

  private static void writeNumber(JsonGenerator json, String name, BigDecimal number)
      throws IOException {
    json.writeFieldName(name);
    json.writeNumber(number.toPlainString());
  }
}
