package io.regionalmetrics.derive;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/**
 * Everything read for a question, as known on one day: quarters with their vintages, and exchange
 * rates.
 */
public final class Quarters {
  private final Map<QuarterKey, QuarterVintages> read;
  private final List<MetricSpan> spans;
  private final LocalDate asOf;
  private final ExchangeRates rates;
  private final Optional<Exchange> exchange;
  private final EarlierBook book;

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
    this(
        asOf,
        List.copyOf(spans),
        new HashMap<>(),
        new ExchangeRates(Map.of(), asOf),
        Optional.empty(),
        EarlierBook.NONE);
    found.forEach((key, quarter) -> this.read.put(key, QuarterVintages.of(quarter)));
  }

  private Quarters(
      LocalDate asOf,
      List<MetricSpan> spans,
      Map<QuarterKey, QuarterVintages> read,
      ExchangeRates rates,
      Optional<Exchange> exchange,
      EarlierBook book) {
    this.read = read;
    this.spans = spans;
    this.asOf = asOf;
    this.rates = rates;
    this.exchange = exchange;
    this.book = book;
  }

  /**
   * A copy with exchange rates.
   *
   * @param requested the currency to convert money to; empty if none is requested
   */
  public Quarters with(ExchangeRates known, Optional<Exchange> requested) {
    return new Quarters(asOf, spans, read, known, requested, book);
  }

  /** A copy that converts nothing. */
  public Quarters unconverted() {
    return with(rates, Optional.empty());
  }

  /** A copy as known on another day. */
  public Quarters asOf(LocalDate day) {
    return new Quarters(day, spans, read, rates, exchange, EarlierBook.NONE);
  }

  /** A copy in which some cells are as they were known on earlier days. */
  Quarters in(EarlierBook earlier) {
    return new Quarters(asOf, spans, read, rates, exchange, earlier);
  }

  /** Which cells are as they were known on earlier days. */
  EarlierBook book() {
    return book;
  }

  /** A copy of the quarters in some spans, as if no others had been read. */
  public Quarters within(Collection<MetricSpan> narrower) {
    Quarters some =
        new Quarters(asOf, List.copyOf(narrower), new HashMap<>(), rates, exchange, book);
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
    QuarterVintages quarter = quarter(cell.quarter());
    return book.isNewest() ? quarter.of(cell, asOf) : book.visible(quarter.of(cell, asOf));
  }

  /** Like {@link #visible}, including vintages that repeat what their publisher said before. */
  public List<Vintage> visibleWithRepetitions(Cell cell) {
    return book.visible(quarter(cell.quarter()).withRepetitions(cell, asOf));
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
    Optional<CurrentVintage> current =
        CurrentVintage.of(visible(cell)).map(one -> one.withAlternatives(inOtherUnits(cell)));
    return book.isNewest()
        ? current
        : current.map(one -> book.withNewest(one, quarter(cell.quarter()).of(cell, asOf)));
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

  /** The breakdowns that all sources show in a quarter. */
  List<Breakdown> allBreakdowns(QuarterKey key) {
    return quarter(key).breakdowns();
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
