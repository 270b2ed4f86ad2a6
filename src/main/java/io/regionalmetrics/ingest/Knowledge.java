package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionAlgebra;
import io.regionalmetrics.region.RegionExpression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known, and what a document adds to it: each of its rows is held against the rest, and
 * what doesn't fit is a fault.
 */
final class Knowledge {
  private static final BigDecimal TOTAL_LOSS = BigDecimal.valueOf(-100);

  private Definitions common;
  private final Map<String, CompanyRecord> companies;
  private final DocumentFaults faults;

  Knowledge(Definitions common, Map<String, CompanyRecord> companies, DocumentFaults faults) {
    this.common = common;
    this.companies = new LinkedHashMap<>(companies);
    this.faults = faults;
  }

  Definitions common() {
    return common;
  }

  Map<String, CompanyRecord> companies() {
    return companies;
  }

  /** Takes in all that a document defines, and gives its observations as the words have it then. */
  List<Observed> take(Document document) {
    LocalDate published = document.source().published();
    document.companies().forEach(row -> company(row.place(), row.row()));
    document.metrics().forEach(row -> metric(row.place(), row.row(), published));
    document.metrics().forEach(row -> terms(row.place(), row.row()));
    document.regions().forEach(row -> region(row.place(), row.row(), published));
    document.regions().forEach(row -> parts(row.place(), row.row()));
    if (faults.none()) {
      document.regions().forEach(row -> sense(row.place(), row.row()));
    }
    List<Observed> observed = new ArrayList<>();
    for (Located<ObservationRow> located : document.observations()) {
      observation(located.place(), located.row())
          .ifPresent(observation -> observed.add(new Observed(located.place(), observation)));
    }
    for (Observed one : observed) {
      companies.computeIfPresent(
          one.observation().cell().quarter().company(),
          (id, record) -> record.covering(one.observation()));
    }
    return observed;
  }

  /** An observation and where it stands in the document. */
  record Observed(String place, Observation observation) {}

  private void company(String place, Company said) {
    CompanyRecord known = companies.get(said.id());
    if (known == null) {
      companies.put(said.id(), new CompanyRecord(said, Definitions.NONE, Map.of()));
      return;
    }
    Company before = known.company();
    if (contradict(before.cik(), said.cik())) {
      faults.add(
          Reason.CONTRADICTION,
          place + ".cik",
          "%s is not %s, which is known".formatted(said.cik().orElse(""), before.cik().orElse("")));
    }
    boolean newer = !said.named().isBefore(before.named());
    companies.put(
        said.id(),
        known.with(
            new Company(
                said.id(),
                newer ? said.name() : before.name(),
                before.cik().or(said::cik),
                newer
                    ? said.fiscalYearEnd().or(before::fiscalYearEnd)
                    : before.fiscalYearEnd().or(said::fiscalYearEnd),
                newer ? said.named() : before.named())));
  }

  private static boolean contradict(Optional<String> before, Optional<String> said) {
    return before.isPresent() && said.isPresent() && !before.equals(said);
  }

  private void metric(String place, MetricRow row, LocalDate published) {
    if (unknownCompany(place, row.company())) {
      return;
    }
    Dimension dimension = row.dimension().orElseGet(() -> dimension(row));
    if (dimension == Dimension.MONEY && !row.unit().isMoney()) {
      faults.add(
          Reason.SENSELESS,
          place + ".unit",
          "'%s' does not begin with a currency's code (ISO 4217); USD or USD/user is right"
              .formatted(row.unit()));
    }
    Metric said =
        new Metric(
            row.id(),
            row.name(),
            row.kind(),
            dimension,
            row.unit(),
            row.terms(),
            row.mayBeNegative(),
            row.definition(),
            published);
    Metric before = definitions(row.company()).metrics().get(said.id());
    if (before == null) {
      define(row.company(), definitions(row.company()).with(said));
    } else if (!before.agreesWith(said)) {
      faults.add(
          Reason.CONTRADICTION,
          place,
          "%s is known as a %s of %s in %s%s; only its name and definition may change"
              .formatted(
                  said.id(),
                  before.kind().code(),
                  before.dimension().code(),
                  before.unit(),
                  inWords(before.terms())));
    } else if (!published.isBefore(before.named())) {
      define(row.company(), definitions(row.company()).with(withDefinition(said, before)));
    }
  }

