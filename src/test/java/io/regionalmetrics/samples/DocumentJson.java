package io.regionalmetrics.samples;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.ingest.Document.BreakdownRow;
import io.regionalmetrics.ingest.Document.CompanyRow;
import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.ingest.Document.RemainderRow;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.FilingTraits;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.SourceFile;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a document that was created in code as the JSON that a client posts for the same. */
public final class DocumentJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();

  private DocumentJson() {}

  /** The document as text. */
  public static String text(Document document) {
    return of(document).toString();
  }

  /** The document as an object. */
  public static ObjectNode of(Document document) {
    ObjectNode json = JSON.createObjectNode();
    json.set("source", source(document.source()));
    set(json, "factSources", factSources(document).map(DocumentJson::source));
    set(json, "companies", rows(document.companies(), DocumentJson::company));
    set(json, "metrics", rows(document.metrics(), DocumentJson::metric));
    set(json, "regions", rows(document.regions(), DocumentJson::region));
    set(json, "observations", rows(document.observations(), DocumentJson::observation));
    set(json, "breakdowns", rows(document.breakdowns(), DocumentJson::breakdown));
    return json;
  }

  private static <T> Stream<ObjectNode> rows(
      List<Located<T>> rows, Function<T, ObjectNode> object) {
    return rows.stream().map(row -> object.apply(row.row()));
  }

  /** Sets a list of objects, unless it is empty. */
  private static void set(ObjectNode json, String name, Stream<ObjectNode> objects) {
    ArrayNode list = JSON.createArrayNode();
    objects.forEach(list::add);
    if (!list.isEmpty()) {
      json.set(name, list);
    }
  }

  /** Sets a list of texts, unless it is empty. */
  private static void texts(ObjectNode json, String name, Collection<String> texts) {
    if (!texts.isEmpty()) {
      texts.forEach(json.withArray(name)::add);
    }
  }

  /** The sources of facts that aren't facts of the document's own source, by their ids. */
  private static Stream<Source> factSources(Document document) {
    Map<String, Source> sources = new TreeMap<>();
    Stream.concat(
            document.observations().stream().flatMap(one -> one.row().facts().stream()),
            document.breakdowns().stream()
                .flatMap(one -> one.row().remainders().stream())
                .flatMap(one -> one.facts().stream()))
        .flatMap(fact -> fact.source().stream())
        .forEach(source -> sources.put(source.id(), source));
    return sources.values().stream();
  }

  private static ObjectNode source(Source source) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", source.id()).put("title", source.title()).put("publisher", source.publisher());
    source.url().ifPresent(url -> json.put("url", url));
    json.put("published", source.published().toString()).put("kind", source.kind().code());
    source.file().map(SourceFile::sha256).ifPresent(sha256 -> json.put("sha256", sha256));
    source.file().flatMap(SourceFile::viewer).ifPresent(viewer -> json.put("viewer", viewer));
    return json;
  }

  private static ObjectNode company(CompanyRow row) {
    Company company = row.company();
    ObjectNode json = JSON.createObjectNode().put("id", company.id()).put("name", company.name());
    company.cik().ifPresent(cik -> json.put("cik", cik));
    company
        .fiscalYearEnd()
        .ifPresent(day -> json.put("fiscalYearEnd", day.toString().substring("--".length())));
    addTraits(json, row.traits());
    return json;
  }

  /** Adds what a company's filings show together to the company's object. */
  static void addTraits(ObjectNode company, FilingTraits traits) {
    texts(company, "regionsOnlyByYear", traits.regionsOnlyByYear());
    traits.lines().lines().stream()
        .map(TreeSet::new)
        .sorted((one, other) -> one.first().compareTo(other.first()))
        .forEach(line -> line.forEach(company.withArray("conceptLines").addArray()::add));
    if (!traits.renamed().isEmpty()) {
      ObjectNode renamed = company.putObject("renamedRegions");
      new TreeMap<>(traits.renamed().ids()).forEach(renamed::put);
    }
  }

  private static ObjectNode metric(MetricRow metric) {
    ObjectNode json = JSON.createObjectNode().put("id", metric.id());
    metric.company().ifPresent(company -> json.put("company", company));
    json.put("name", metric.name()).put("kind", metric.kind().code());
    metric.dimension().ifPresent(dimension -> json.put("dimension", dimension.code()));
    json.put("unit", metric.unit().toString());
    metric.terms().ifPresent(terms -> addTerms(json, terms));
    if (metric.mayBeNegative()) {
      json.put("negative", true);
    }
    metric.definition().ifPresent(definition -> json.put("definition", definition));
    return json;
  }

  private static void addTerms(ObjectNode metric, RatioTerms terms) {
    metric
        .put("numerator", terms.numerator())
        .put("denominator", terms.denominator())
        .put("basis", terms.average() ? "average" : "end")
        .put("per", terms.monthly() ? "month" : "quarter");
  }

  private static ObjectNode region(RegionRow region) {
    ObjectNode json = JSON.createObjectNode().put("id", region.id());
    region.company().ifPresent(company -> json.put("company", company));
    json.put("name", region.name());
    texts(json, "aliases", region.aliases());
    texts(json, "members", region.members());
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
    if (row.measure() != Measure.LEVEL) {
      json.put("measure", row.measure().code());
    }
    row.unit().ifPresent(unit -> json.put("unit", unit.toString()));
    row.value().ifPresent(value -> json.put("value", value));
    addPrecision(json, row.precision());
    if (row.status() != Status.NORMAL) {
      json.put("status", row.status().code());
    }
    row.derivation().ifPresent(derivation -> json.put("derivation", derivation));
    row.note().ifPresent(note -> json.put("note", note));
    set(json, "facts", row.facts().stream().map(DocumentJson::fact));
    return json;
  }

  private static void addPrecision(ObjectNode json, Precision precision) {
    switch (precision) {
      case Precision.Exact exact -> json.put("decimals", "INF");
      case Precision.Decimals(int decimals) -> json.put("decimals", decimals);
      case Precision.AssumedDecimals assumed -> {}
      case Precision.Between(BigDecimal low, BigDecimal high) ->
          json.put("low", low).put("high", high);
    }
  }

  private static ObjectNode fact(FiledFact fact) {
    ObjectNode json = JSON.createObjectNode().put("concept", fact.concept());
    if (!fact.dimensions().isEmpty()) {
      ObjectNode dimensions = json.putObject("dimensions");
      fact.dimensions().forEach(dimensions::put);
    }
    fact.id().ifPresent(id -> json.put("id", id));
    fact.source().ifPresent(source -> json.put("source", source.id()));
    return json;
  }

  private static ObjectNode breakdown(BreakdownRow row) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("company", row.company())
            .put("metric", row.metric())
            .put("whole", row.whole())
            .put("period", row.period().toString());
    texts(json, "members", row.members());
    set(json, "remainders", row.remainders().stream().map(DocumentJson::remainder));
    return json;
  }

  private static ObjectNode remainder(RemainderRow row) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("code", row.code())
            .put("name", row.name())
            .put("unit", row.unit().toString())
            .put("value", row.value());
    addPrecision(json, row.precision());
    row.derivation().ifPresent(derivation -> json.put("derivation", derivation));
    set(json, "facts", row.facts().stream().map(DocumentJson::fact));
    return json;
  }
}
