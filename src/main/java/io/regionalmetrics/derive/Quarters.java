package io.regionalmetrics.derive;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.region.Region;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Everything read for a question, as known on one day: quarters with their vintages, and exchange
 * rates.
 */
public final class Quarters {
  private final Map<QuarterKey, QuarterVintages> read = new HashMap<>();
  private final List<MetricSpan> spans;
  private final LocalDate asOf;
  private final ExchangeRates rates;
  private final Optional<Exchange> exchange;
  private final Map<WholeInQuarter, List<Breakdown>> breakdowns = new HashMap<>();
  private final IdentityHashMap<Vocabulary, Map<Breakdown, Vocabulary>> divided =
      new IdentityHashMap<>();

  /** A region that may be divided, in a quarter of a metric. */
  private record WholeInQuarter(QuarterKey key, String region) {}

  /**
   * Quarters read one by one.
   *
   * @param read every quarter that was read, empty ones too
   * @param asOf the last day whose publications count
   */
  public Quarters(Map<QuarterKey, MetricQuarter> read, LocalDate asOf) {
    this(read, List.of(), asOf);
  }

  /**
   * Quarters read one by one or by spans.
   *
   * @param found the quarters in which anything was published
   * @param spans the spans that were read; a quarter in them that was not found is empty
   * @param asOf the last day whose publications count
   */
  public Quarters(
      Map<QuarterKey, MetricQuarter> found, Collection<MetricSpan> spans, LocalDate asOf) {
    this(asOf, List.copyOf(spans), Map.of(), new ExchangeRates(Map.of(), asOf), Optional.empty());
    found.forEach((key, quarter) -> this.read.put(key, QuarterVintages.of(quarter)));
  }

  private Quarters(
      LocalDate asOf,
      List<MetricSpan> spans,
      Map<QuarterKey, QuarterVintages> read,
      ExchangeRates rates,
      Optional<Exchange> exchange) {
    this.read.putAll(read);
    this.spans = spans;
    this.asOf = asOf;
    this.rates = rates;
    this.exchange = exchange;
  }

  /**
   * A copy with exchange rates.
   *
   * @param requested the currency to convert money to; empty if none is requested
   */
  public Quarters with(ExchangeRates known, Optional<Exchange> requested) {
    return new Quarters(asOf, spans, read, known, requested);
  }

  /** A copy that converts nothing. */
  public Quarters unconverted() {
    return with(rates, Optional.empty());
  }

  /** A copy as known on another day. */
  public Quarters asOf(LocalDate day) {
    return new Quarters(day, spans, read, rates, exchange);
  }

  /** A copy of the quarters in some spans, as if no others had been read. */
  public Quarters within(Collection<MetricSpan> narrower) {
    Quarters some = new Quarters(asOf, List.copyOf(narrower), Map.of(), rates, exchange);
    read.forEach((key, quarter) -> {
      if (some.have(key)) {
        some.read.put(key, quarter);
      }
    });
    return some;
  }

  /** The last day whose publications count. */
  public LocalDate asOf() {
    return asOf;
  }

  /** The exchange rates that were read. */
  public ExchangeRates rates() {
    return rates;
  }

  /** Converts money to the requested currency; empty if none is requested. */
  public Optional<Converter> converter() {
    return exchange.map(requested -> new Converter(requested, rates));
  }

