package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.Placement.Axis;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Units;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.FactUnit;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.Span;
import io.regionalmetrics.xbrl.StandardAxes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an instance says of metrics and regions, each of them once. Every fact of a wanted concept
 * becomes a figure, or is counted among what is left out.
 *
 * <p>A fact on a region's axis is of that region; one without dimensions is of {@code WORLD}. A
 * product beside a region makes a metric of its own. Of several concepts a metric has the first, in
 * its order, that tells of regions; of two axes the geographical one; of a fact with and one
 * without the consolidation axis the one without; of facts that agree within rounding the most
 * precise.
 */
final class Figures {
  private final Vocabulary vocabulary;
  private final Report report;
  private final Map<String, DefinedMetric> metrics = new LinkedHashMap<>();
  private final Map<String, MemberRegion> places = new LinkedHashMap<>();

  /** A fact that says a metric of a region. */
  private record Candidate(
      WantedMetric wanted,
      Optional<QualifiedName> product,
      String region,
      Axis axis,
      boolean together,
      Fact fact) {

    static Candidate of(WantedMetric wanted, Placement.Placed placed, String region, Fact fact) {
      return new Candidate(
          wanted, placed.product(), region, placed.axis(), placed.together(), fact);
    }

    String metric() {
      return product
          .map(name -> ElementName.id(wanted.id(), ElementName.of(name)))
          .orElse(wanted.id());
    }

    boolean isWhole() {
      return axis == Axis.NONE;
    }

    BigDecimal value() {
      return fact.value().orElseThrow();
    }

    FactUnit unit() {
      return fact.unit().orElseThrow();
    }
  }

  /** What can have one value only. */
  private record Slot(FactSeries series, Optional<Span> span, LocalDate end) {}

  Figures(Vocabulary vocabulary, Report report) {
    this.vocabulary = vocabulary;
    this.report = report;
  }

  /** The metrics that there are figures of, by id. */
  Map<String, DefinedMetric> metrics() {
    return metrics;
  }

  /** The regions that there are figures of and that aren't defined yet, by id. */
  Map<String, MemberRegion> places() {
    return places;
  }

  /** All figures of an instance. */
  List<ReportedFact> of(Instance instance, WantedMetrics wanted, String cik) {
    Map<String, List<Candidate>> byMetric = new LinkedHashMap<>();
    for (Fact fact : instance.facts()) {
      for (Candidate candidate : candidates(fact, wanted, cik)) {
        byMetric.computeIfAbsent(candidate.metric(), id -> new ArrayList<>()).add(candidate);
      }
    }
    List<ReportedFact> figures = new ArrayList<>();
    byMetric.forEach((id, candidates) -> figures.addAll(figures(id, candidates)));
    return figures;
  }

  private List<Candidate> candidates(Fact fact, WantedMetrics wanted, String cik) {
    List<Candidate> found = new ArrayList<>();
    Optional<LeftOut> why = Optional.empty();
    for (WantedMetric metric : wanted.metrics()) {
      if (metric.concepts().contains(fact.concept())) {
        switch (Placement.of(fact, metric, cik)) {
          case Placement.Placed placed ->
              found.add(
                  Candidate.of(
                      metric, placed, placed.place().map(this::region).orElse(Region.WORLD), fact));
          case Placement.Nowhere nowhere -> why = why.or(() -> Optional.of(nowhere.why()));
        }
      }
    }
    if (found.isEmpty()) {
      why.ifPresent(report::leaveOut);
    }
    return found;
  }

  /**
   * A place's id, and its definition noted where it needs one. A code that the company's words have
   * already, as an id or an alias, is that region.
   */
  private String region(MemberRegion place) {
    if (place.known()) {
      return place.id();
    }
    Optional<Region> own = vocabulary.company().definitions().region(place.id());
    Optional<Region> common =
        vocabulary
            .common()
            .region(place.id())
            .filter(region -> place.standard() || !region.id().equals(place.id()));
    Optional<Region> there = own.or(() -> common);
    if (there.isEmpty()) {
      places.put(place.id(), place);
    }
    return there.map(Region::id).orElse(place.id());
  }

