package io.regionalmetrics.store;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threeten.extra.YearQuarter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Definitions, for all companies or for one, and what is known about a company, as items. */
final class DefinitionItem {
  static final Table.Key COMMON = new Table.Key("definitions", "all");
  static final String CATALOG = "catalog";
  private static final String METRICS = "metrics";
  private static final String REGIONS = "regions";
  private static final String COVERAGE = "coverage";
  private static final String NAMED = "named";

  private DefinitionItem() {}

  static Table.Key key(String company) {
    return new Table.Key("company#" + company, "definition");
  }

  static Map<String, AttributeValue> write(Definitions common) {
    return definitions(
            new Attributes().string(Table.PK, COMMON.pk()).string(Table.SK, COMMON.sk()), common)
        .map();
  }

  static Definitions read(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    Map<String, Metric> metrics = new LinkedHashMap<>();
    attributes
        .list(METRICS, DefinitionItem::metric)
        .forEach(metric -> metrics.put(metric.id(), metric));
    Map<String, Region> regions = new LinkedHashMap<>();
    attributes
        .list(REGIONS, DefinitionItem::region)
        .forEach(region -> regions.put(region.id(), region));
    return new Definitions(metrics, regions);
  }

  static Map<String, AttributeValue> write(CompanyRecord record) {
    Table.Key key = key(record.company().id());
    Attributes attributes =
        company(record.company()).string(Table.PK, key.pk()).string(Table.SK, key.sk());
    return definitions(attributes, record.definitions())
        .map(COVERAGE, coverage(record.coverage()))
        .map();
  }

  static CompanyRecord readCompany(Map<String, AttributeValue> item) {
    Map<String, Map<String, Coverage>> coverage = new LinkedHashMap<>();
    new Attributes(item)
        .map(COVERAGE)
        .forEach((metric, regions) -> {
          Map<String, Coverage> covered = new LinkedHashMap<>();
          regions.m().forEach((region, text) -> covered.put(region, coverage(text.s())));
          coverage.put(metric, covered);
        });
    return new CompanyRecord(company(item), read(item), coverage);
  }

  /** The item that lists a company. */
  static Map<String, AttributeValue> writeCatalog(Company company) {
    return company(company).string(Table.PK, CATALOG).string(Table.SK, company.id()).map();
  }

  static Company company(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new Company(
        attributes.string("id"),
        attributes.string("name"),
        attributes.optional("cik"),
        attributes.optional("fiscalYearEnd").map(MonthDay::parse),
        LocalDate.parse(attributes.string(NAMED)));
  }

  private static Attributes company(Company company) {
    return new Attributes()
        .string("id", company.id())
        .string("name", company.name())
        .string("cik", company.cik())
        .string("fiscalYearEnd", company.fiscalYearEnd().map(MonthDay::toString))
        .string(NAMED, company.named().toString());
  }

  private static Attributes definitions(Attributes attributes, Definitions definitions) {
    return attributes
        .list(METRICS, List.copyOf(definitions.metrics().values()), DefinitionItem::metric)
        .list(REGIONS, List.copyOf(definitions.regions().values()), DefinitionItem::region);
  }

  private static AttributeValue metric(Metric metric) {
    Attributes attributes =
        new Attributes()
            .string("id", metric.id())
            .string("name", metric.name())
            .string("kind", metric.kind().code())
            .string("dimension", metric.dimension().code())
            .string("unit", metric.unit().code())
            .flag("negative", metric.mayBeNegative())
            .string("definition", metric.definition())
            .string(NAMED, metric.named().toString());
    metric
        .terms()
        .ifPresent(terms ->
            attributes
                .string("numerator", terms.numerator())
                .string("denominator", terms.denominator())
                .flag("average", terms.average())
                .flag("monthly", terms.monthly()));
    return AttributeValue.fromM(attributes.map());
  }

  private static Metric metric(AttributeValue value) {
    Attributes attributes = new Attributes(value.m());
    return new Metric(
        attributes.string("id"),
        attributes.string("name"),
        MetricKind.of(attributes.string("kind")).orElseThrow(),
        Dimension.of(attributes.string("dimension")).orElseThrow(),
        new Unit(attributes.string("unit")),
        attributes.optional("numerator").map(numerator -> terms(numerator, attributes)),
        attributes.flag("negative"),
        attributes.optional("definition"),
        LocalDate.parse(attributes.string(NAMED)));
  }

  private static RatioTerms terms(String numerator, Attributes attributes) {
    return new RatioTerms(
        numerator,
        attributes.string("denominator"),
        attributes.flag("average"),
        attributes.flag("monthly"));
  }

  private static AttributeValue region(Region region) {
    return AttributeValue.fromM(
        new Attributes()
            .string("id", region.id())
            .string("name", region.name())
            .list("aliases", region.aliases(), AttributeValue::fromS)
            .list("members", region.members(), AttributeValue::fromS)
            .string("residual", region.residual().map(RegionExpression::toString))
            .string(NAMED, region.named().toString())
            .map());
  }

  private static Region region(AttributeValue value) {
    Attributes attributes = new Attributes(value.m());
    return new Region(
        attributes.string("id"),
        attributes.string("name"),
        attributes.list("aliases", AttributeValue::s),
        attributes.list("members", AttributeValue::s),
        attributes.optional("residual").map(RegionExpression::parse),
        LocalDate.parse(attributes.string(NAMED)));
  }

  private static Map<String, AttributeValue> coverage(Map<String, Map<String, Coverage>> coverage) {
    Map<String, AttributeValue> metrics = new HashMap<>();
    coverage.forEach((metric, regions) -> {
      Map<String, AttributeValue> covered = new HashMap<>();
      regions.forEach(
          (region, quarters) -> covered.put(region, AttributeValue.fromS(text(quarters))));
      metrics.put(metric, AttributeValue.fromM(covered));
    });
    return metrics;
  }

  /** The first and last quarter, then the breaks, separated by spaces. */
  private static String text(Coverage coverage) {
    List<String> words =
        new ArrayList<>(List.of(coverage.first().toString(), coverage.last().toString()));
    coverage.breaks().forEach(quarter -> words.add(quarter.toString()));
    return String.join(" ", words);
  }

  private static Coverage coverage(String text) {
    List<YearQuarter> quarters =
        List.of(text.split(" ", -1)).stream().map(YearQuarter::parse).toList();
    return new Coverage(quarters.get(0), quarters.get(1), quarters.subList(2, quarters.size()));
  }
}