  private static Metric withDefinition(Metric said, Metric before) {
    return new Metric(
        said.id(),
        said.name(),
        said.kind(),
        said.dimension(),
        said.unit(),
        said.terms(),
        said.mayBeNegative(),
        said.definition().or(before::definition),
        said.named());
  }

  private static String inWords(Optional<RatioTerms> terms) {
    return terms
        .map(t ->
            ", %s over %s at the %s, a %s"
                .formatted(
                    t.numerator(),
                    t.denominator(),
                    t.average() ? "average" : "end",
                    t.monthly() ? "month" : "quarter"))
        .orElse("");
  }

  /**
   * Money where the unit begins with a currency's code; a ratio that has no such unit is a plain
   * number.
   */
  private static Dimension dimension(MetricRow row) {
    if (row.unit().isMoney()) {
      return Dimension.MONEY;
    }
    return row.kind() == MetricKind.RATIO ? Dimension.NUMBER : Dimension.COUNT;
  }

  private void terms(String place, MetricRow row) {
    row.terms()
        .ifPresent(terms -> {
          term(place, row, "numerator", terms.numerator());
          term(place, row, "denominator", terms.denominator());
        });
  }

  private void term(String place, MetricRow row, String name, String id) {
    Map<String, Metric> metrics = metrics(row.company());
    Metric term = metrics.get(id);
    if (term == null) {
      faults.add(
          Reason.SENSELESS,
          place + "." + name,
          "'%s' is not a metric that is known%s"
              .formatted(id, Codes.suggestion(id, metrics.keySet())));
    } else if (term.kind() == MetricKind.RATIO) {
      faults.add(
          Reason.SENSELESS,
          place + "." + name,
          "'%s' is a ratio itself; a flow or a stock is right".formatted(id));
    }
  }

  private void region(String place, RegionRow row, LocalDate published) {
    if (unknownCompany(place, row.company())) {
      return;
    }
    Region said =
        new Region(row.id(), row.name(), row.aliases(), row.members(), row.residual(), published);
    aliases(place, row, said);
    Region before = definitions(row.company()).regions().get(said.id());
    if (before == null) {
      define(row.company(), definitions(row.company()).with(said));
    } else {
      boolean newer = !published.isBefore(before.named());
      List<String> aliases =
          Stream.concat(before.aliases().stream(), said.aliases().stream()).distinct().toList();
      Region parts = before.parts().isEmpty() ? said : before;
      define(
          row.company(),
          definitions(row.company())
              .with(
                  new Region(
                      said.id(),
                      newer ? said.name() : before.name(),
                      aliases,
                      parts.members(),
                      parts.residual(),
                      newer ? published : before.named())));
      contradiction(place, row, before);
    }
  }

  /**
   * The codes of the parts may be aliases, so that a contradiction shows only once they are ids.
   */
  private void contradiction(String place, RegionRow row, Region before) {
    Region said =
        resolved(
            row.company(),
            new Region(
                row.id(), row.name(), List.of(), row.members(), row.residual(), LocalDate.EPOCH));
    if (!before.agreesWith(said)) {
      faults.add(
          Reason.CONTRADICTION,
          place,
          "%s is known as %s, not as %s"
              .formatted(
                  row.id(),
                  new RegionExpression(before.parts()),
                  new RegionExpression(said.parts())));
    }
  }

