package io.regionalmetrics.store;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.ConceptLines;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.FilingTraits;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RenamedRegions;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of definitions: one for all companies, and one for each company. */
final class DefinitionItem {
  static final Table.Key COMMON = new Table.Key("definitions", "all");
  static final String CATALOG = "catalog";
  private static final String METRICS = "metrics";
  private static final String REGIONS = "regions";
  private static final String COVERAGE = "coverage";
  private static final String LINES = "lines";
  private static final String REGIONS_ONLY_BY_YEAR = "regionsOnlyByYear";
  private static final String RENAMED = "renamed";
  private static final String NAMED = "named";
  private static final String FORMER_NAMES = "formerNames";

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
    Map<String, Metric> metrics = new TreeMap<>(); // Earlier versions wrote them in another order.
    attributes
        .list(METRICS, MetricAttributes::read)
        .forEach(metric -> metrics.put(metric.id(), metric));
    Map<String, Region> regions = new TreeMap<>();
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
        .map(COVERAGE, CoverageAttributes.write(record.coverage()))
        .list(LINES, sorted(record.traits().lines()), DefinitionItem::line)
        .list(
            REGIONS_ONLY_BY_YEAR,
            List.copyOf(record.traits().regionsOnlyByYear()),
            AttributeValue::fromS)
        .mapIfAny(RENAMED, renamed(record.traits().renamed()))
        .map();
  }

  static CompanyRecord readCompany(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new CompanyRecord(
        company(item),
        read(item),
        CoverageAttributes.read(attributes.map(COVERAGE)),
        traits(attributes));
  }

  private static FilingTraits traits(Attributes attributes) {
    return FilingTraits.of(
            new ConceptLines(Set.copyOf(attributes.list(LINES, DefinitionItem::line))),
            attributes.list(REGIONS_ONLY_BY_YEAR, AttributeValue::s))
        .with(renamed(attributes.map(RENAMED)));
  }

  private static Map<String, AttributeValue> renamed(RenamedRegions regions) {
    Map<String, AttributeValue> ids = new LinkedHashMap<>();
    regions.ids().forEach((other, id) -> ids.put(other, AttributeValue.fromS(id)));
    return ids;
  }

  private static RenamedRegions renamed(Map<String, AttributeValue> texts) {
    Map<String, String> ids = new LinkedHashMap<>();
    texts.forEach((other, id) -> ids.put(other, id.s()));
    return new RenamedRegions(ids);
  }

  private static List<List<String>> sorted(ConceptLines lines) {
    return lines.lines().stream()
        .map(line -> line.stream().sorted().toList())
        .sorted(Comparator.comparing(List::getFirst))
        .toList();
  }

  private static AttributeValue line(List<String> concepts) {
    return AttributeValue.fromL(concepts.stream().map(AttributeValue::fromS).toList());
  }

  private static Set<String> line(AttributeValue concepts) {
    return concepts.l().stream().map(AttributeValue::s).collect(Collectors.toSet());
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

  /** Definitions are sorted, so that the order in which documents arrive changes nothing. */
  private static Attributes definitions(Attributes attributes, Definitions definitions) {
    return attributes
        .list(METRICS, sorted(definitions.metrics()), MetricAttributes::write)
        .list(REGIONS, sorted(definitions.regions()), DefinitionItem::region);
  }

  private static <T> List<T> sorted(Map<String, T> byId) {
    return List.copyOf(new TreeMap<>(byId).values());
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
            .list(FORMER_NAMES, region.formerNames(), AttributeValue::fromS)
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
        LocalDate.parse(attributes.string(NAMED)),
        attributes.list(FORMER_NAMES, AttributeValue::s));
  }
}