  /** The currencies of everything published in some quarters of metrics of money. */
  public Set<String> currencies(Collection<QuarterKey> money) {
    return money.stream()
        .flatMap(key -> units(key).stream())
        .map(Unit::currency)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The quarters that were found, of any metric, in their order. */
  public SortedSet<YearQuarter> periods() {
    return read.keySet().stream()
        .map(QuarterKey::period)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The day when the first figure that a level may follow from was published; empty if there is no
   * such figure.
   */
  public Optional<LocalDate> firstPublished(Subject subject, YearQuarter period) {
    return subject
        .reads(period)
        .map(this::quarter)
        .flatMap(quarter -> subject.relatedRegions().flatMap(region -> quarter.in(region).stream()))
        .map(vintage -> vintage.source().published())
        .min(LocalDate::compareTo);
  }

  /** Whether a quarter was read, even if nothing was published in it. */
  boolean have(QuarterKey key) {
    return read.containsKey(key) || spans.stream().anyMatch(span -> span.holds(key));
  }

  private QuarterVintages quarter(QuarterKey key) {
    return read.getOrDefault(key, QuarterVintages.NONE);
  }

  /** The vintages of a cell published by the day, without repetitions, oldest first. */
  public List<Vintage> visible(Cell cell) {
    return quarter(cell.quarter()).of(cell, asOf);
  }

  /** Like {@link #visible}, including vintages that repeat what their publisher said before. */
  public List<Vintage> visibleWithRepetitions(Cell cell) {
    return quarter(cell.quarter()).withRepetitions(cell, asOf);
  }

  /** The cells of a region in which anything was published, by measure, then by unit. */
  public List<Cell> cells(QuarterKey key, String region) {
    return quarter(key).cells(region);
  }

  /** The units in which any level or growth of a quarter was published. */
  Set<Unit> units(QuarterKey key) {
    return quarter(key).units();
  }

  /**
   * The current vintage of a cell, with what was published in other units among its alternatives;
   * empty if there is none.
   */
  public Optional<CurrentVintage> current(Cell cell) {
    return CurrentVintage.of(visible(cell))
        .map(current -> current.withAlternatives(inOtherUnits(cell)));
  }

  private List<Vintage> inOtherUnits(Cell cell) {
    QuarterVintages quarter = quarter(cell.quarter());
    if (quarter.units().size() == 1) {
      return List.of();
    }
    return quarter.units(cell.region(), cell.measure()).stream()
        .filter(unit -> !unit.equals(cell.unit()))
        .map(unit -> new Cell(cell.quarter(), cell.region(), cell.measure(), unit))
        .flatMap(other -> CurrentVintage.of(visible(other)).stream())
        .map(CurrentVintage::vintage)
        .toList();
  }

  /**
   * The breakdowns of a region that the newest source in a quarter shows, finest first; empty if
   * none shows any by the day. A breakdown is left out if another source has restated the whole or
   * a member since: it does not hold for the figures that are current now.
   */
  List<Breakdown> breakdowns(QuarterKey key, String whole) {
    List<Breakdown> all = quarter(key).breakdowns();
    return all.isEmpty()
        ? List.of()
        : breakdowns.computeIfAbsent(
            new WholeInQuarter(key, whole),
            one ->
                Breakdown.current(all, whole, asOf).stream()
                    .filter(breakdown -> isOfCurrentBook(breakdown, key))
                    .toList());
  }

  private boolean isOfCurrentBook(Breakdown breakdown, QuarterKey key) {
    return Stream.concat(Stream.of(breakdown.whole()), breakdown.members().stream())
        .flatMap(region -> cells(key, region).stream())
        .filter(cell -> cell.measure() == Measure.LEVEL)
        .allMatch(cell -> isCurrent(cell, breakdown.source()));
  }

  /** Whether what a source reported of a cell is what answers, within rounding. */
  private boolean isCurrent(Cell cell, Source source) {
    Optional<Interval> current =
        CurrentVintage.of(visible(cell)).flatMap(one -> one.vintage().observation().interval());
    return visibleWithRepetitions(cell).stream()
        .filter(vintage -> vintage.source().id().equals(source.id()))
        .flatMap(vintage -> vintage.observation().interval().stream())
        .allMatch(reported -> current.map(reported::meets).orElse(false));
  }

  /**
   * The regions that make up the world in a quarter, by the finest breakdown of the newest source;
   * empty if none is known by the day.
   */
  public Set<String> membersOfWorld(Subject subject, YearQuarter period) {
    return breakdowns(subject.key(period), Region.WORLD).stream()
        .findFirst()
        .map(breakdown -> Set.copyOf(breakdown.members()))
        .orElse(Set.of());
  }

  /**
   * A subject with its company's regions as they make up the world in a quarter. How a whole
   * divides is a statement about one quarter, so this says nothing of any other one.
   */
  public Subject at(Subject subject, YearQuarter period) {
    return quarter(subject.key(period)).breakdowns().isEmpty()
        ? subject
        : subject.with(vocabulary(List.of(subject), period));
  }

  /**
   * The definitions of one company's subjects as its regions make up the world in a quarter; of
   * several breakdowns, by the finest that has all regions of the subjects.
   */
  Vocabulary vocabulary(List<Subject> subjects, YearQuarter period) {
    Subject first = subjects.getFirst();
    List<Breakdown> breakdowns = breakdowns(first.key(period), Region.WORLD);
    if (breakdowns.isEmpty()) {
      return first.vocabulary();
    }
    Set<String> regions = regionsWithin(subjects);
    Breakdown best =
        breakdowns.stream()
            .filter(one -> one.members().containsAll(regions))
            .findFirst()
            .orElse(breakdowns.getFirst());
    return divided
        .computeIfAbsent(first.vocabulary(), same -> new HashMap<>())
        .computeIfAbsent(best, same -> first.vocabulary().with(best));
  }

  private static Set<String> regionsWithin(List<Subject> subjects) {
    return subjects.stream()
        .flatMap(one -> one.region().terms().keySet().stream())
        .filter(region -> !region.equals(Region.WORLD))
        .collect(Collectors.toSet());
  }

  /** Whether anything was published of a subject's regions for a quarter by the day. */
  boolean isPublished(Subject subject, YearQuarter period) {
    QuarterKey key = subject.key(period);
    return subject.region().terms().keySet().stream()
        .anyMatch(region ->
            quarter(key).in(region).stream()
                .anyMatch(vintage -> !vintage.source().published().isAfter(asOf)));
  }

  /** Why no vintage answers for a cell. */
  Missing missing(Cell cell) {
    List<Vintage> vintages = quarter(cell.quarter()).of(cell, LocalDate.MAX);
    return new MissingCell(cell, vintages, asOf).missing();
  }
}
