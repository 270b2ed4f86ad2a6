package io.regionalmetrics.audit;

import io.regionalmetrics.ingest.CompanyFigures;
import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.SourceRecord;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes a table as if the feed had read its filings by other, wrong rules: regions have other
 * ids, values are wrong, a region and a metric are misread, the world is defined by members for all
 * times, and sources are described otherwise. What documents report stays as it is.
 */
record EarlierReading(Store store) {
  private static final Deadline DEADLINE =
      Deadline.in(Duration.ofMinutes(5), InstantSource.system());
  private static final String FORMER = "FORMER_";
  private static final String MISREAD = "MISREAD";

  /** Changes what is stored about a company. */
  void pretend(String company) {
    Versioned<CompanyRecord> record =
        store.companiesToWrite(List.of(company), DEADLINE).get(company);
    List<MetricQuarter> quarters = new ArrayList<>();
    new CompanyFigures(store, record.value(), DEADLINE).forEachMetric(quarters::addAll);
    quarters.forEach(this::change);
    quarters.stream()
        .filter(quarter -> quarter.allVintages().stream().anyMatch(EarlierReading::isFiled))
        .limit(3)
        .forEach(this::addMisreadMetric);
    CompanyRecord wrong = wrong(record.value(), quarters);
    store.write(wrong, record.version(), DEADLINE);
    quarters.stream()
        .flatMap(quarter -> quarter.allVintages().stream())
        .filter(EarlierReading::isFiled)
        .map(one -> one.source().id())
        .distinct()
        .forEach(this::describeOtherwise);
  }

  private static boolean isFiled(Vintage vintage) {
    return vintage.source().id().startsWith("sec-");
  }

  private void change(MetricQuarter quarter) {
    List<Vintage> vintages = new ArrayList<>();
    List<Vintage> all = quarter.allVintages();
    for (int i = 0; i < all.size(); i++) {
      if (!isFiled(all.get(i))) {
        vintages.add(all.get(i));
      } else if (i % 5 != 4) { // The fifth wasn't read.
        vintages.add(wrong(all.get(i), i));
      }
    }
    all.stream()
        .filter(EarlierReading::isFiled)
        .findFirst()
        .map(this::misread)
        .ifPresent(vintages::add);
    write(new MetricQuarter(quarter.key(), vintages, wrongBreakdowns(quarter)));
  }

  private Vintage wrong(Vintage right, int place) {
    Observation observation = right.observation();
    boolean isRevalued = place % 7 == 3;
    return new Vintage(
        new Observation(
            former(right.cell()),
            isRevalued
                ? observation.value().map(value -> value.add(BigDecimal.TEN.pow(9)))
                : observation.value(),
            observation.precision(),
            observation.status(),
            isRevalued ? Optional.empty() : observation.derivation(),
            Optional.of("read by other rules"),
            place % 2 == 0 ? observation.facts() : List.of()),
        right.source());
  }

  /** The same cell under the id that its region had: those of the company's own had another. */
  private static Cell former(Cell cell) {
    boolean isOwn = cell.region().length() > 5 && !cell.region().startsWith("US_");
    return new Cell(
        cell.quarter(),
        isOwn ? FORMER + cell.region() : cell.region(),
        cell.measure(),
        cell.unit());
  }

