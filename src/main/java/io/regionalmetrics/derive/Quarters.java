package io.regionalmetrics.derive;

import io.regionalmetrics.answer.AnsweringVintage;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** The quarters that were read for a question, as they were known on a day. */
public final class Quarters {
  private final Map<QuarterKey, Indexed> read = new HashMap<>();
  private final List<MetricSpan> spans;
  private final LocalDate asOf;
  private final ExchangeRates rates;
  private final Optional<Exchange> exchange;

  /** One quarter, with its vintages by region, and the units in which anything was published. */
  private record Indexed(
      MetricQuarter quarter, Map<String, List<Vintage>> byRegion, Set<Unit> units) {
    static Indexed of(MetricQuarter quarter) {
      Map<String, List<Vintage>> byRegion = new HashMap<>();
      Set<Unit> units = new TreeSet<>();
      for (Vintage vintage : quarter.vintages()) {
        byRegion.computeIfAbsent(vintage.cell().region(), region -> new ArrayList<>()).add(vintage);
        units.add(vintage.cell().unit());
      }
      return new Indexed(quarter, byRegion, units);
    }

    List<Vintage> of(String region) {
      return byRegion.getOrDefault(region, List.of());
    }
  }

  /**
   * The quarters that were read.
   *
   * @param read every quarter that was asked of the store, empty ones too
   * @param asOf the last day whose publications are known
   */
  public Quarters(Map<QuarterKey, MetricQuarter> read, LocalDate asOf) {
    this(read, List.of(), asOf);
  }

  /**
   * The quarters that were read.
   *
   * @param found those of which anything was published
   * @param spans all that were asked of the store
   * @param asOf the last day whose publications are known
   */
  public Quarters(
      Map<QuarterKey, MetricQuarter> found, Collection<MetricSpan> spans, LocalDate asOf) {
    this(asOf, List.copyOf(spans), Map.of(), new ExchangeRates(Map.of(), asOf), Optional.empty());
    found.forEach((key, quarter) -> this.read.put(key, Indexed.of(quarter)));
  }

  private Quarters(
      LocalDate asOf,
      List<MetricSpan> spans,
      Map<QuarterKey, Indexed> read,
      ExchangeRates rates,
      Optional<Exchange> exchange) {
    this.read.putAll(read);
    this.spans = spans;
    this.asOf = asOf;
    this.rates = rates;
    this.exchange = exchange;
  }

  /** The same quarters with rates, by which money is converted where a currency is asked for. */
  public Quarters with(ExchangeRates known, Optional<Exchange> asked) {
    return new Quarters(asOf, spans, read, known, asked);
  }

  /** The same quarters, of which nothing is converted. */
  public Quarters unconverted() {
    return with(rates, Optional.empty());
  }

  /** The rates that were read. */
  public ExchangeRates rates() {
    return rates;
  }

  /** What converts money, where a currency is asked for. */
  public Optional<Converter> converter() {
    return exchange.map(asked -> new Converter(asked, rates));
  }

