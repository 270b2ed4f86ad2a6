package io.regionalmetrics.feed.filing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Writes a filing's document as the JSON that a client would post for the same content. */
final class DocumentJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();

  private DocumentJson() {}

  static String of(Document document) {
    ObjectNode json = JSON.createObjectNode();
    json.set("source", source(document.source()));
    json.set("companies", list(document.companies(), DocumentJson::company));
    json.set("metrics", list(document.metrics(), DocumentJson::metric));
    json.set("regions", list(document.regions(), DocumentJson::region));
    json.set("observations", list(document.observations(), DocumentJson::observation));
    return json.toString();
  }

  private static <T> ArrayNode list(List<Located<T>> rows, Function<T, ObjectNode> json) {
    ArrayNode list = JSON.createArrayNode();
    rows.forEach(row -> list.add(json.apply(row.row())));
    return list;
  }

  private static ObjectNode source(Source source) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", source.id()).put("title", source.title()).put("publisher", source.publisher());
    source.url().ifPresent(url -> json.put("url", url));
    return json.put("published", source.published().toString()).put("kind", source.kind().code());
  }

  private static ObjectNode company(Company company) {
    ObjectNode json = JSON.createObjectNode().put("id", company.id()).put("name", company.name());
    company.cik().ifPresent(cik -> json.put("cik", cik));
    company
        .fiscalYearEnd()
        .ifPresent(day -> json.put("fiscalYearEnd", day.toString().substring("--".length())));
    return json;
  }

  private static ObjectNode metric(MetricRow metric) {
    ObjectNode json = JSON.createObjectNode().put("id", metric.id());
    metric.company().ifPresent(company -> json.put("company", company));
    json.put("name", metric.name()).put("kind", metric.kind().code());
    metric.dimension().ifPresent(dimension -> json.put("dimension", dimension.code()));
    json.put("unit", metric.unit().toString());
    if (metric.mayBeNegative()) {
      json.put("negative", true);
    }
    metric.definition().ifPresent(definition -> json.put("definition", definition));
    return json;
  }

  private static ObjectNode region(RegionRow region) {
    ObjectNode json = JSON.createObjectNode().put("id", region.id());
    region.company().ifPresent(company -> json.put("company", company));
    json.put("name", region.name());
    if (!region.members().isEmpty()) {
      ArrayNode members = json.putArray("members");
      region.members().forEach(members::add);
    }
    region.residual().ifPresent(residual -> json.put("residual", residual.toString()));
    return json;
  }

  private static ObjectNode observation(ObservationRow row) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("company", row.company())
            .put("metric", row.metric())
            .put("region", row.region())
            .put("period", row.period().toString());
    row.unit().ifPresent(unit -> json.put("unit", unit.toString()));
    row.value().ifPresent(value -> json.put("value", value));
    switch (row.precision()) {
      case Precision.Exact exact -> json.put("decimals", "INF");
      case Precision.Decimals(int decimals) -> json.put("decimals", decimals);
      case Precision.AssumedDecimals assumed -> {}
      case Precision.Between(BigDecimal low, BigDecimal high) ->
          json.put("low", low).put("high", high);
    }
    row.derivation().ifPresent(derivation -> json.put("derivation", derivation));
    return json;
  }
}