  private Vintage misread(Vintage vintage) {
    Cell cell = vintage.cell();
    return new Vintage(
        new Observation(
            new Cell(cell.quarter(), MISREAD, cell.measure(), cell.unit()),
            Optional.of(BigDecimal.valueOf(123_000_000)),
            vintage.observation().precision(),
            vintage.observation().status(),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        vintage.source());
  }

  private static List<Breakdown> wrongBreakdowns(MetricQuarter quarter) {
    return quarter.breakdowns().stream()
        .map(one -> new Breakdown(one.whole(), List.of("US", MISREAD), one.source()))
        .toList();
  }

  private void addMisreadMetric(MetricQuarter quarter) {
    QuarterKey key =
        new QuarterKey(quarter.key().company(), "revenue-misread", quarter.key().period());
    Vintage first =
        quarter.allVintages().stream().filter(EarlierReading::isFiled).findFirst().orElseThrow();
    Cell cell = new Cell(key, MISREAD, first.cell().measure(), first.cell().unit());
    Observation observation =
        new Observation(
            cell,
            Optional.of(BigDecimal.ONE),
            first.observation().precision(),
            first.observation().status(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    write(new MetricQuarter(key, List.of(new Vintage(observation, first.source()))));
  }

  private void write(MetricQuarter quarter) {
    Map<QuarterKey, Versioned<MetricQuarter>> stored =
        store.quartersToWrite(List.of(quarter.key()), DEADLINE);
    store.write(quarter, stored.get(quarter.key()).version(), DEADLINE);
  }

  private CompanyRecord wrong(CompanyRecord right, List<MetricQuarter> quarters) {
    Source filing =
        quarters.stream()
            .flatMap(quarter -> quarter.allVintages().stream())
            .filter(EarlierReading::isFiled)
            .map(Vintage::source)
            .reduce((one, last) -> last)
            .orElseThrow();
    Definitions definitions = new Definitions(right.definitions().metrics(), Map.of());
    for (Region region : right.definitions().regions().values()) {
      if (isDocumented(region, quarters)) {
        definitions = definitions.with(region);
      } else {
        definitions = definitions.with(wrong(region));
      }
    }
    definitions =
        definitions
            .with(region(MISREAD, List.of(), filing))
            .with(region(Region.WORLD, List.of("US", MISREAD), filing));
    Optional<Metric> revenue =
        Optional.ofNullable(store.definitionsToWrite(DEADLINE).value().metrics().get("revenue"));
    definitions =
        definitions.with(
            revenue
                .map(one ->
                    new Metric(
                        "revenue-misread",
                        "Misread",
                        one.kind(),
                        one.dimension(),
                        one.unit(),
                        one.terms(),
                        one.mayBeNegative(),
                        one.definition(),
                        filing.published()))
                .orElseThrow());
    CompanyRecord wrong = right.with(definitions).with(wrong(right.company(), quarters));
    Observation any = quarters.getFirst().allVintages().getFirst().observation();
    QuarterKey misread =
        new QuarterKey(right.company().id(), "revenue-misread", quarters.getFirst().key().period());
    return wrong.covering(
        new Observation(
            new Cell(misread, MISREAD, any.cell().measure(), any.cell().unit()),
            any.value(),
            any.precision(),
            any.status(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  /** The company under another name, unless a document is about it. */
  private static Company wrong(Company company, List<MetricQuarter> quarters) {
    boolean isDocumented =
        quarters.stream()
            .flatMap(quarter -> quarter.allVintages().stream())
            .anyMatch(vintage -> !isFiled(vintage));
    return isDocumented
        ? company
        : new Company(
            company.id(),
            "FORMERLY " + company.name(),
            company.cik(),
            company.fiscalYearEnd(),
            company.named());
  }

  private static boolean isDocumented(Region region, List<MetricQuarter> quarters) {
    return quarters.stream()
        .flatMap(quarter -> quarter.allVintages().stream())
        .filter(vintage -> !isFiled(vintage))
        .anyMatch(vintage -> vintage.cell().region().equals(region.id()));
  }

  private static Region wrong(Region region) {
    boolean isOwn = region.id().length() > 5;
    return isOwn
        ? new Region(
            FORMER + region.id(),
            "Formerly " + region.name(),
            region.aliases(),
            region.members(),
            region.residual(),
            region.named())
        : region;
  }

  private static Region region(String id, List<String> members, Source filing) {
    return new Region(id, "Misread", List.of(), members, Optional.empty(), filing.published());
  }

  private void describeOtherwise(String id) {
    Versioned<SourceRecord> stored = store.sources().toWrite(List.of(id), DEADLINE).get(id);
    Source source = stored.value().source();
    store
        .sources()
        .write(
            new SourceRecord(
                new Source(
                    source.id(),
                    "Another title",
                    source.publisher(),
                    source.url(),
                    source.published(),
                    source.kind()),
                stored.value().companies()),
            stored.version(),
            DEADLINE);
  }
}