  private List<ReportedFact> figures(String id, List<Candidate> all) {
    boolean byRegion = all.stream().anyMatch(candidate -> !candidate.isWhole());
    if (!byRegion && all.getFirst().product().isPresent()) {
      report.leaveOut(LeftOut.PRODUCT_WITHOUT_REGION, all.size());
      return List.of();
    }
    List<Candidate> candidates = ofOneAxis(ofOneConcept(all));
    Optional<DefinedMetric> metric = metric(id, candidates);
    if (metric.isEmpty()) {
      return List.of();
    }
    Map<Slot, List<Candidate>> slots = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      slot(candidate, metric.get())
          .ifPresent(slot -> slots.computeIfAbsent(slot, same -> new ArrayList<>()).add(candidate));
    }
    List<ReportedFact> figures = new ArrayList<>();
    slots.forEach((slot, several) -> one(slot, several).ifPresent(figures::add));
    if (!figures.isEmpty()) {
      metrics.put(id, metric.get());
    }
    return figures;
  }

  /**
   * Those of the first concept that tells of regions; the whole of the same where it has one, else
   * of the first that has.
   */
  private List<Candidate> ofOneConcept(List<Candidate> all) {
    Optional<QualifiedName> ofRegions = first(all, candidate -> !candidate.isWhole());
    Optional<QualifiedName> ofWhole =
        ofRegions
            .filter(name ->
                all.stream().anyMatch(one -> one.isWhole() && one.fact().concept().equals(name)))
            .or(() -> first(all, Candidate::isWhole));
    return kept(
        all,
        candidate ->
            (candidate.isWhole() ? ofWhole : ofRegions)
                .filter(candidate.fact().concept()::equals)
                .isPresent(),
        LeftOut.OTHER_CONCEPT);
  }

  private static Optional<QualifiedName> first(List<Candidate> all, Predicate<Candidate> which) {
    return all.getFirst().wanted().concepts().stream()
        .filter(name ->
            all.stream().anyMatch(one -> which.test(one) && one.fact().concept().equals(name)))
        .findFirst();
  }

  private List<Candidate> ofOneAxis(List<Candidate> all) {
    Set<String> geographical =
        all.stream()
            .filter(candidate -> candidate.axis() == Axis.GEOGRAPHY)
            .map(Candidate::region)
            .collect(Collectors.toSet());
    return kept(
        all,
        candidate ->
            candidate.axis() != Axis.SEGMENTS || !geographical.contains(candidate.region()),
        LeftOut.OTHER_AXIS);
  }

  private List<Candidate> kept(List<Candidate> all, Predicate<Candidate> which, LeftOut others) {
    List<Candidate> kept = all.stream().filter(which).toList();
    report.leaveOut(others, all.size() - kept.size());
    return kept;
  }

  /** The metric as it is known, or as it is to be defined; nothing where both can't be. */
  private Optional<DefinedMetric> metric(String id, List<Candidate> candidates) {
    Candidate first = candidates.getFirst();
    WantedMetric wanted = first.wanted();
    Optional<Metric> known = vocabulary.metric(id);
    if (known.isPresent()) {
      return isAsWanted(known.get(), first, candidates.size())
          ? Optional.of(new DefinedMetric(known.get(), true, first.product(), wanted))
          : Optional.empty();
    }
    List<FactUnit> units = candidates.stream().map(Candidate::unit).distinct().toList();
    Optional<FactUnit> unit = unit(wanted, units);
    if (unit.isEmpty()) {
      report.leaveOut(LeftOut.OTHER_UNIT, candidates.size());
      report.note(
          "units-differ",
          "%s is in several units, of which none is picked: %s".formatted(id, units));
      return Optional.empty();
    }
    Metric metric =
        new Metric(
            id,
            name(first),
            wanted.kind(),
            dimension(unit.get()),
            word(unit.get(), wanted),
            Optional.empty(),
            wanted.mayBeNegative(),
            definition(first),
            LocalDate.EPOCH);
    return Optional.of(new DefinedMetric(metric, false, first.product(), wanted));
  }

  private boolean isAsWanted(Metric known, Candidate first, int count) {
    WantedMetric wanted = first.wanted();
    if (known.kind() == wanted.kind()
        && (!wanted.byProduct() || known.dimension() == Dimension.MONEY)) {
      return true;
    }
    report.leaveOut(LeftOut.METRIC_DIFFERS, count);
    report.note(
        "metric-differs",
        "%s is known as a %s of %s, but read as a %s; another id is right"
            .formatted(
                known.id(), known.kind().code(), known.dimension().code(), wanted.kind().code()));
    return false;
  }

  /** The unit that a new metric is defined in; nothing where that isn't clear. */
  private static Optional<FactUnit> unit(WantedMetric wanted, List<FactUnit> units) {
    if (wanted.byProduct() && wanted.dimensions().isEmpty()) {
      return Optional.of(new FactUnit.Money("USD"))
          .filter(dollars -> units.contains(dollars))
          .<FactUnit>map(dollars -> dollars)
          .or(() -> units.stream().filter(FactUnit.Money.class::isInstance).findFirst())
          .or(() -> Optional.of(new FactUnit.Money("USD")));
    }
    boolean allMoney = units.stream().allMatch(FactUnit.Money.class::isInstance);
    return units.size() == 1 || allMoney ? Optional.of(units.getFirst()) : Optional.empty();
  }

  private static Dimension dimension(FactUnit unit) {
    return switch (unit) {
      case FactUnit.Money money -> Dimension.MONEY;
      case FactUnit.Things things -> Dimension.COUNT;
      case FactUnit.Pure pure -> Dimension.NUMBER;
      case FactUnit.Compound compound -> Dimension.NUMBER;
    };
  }

  private static String word(FactUnit unit, WantedMetric wanted) {
    return switch (unit) {
      case FactUnit.Money(String currency) -> currency;
      case FactUnit.Things(String word) ->
          wanted.unit().orElseGet(() -> ElementName.plural(word.toLowerCase(Locale.ROOT)));
      case FactUnit.Pure pure -> wanted.unit().orElse(Units.ONE);
      case FactUnit.Compound compound -> wanted.unit().orElse(Units.ONE);
    };
  }

  private static String name(Candidate candidate) {
    return candidate
        .product()
        .map(product ->
            "%s %s"
                .formatted(
                    ElementName.sentence(ElementName.of(product)),
                    candidate.wanted().name().toLowerCase(Locale.ROOT)))
        .orElse(candidate.wanted().name());
  }

  private static Optional<String> definition(Candidate candidate) {
    return candidate
        .product()
        .map(product ->
            "What filings say of %s under %s=%s"
                .formatted(candidate.wanted().id(), StandardAxes.PRODUCTS, product));
  }

  private Optional<Slot> slot(Candidate candidate, DefinedMetric metric) {
    Optional<String> unit = unit(candidate.unit(), metric.metric());
    if (unit.isEmpty()) {
      report.leaveOut(LeftOut.OTHER_UNIT);
      return Optional.empty();
    }
    if (candidate.value().signum() < 0 && !metric.metric().mayBeNegative()) {
      report.leaveOut(LeftOut.NEGATIVE);
      return Optional.empty();
    }
    Context context = candidate.fact().context();
    FactSeries series =
        new FactSeries(
            metric.metric().id(),
            candidate.region(),
            unit.get(),
            candidate.fact().concept().toString(),
            candidate.axis().code());
    return Optional.of(new Slot(series, context.span(), context.end()));
  }

  /** A unit in the metric's words; nothing where it isn't one of the metric's. */
  private static Optional<String> unit(FactUnit unit, Metric metric) {
    return switch (unit) {
      case FactUnit.Money(String currency) ->
          Optional.of(currency).filter(code -> metric.dimension() == Dimension.MONEY);
      case FactUnit.Things things ->
          Optional.of(metric.unit()).filter(word -> metric.dimension() == Dimension.COUNT);
      case FactUnit.Pure pure ->
          Optional.of(metric.unit()).filter(word -> metric.dimension() == Dimension.NUMBER);
      case FactUnit.Compound compound -> Optional.empty();
    };
  }

  /** The one figure that several facts say; nothing where they say several. */
  private Optional<ReportedFact> one(Slot slot, List<Candidate> several) {
    boolean anyAlone = several.stream().anyMatch(candidate -> !candidate.together());
    List<Candidate> said =
        several.stream().filter(candidate -> !anyAlone || !candidate.together()).toList();
    List<ReportedFact> figures =
        said.stream()
            .map(candidate ->
                new ReportedFact(
                    slot.series(),
                    slot.span(),
                    slot.end(),
                    candidate.value(),
                    candidate.fact().precision().orElseThrow()))
            .sorted(Comparator.comparing(Figures::width))
            .toList();
    ReportedFact most = figures.getFirst();
    if (figures.stream().allMatch(one -> meets(one, most))) {
      return Optional.of(most);
    }
    report.leaveOut(LeftOut.FACTS_DIFFER, figures.size());
    report.note(
        "facts-differ",
        "the document says %s of %s in %s, %s: none is picked"
            .formatted(
                figures.stream()
                    .map(one -> one.value().toPlainString())
                    .distinct()
                    .collect(Collectors.joining(" and ")),
                slot.series().metric(),
                slot.series().region(),
                slot.span().map(FiscalLength::describe).orElse("" + slot.end())));
    return Optional.empty();
  }

  private static BigDecimal width(ReportedFact figure) {
    return figure.bounds().high().subtract(figure.bounds().low());
  }

  private static boolean meets(ReportedFact one, ReportedFact other) {
    return one.bounds().interval().meets(other.bounds().interval());
  }
}