  /** The currencies in which anything of some metrics was published that is money. */
  public Set<String> currencies(Collection<QuarterKey> money) {
    return money.stream()
        .flatMap(key -> units(key).stream())
        .map(Unit::currency)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same quarters as they were known on another day. */
  public Quarters asOf(LocalDate day) {
    return new Quarters(day, spans, read, rates, exchange);
  }

  /** The day of the first vintage that bears on a level; nothing where there is none. */
  public Optional<LocalDate> firstPublished(Subject subject, YearQuarter period) {
    return subject
        .reads(period)
        .flatMap(key -> Stream.ofNullable(read.get(key)))
        .flatMap(quarter -> subject.bearing().flatMap(region -> quarter.of(region).stream()))
        .map(vintage -> vintage.source().published())
        .min(LocalDate::compareTo);
  }

  /** These, as if no more than some spans had been read. */
  public Quarters within(Collection<MetricSpan> narrower) {
    Quarters some = new Quarters(asOf, List.copyOf(narrower), Map.of(), rates, exchange);
    read.forEach((key, quarter) -> {
      if (some.have(key)) {
        some.read.put(key, quarter);
      }
    });
    return some;
  }

  /** The quarters in which anything of any metric was found, in their order. */
  public SortedSet<YearQuarter> periods() {
    return read.keySet().stream()
        .map(QuarterKey::period)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The last day whose publications are known. */
  public LocalDate asOf() {
    return asOf;
  }

  /** Whether a quarter was read, whatever it holds. */
  boolean have(QuarterKey key) {
    return read.containsKey(key) || spans.stream().anyMatch(span -> span.holds(key));
  }

  private List<Vintage> of(QuarterKey key, String region) {
    Indexed quarter = read.get(key);
    return quarter == null ? List.of() : quarter.of(region);
  }

  private List<Vintage> all(Cell cell) {
    return of(cell.quarter(), cell.region()).stream()
        .filter(vintage -> vintage.cell().equals(cell))
        .toList();
  }

  /** The vintages of a cell that were published by the day, oldest first. */
  public List<Vintage> visible(Cell cell) {
    List<Vintage> visible = new ArrayList<>();
    for (Vintage vintage : of(cell.quarter(), cell.region())) {
      Cell other = vintage.cell(); // Of the same quarter and region.
      if (other.measure() == cell.measure()
          && other.unit().equals(cell.unit())
          && !vintage.source().published().isAfter(asOf)) {
        visible.add(vintage);
      }
    }
    return visible;
  }

  /** All words on a cell by the day, those that repeat another too, oldest first. */
  public List<Vintage> words(Cell cell) {
    Indexed quarter = read.get(cell.quarter());
    return quarter == null
        ? List.of()
        : quarter.quarter().allVintages().stream()
            .filter(word -> word.cell().equals(cell))
            .filter(word -> !word.source().published().isAfter(asOf))
            .toList();
  }

  /** The cells of a region of which anything was published, by measure, then by unit. */
  public List<Cell> cells(QuarterKey key, String region) {
    return of(key, region).stream()
        .map(Vintage::cell)
        .distinct()
        .sorted(Comparator.comparing(Cell::measure).thenComparing(Cell::unit))
        .toList();
  }

  /** What answers for a cell; its words in other units are among the alternatives. */
  public Optional<AnsweringVintage> current(Cell cell) {
    return AnsweringVintage.of(visible(cell)).map(current -> current.with(inOtherUnits(cell)));
  }

  private List<Vintage> inOtherUnits(Cell cell) {
    if (units(cell.quarter()).size() == 1) {
      return List.of();
    }
    return units(cell.quarter(), cell.region(), cell.measure()).stream()
        .filter(unit -> !unit.equals(cell.unit()))
        .flatMap(unit ->
            AnsweringVintage.of(
                visible(new Cell(cell.quarter(), cell.region(), cell.measure(), unit)))
                .stream())
        .map(AnsweringVintage::vintage)
        .toList();
  }

  /** The units in which anything was published of a region's figure, in alphabetical order. */
  private Set<Unit> units(QuarterKey key, String region, Measure measure) {
    return of(key, region).stream()
        .map(Vintage::cell)
        .filter(cell -> cell.measure() == measure)
        .map(Cell::unit)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The units in which anything was published in a quarter. */
  Set<Unit> units(QuarterKey key) {
    Indexed quarter = read.get(key);
    return quarter == null ? Set.of() : quarter.units();
  }

  /** Why nothing answers for a cell. */
  Missing missing(Cell cell) {
    String what =
        "%s of %s, %s, %s"
            .formatted(
                cell.quarter().metric(),
                cell.quarter().company(),
                cell.region(),
                cell.quarter().period());
    List<Vintage> visible = visible(cell);
    if (!visible.isEmpty()) {
      Status status = visible.getLast().observation().status();
      return switch (status) {
        case NOT_COLLECTED ->
            new Missing(
                MissingReason.NOT_COLLECTED, what + ": not collected, according to its source.");
        case CANNOT_EXIST ->
            new Missing(
                MissingReason.CANNOT_EXIST, what + ": cannot exist, according to its source.");
        case SUPPRESSED ->
            new Missing(
                MissingReason.SUPPRESSED, what + ": not disclosed, according to its source.");
        default -> new Missing(MissingReason.WITHDRAWN, what + ": withdrawn by its publisher.");
      };
    }
    return all(cell).isEmpty()
        ? new Missing(
            MissingReason.NO_OBSERVATION,
            what + ": not published by any source that is stored here.")
        : new Missing(
            MissingReason.NOT_YET_PUBLISHED,
            "%s: first published on %s, after %s."
                .formatted(what, all(cell).getFirst().source().published(), asOf));
  }
}