  private void aliases(String place, RegionRow row, Region said) {
    for (String alias : said.aliases()) {
      Optional<Region> other =
          find(row.company(), alias).filter(region -> !region.id().equals(said.id()));
      if (other.isPresent() || alias.equals(said.id())) {
        faults.add(
            Reason.CONTRADICTION,
            place + ".aliases",
            "'%s' is the code of %s already"
                .formatted(alias, other.map(Region::id).orElse(said.id())));
      }
    }
    find(row.company(), said.id())
        .filter(region -> !region.id().equals(said.id()))
        .ifPresent(region ->
            faults.add(
                Reason.CONTRADICTION,
                place + ".id",
                "'%s' is an alias of %s already".formatted(said.id(), region.id())));
    if (Countries.find(said.id()).isPresent()
        && !said.id().equals(Region.WORLD)
        && !said.parts().isEmpty()) {
      faults.add(
          Reason.CONTRADICTION,
          place,
          "%s is a country, which isn't made of others".formatted(said.id()));
    }
  }

  /** Replaces the parts' codes by ids, or notes those that aren't known. */
  private void parts(String place, RegionRow row) {
    Region region = definitions(row.company()).regions().get(row.id());
    if (region == null) {
      return;
    }
    Stream<String> codes =
        Stream.concat(
            row.members().stream(),
            row.residual().stream().flatMap(residual -> residual.terms().keySet().stream()));
    List<String> unknown = codes.filter(code -> find(row.company(), code).isEmpty()).toList();
    String name = row.members().isEmpty() ? ".residual" : ".members";
    unknown.forEach(
        code -> faults.add(Reason.SENSELESS, place + name, unknownRegion(row.company(), code)));
    if (unknown.isEmpty()) {
      try {
        define(row.company(), definitions(row.company()).with(resolved(row.company(), region)));
      } catch (Refusal twice) {
        faults.add(twice, place + name);
      }
    }
  }

  private Region resolved(Optional<String> company, Region region) {
    return new Region(
        region.id(),
        region.name(),
        region.aliases(),
        region.members().stream().map(code -> id(company, code)).toList(),
        region.residual().map(residual -> residual.map(code -> id(company, code))),
        region.named());
  }

  private String id(Optional<String> company, String code) {
    return find(company, code).map(Region::id).orElse(code);
  }

  /** Notes regions that are defined in a circle, or count something twice. */
  private void sense(String place, RegionRow row) {
    RegionAlgebra algebra = algebra(row.company());
    Optional<List<String>> circle = algebra.circle();
    if (circle.isPresent()) {
      if (circle.get().contains(row.id())) {
        faults.add(
            Reason.SENSELESS, place, "is defined in a circle: " + String.join(" > ", circle.get()));
      }
      return;
    }
    Region region = definitions(row.company()).regions().get(row.id());
    if (region != null && !region.parts().isEmpty()) {
      algebra
          .overlaps()
          .objection(new RegionExpression(region.parts()))
          .ifPresent(why ->
              faults.add(
                  Reason.SENSELESS,
                  place + (region.members().isEmpty() ? ".residual" : ".members"),
                  why));
    }
  }

  private RegionAlgebra algebra(Optional<String> company) {
    return company
        .map(id -> vocabulary(id).algebra())
        .orElseGet(() -> new RegionAlgebra(common.regions().values()));
  }

  private Optional<Observation> observation(String place, ObservationRow row) {
    if (unknownCompany(place, Optional.of(row.company()))) {
      return Optional.empty();
    }
    Vocabulary words = vocabulary(row.company());
    Optional<Metric> metric = words.metric(row.metric());
    Optional<Region> region = words.region(row.region());
    if (metric.isEmpty()) {
      faults.add(
          Reason.SENSELESS,
          place + ".metric",
          "'%s' is not a metric that is known%s"
              .formatted(row.metric(), Codes.suggestion(row.metric(), words.metrics().keySet())));
    }
    if (region.isEmpty()) {
      faults.add(
          Reason.SENSELESS,
          place + ".region",
          unknownRegion(Optional.of(row.company()), row.region()));
    }
    return metric.flatMap(m -> region.flatMap(r -> observation(place, row, m, r)));
  }

  private Optional<Observation> observation(
      String place, ObservationRow row, Metric metric, Region region) {
    Unit unit = row.unit().orElse(metric.unit());
    if (!isUnitOf(metric, unit)) {
      faults.add(
          Reason.SENSELESS,
          place + ".unit",
          metric.dimension() == Dimension.MONEY
              ? "'%s' is not a unit of %s; %s, or another currency's code in its place, is right"
                  .formatted(unit, metric.id(), metric.unit())
              : "'%s' is not the unit of %s; %s is right"
                  .formatted(unit, metric.id(), metric.unit()));
      return Optional.empty();
    }
    if (!metric.mayBeNegative() && isTooLow(row)) {
      faults.add(
          Reason.SENSELESS,
          place + ".value",
          "%s can't be %s; a metric that can is defined with \"negative\": true"
              .formatted(
                  metric.id(),
                  row.measure() == Measure.LEVEL ? "below zero" : "down by more than 100 %"));
      return Optional.empty();
    }
    Cell cell =
        new Cell(
            new QuarterKey(row.company(), metric.id(), row.period()),
            region.id(),
            row.measure(),
            unit);
    return Optional.of(
        new Observation(
            cell, row.value(), row.precision(), row.status(), row.derivation(), row.note()));
  }

  private static boolean isTooLow(ObservationRow row) {
    BigDecimal least = row.measure() == Measure.LEVEL ? BigDecimal.ZERO : TOTAL_LOSS;
    boolean lowTooLow =
        row.precision() instanceof Precision.Between(BigDecimal low, BigDecimal high)
            && low.compareTo(least) < 0;
    return lowTooLow || row.value().map(value -> value.compareTo(least) < 0).orElse(false);
  }

  private static boolean isUnitOf(Metric metric, Unit unit) {
    if (metric.dimension() != Dimension.MONEY) {
      return unit.equals(metric.unit());
    }
    return unit.isMoney() && unit.equals(metric.unitIn(unit.currency()));
  }

  private boolean unknownCompany(String place, Optional<String> company) {
    boolean unknown = company.map(id -> !companies.containsKey(id)).orElse(false);
    if (unknown) {
      String id = company.orElseThrow();
      faults.add(
          Reason.SENSELESS,
          place + ".company",
          "'%s' is not a company that is known, nor is it defined here%s"
              .formatted(id, Codes.suggestion(id, companies.keySet())));
    }
    return unknown;
  }

  private String unknownRegion(Optional<String> company, String code) {
    List<String> known =
        company
            .map(this::vocabulary)
            .map(Vocabulary::codes)
            .orElseGet(() -> List.copyOf(common.regions().keySet()));
    return "'%s' is neither a country's code nor a region that is defined%s"
        .formatted(code, Codes.suggestion(code, known));
  }

  private Vocabulary vocabulary(String company) {
    return new Vocabulary(companies.getOrDefault(company, nobody()), common);
  }

  private static CompanyRecord nobody() {
    return new CompanyRecord(
        new Company("", "", Optional.empty(), Optional.empty(), LocalDate.EPOCH),
        Definitions.NONE,
        Map.of());
  }

  private Optional<Region> find(Optional<String> company, String code) {
    return company
        .map(this::vocabulary)
        .orElseGet(() -> new Vocabulary(nobody(), common))
        .region(code);
  }

  private Map<String, Metric> metrics(Optional<String> company) {
    return company.map(this::vocabulary).map(Vocabulary::metrics).orElseGet(common::metrics);
  }

  private Definitions definitions(Optional<String> company) {
    return company.map(id -> vocabulary(id).company().definitions()).orElse(common);
  }

  private void define(Optional<String> company, Definitions definitions) {
    company.ifPresentOrElse(
        id -> companies.computeIfPresent(id, (key, record) -> record.with(definitions)),
        () -> common = definitions);
  }
}
