package io.regionalmetrics.oracle;

import io.regionalmetrics.oracle.ExpectedValue.Missing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides which figure answers and how it is computed, following the design document. */
final class Oracle {
  private final RegionDefinitions regionDefinitions;
  private final PublicationHistory ledger;
  private final LocalDate asOf;
  private final TieBreaks choices;
  private final Map<List<Object>, ExpectedValue> levels = new HashMap<>();
  private final Map<Cell, LocalDate> earlier;
  private final Optional<LocalDate> others;

  /** A row of growth. */
  record GrowthRow(
      ExpectedValue value, ExpectedValue base, ExpectedValue change, ExpectedValue growth) {
    GrowthRow with(ExpectedValue other) {
      return new GrowthRow(value, base, change, other);
    }

    /** Whether a published growth contradicts both levels, found without it. */
    boolean disagrees() {
      return growth.isPublished()
          && value.isFound()
          && base.isFound()
          && !value.isImplied()
          && !base.isImplied()
          && computedGrowth(value, base) instanceof ExpectedValue.Figure between
          && between
              .calculation()
              .range()
              .filter(range -> !range.meets(growth.calculation().range().orElseThrow()))
              .isPresent();
    }
  }

  /** A sum of published figures that gives the requested region. */
  private record RegionSum(Calculation sum, int operands) {
    Fraction width() {
      return new Calculation.Level(sum).range().orElseThrow().width();
    }

    boolean contradicts() {
      return sum.range().orElseThrow().high().signum() < 0;
    }
  }

  Oracle(
      RegionDefinitions regionDefinitions,
      PublicationHistory ledger,
      LocalDate asOf,
      TieBreaks choices) {
    this(regionDefinitions, ledger, asOf, choices, Map.of(), Optional.empty());
  }

  private Oracle(
      RegionDefinitions regionDefinitions,
      PublicationHistory ledger,
      LocalDate asOf,
      TieBreaks choices,
      Map<Cell, LocalDate> earlier,
      Optional<LocalDate> others) {
    this.earlier = earlier;
    this.others = others;
    this.regionDefinitions = regionDefinitions;
    this.ledger = ledger;
    this.asOf = asOf;
    this.choices = choices;
  }

  RegionDefinitions regionDefinitions() {
    return regionDefinitions;
  }

  /** The day whose knowledge answers. */
  LocalDate asOf() {
    return asOf;
  }

  PublicationHistory ledger() {
    return ledger;
  }

  RegionInterpretations interpretations() {
    return regionDefinitions.interpretations();
  }

  TieBreaks choices() {
    return choices;
  }

  /** The last day whose publications count for a cell. */
  private LocalDate day(Cell cell) {
    LocalDate own = earlier.get(cell);
    return own != null ? own : others.map(day -> notBeforeFirst(cell, day)).orElse(asOf);
  }

  private LocalDate notBeforeFirst(Cell cell, LocalDate day) {
    return ledger
        .first(cell)
        .filter(first -> first.isAfter(day) && !first.isAfter(asOf))
        .orElse(day);
  }

  private IndependentBook book() {
    return new IndependentBook(ledger, this::day);
  }

  /** The same oracle, with each cell as known on a day or, later, when it was first published. */
  private Oracle whenPublished(LocalDate day) {
    return new Oracle(regionDefinitions, ledger, asOf, choices, Map.of(), Optional.of(day));
  }

  /** The day when a published growth was last stated. */
  private LocalDate lastStated(PublicationHistory.Vintage growth) {
    return documents(growth).stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  private List<LocalDate> documents(PublicationHistory.Vintage vintage) {
    Set<String> ids = book().documents(vintage);
    return ledger.numbers(vintage.statement().cell(), asOf).stream()
        .map(PublicationHistory.Vintage::document)
        .filter(document -> ids.contains(document.id()))
        .map(PublishedDocument::published)
        .toList();
  }

  /** The oracle of the day that a published growth belongs to. */
  Oracle whenPublished(PublicationHistory.Vintage growth) {
    return whenPublished(lastStated(growth));
  }

  /** A comparison whose figures were restated together or not at all. */
  <T> T together(Function<Oracle, T> comparison, Function<T, List<ExpectedValue>> compared) {
    Oracle view = this;
    while (true) {
      T result = comparison.apply(view);
      Map<Cell, LocalDate> days = view.book().earlierDays(vintages(compared.apply(result)));
      if (days.isEmpty()) {
        return result;
      }
      Map<Cell, LocalDate> all = new HashMap<>(view.earlier);
      all.putAll(days);
      view = new Oracle(regionDefinitions, ledger, asOf, choices, all, others);
    }
  }

  private Set<PublicationHistory.Vintage> vintages(List<ExpectedValue> values) {
    return values.stream()
        .filter(ExpectedValue::isFound)
        .flatMap(value -> value.calculation().operands().stream())
        .map(ledger::vintage)
        .collect(Collectors.toSet());
  }

  /** The same oracle as of another day. */
  Oracle asOf(LocalDate day) {
    return new Oracle(regionDefinitions, ledger, day, choices);
  }

  /**
   * The level of a quarter: as published; otherwise implied by its published growth and a published
   * level of another quarter that is read; otherwise computed; otherwise implied by its growth and
   * a computed level.
   */
  ExpectedValue level(String metric, String region, int quarter, QuartersRead quartersRead) {
    List<Object> key =
        List.of(metric, regionDefinitions.places(region), quarter, region, quartersRead);
    ExpectedValue known = levels.get(key);
    if (known == null) {
      known = found(metric, region, quarter, quartersRead);
      levels.put(key, known);
    }
    return known;
  }

  private ExpectedValue found(
      String metric, String region, int quarter, QuartersRead quartersRead) {
    Optional<PublicationHistory.Vintage> published = published(metric, region, quarter, Cell.LEVEL);
    if (published.isPresent()) {
      return ExpectedValue.statement(published.get());
    }
    return together(view -> view.solvedOrComputed(metric, region, quarter, quartersRead), List::of);
  }

  private ExpectedValue solvedOrComputed(
      String metric, String region, int quarter, QuartersRead quartersRead) {
    Optional<ExpectedValue> solved =
        solved(
            metric,
            region,
            quarter,
            quartersRead,
            other ->
                published(metric, region, other, Cell.LEVEL)
                    .<ExpectedValue>map(ExpectedValue::statement));
    if (solved.isPresent()) {
      return solved.get();
    }
    ExpectedValue computed = computed(metric, region, quarter, quartersRead);
    return computed.isFound()
        ? computed
        : solved(
                metric,
                region,
                quarter,
                quartersRead,
                other -> Optional.of(computed(metric, region, other, quartersRead)))
            .orElse(computed);
  }

  private interface Others {
    Optional<ExpectedValue> level(int quarter);
  }

  /**
   * A level implied by the growth to or from another quarter; the narrowest if there are several.
   */
  private Optional<ExpectedValue> solved(
      String metric, String region, int quarter, QuartersRead quartersRead, Others others) {
    List<ExpectedValue> sums = new ArrayList<>();
    for (String measure : List.of("yoy", "qoq")) {
      int later = quarter + Cell.quartersApart(measure);
      int earlier = quarter - Cell.quartersApart(measure);
      solved(metric, region, later, later, measure, quartersRead, others)
          .ifPresent(solving -> sums.add(solving.base()));
      solved(metric, region, earlier, quarter, measure, quartersRead, others)
          .ifPresent(solving -> sums.add(solving.value()));
    }
    List<ExpectedValue> found = sums.stream().filter(ExpectedValue::isFound).toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<ExpectedValue> bounded =
        found.stream().filter(way -> way.calculation().range().isPresent()).toList();
    List<ExpectedValue> narrowest =
        bounded.stream()
            .filter(
                way -> bounded.stream().noneMatch(other -> width(other).compareTo(width(way)) < 0))
            .toList();
    return Optional.of(
        choices.pick(
            List.of("growth", asOf, metric, region, quarter),
            narrowest.isEmpty() ? found : narrowest));
  }

  private static Fraction width(ExpectedValue field) {
    return field.calculation().range().orElseThrow().width();
  }

  /** A level of another quarter, and 1 + the growth between them. */
  private record ImpliedLevel(Calculation level, Calculation factor) {
    ExpectedValue base() {
      return ExpectedValue.level(level.over(factor), "implied");
    }

    ExpectedValue value() {
      return ExpectedValue.level(level.times(factor), "implied");
    }
  }

  private Optional<ImpliedLevel> solved(
      String metric,
      String region,
      int other,
      int computedGrowth,
      String measure,
      QuartersRead quartersRead,
      Others others) {
    if (!quartersRead.have(metric, other)) {
      return Optional.empty();
    }
    return published(metric, region, computedGrowth, measure)
        .flatMap(growth ->
            others
                .level(other)
                .filter(ExpectedValue::isFound)
                .map(level ->
                    new ImpliedLevel(
                        level.calculation(),
                        Calculation.of(1)
                            .plus(
                                ExpectedValue.statement(growth)
                                    .calculation()
                                    .over(Calculation.of(100))))));
  }

  /** The level as published or computed, never implied by its growth. */
  ExpectedValue stated(String metric, String region, int quarter, QuartersRead quartersRead) {
    return published(metric, region, quarter, Cell.LEVEL)
        .<ExpectedValue>map(ExpectedValue::statement)
        .orElseGet(
            () -> together(view -> view.computed(metric, region, quarter, quartersRead), List::of));
  }

  /** A level against another. */
  static ExpectedValue ratio(ExpectedValue value, ExpectedValue against) {
    if (!value.isFound() || !against.isFound()) {
      return ExpectedValue.missing();
    }
    return isOne(value, against)
        ? ExpectedValue.derived(Calculation.of(1))
        : ExpectedValue.derived(value.calculation().over(against.calculation()));
  }

  /** A figure divided by itself is exactly 1, however uncertain it is. */
  private static boolean isOne(ExpectedValue value, ExpectedValue against) {
    return value.calculation().equals(against.calculation())
        && against.calculation().value().orElseThrow().signum() != 0;
  }

  /** Growth from a base quarter. */
  GrowthRow growth(String metric, String region, int quarter, int baseQuarter) {
    return growth(
        metric, region, quarter, baseQuarter, QuartersRead.of(metric, quarter, baseQuarter));
  }

  /**
   * Growth from a base quarter, with the given quarters read. A published growth belongs to the
   * levels of its day; where one was restated since, growth is computed if a later document states
   * both levels, and otherwise all is as of that day.
   */
  GrowthRow growth(
      String metric, String region, int quarter, int baseQuarter, QuartersRead quartersRead) {
    Function<Oracle, GrowthRow> row =
        view -> view.newestGrowth(metric, region, quarter, baseQuarter, quartersRead);
    GrowthRow newest = row.apply(this);
    if (!book().isAnyRestated(vintages(List.of(newest.value(), newest.base(), newest.growth())))) {
      return newest;
    }
    GrowthRow compared = together(row, one -> List.of(one.value(), one.base()));
    if (!newest.growth().isPublished()
        || compared.value().isImplied()
        || compared.base().isImplied()) {
      return compared;
    }
    PublicationHistory.Vintage growth =
        ledger.vintage((Calculation.Operand) newest.growth().calculation());
    GrowthRow then = row.apply(whenPublished(growth));
    if (meet(then.value(), compared.value()) && meet(then.base(), compared.base())) {
      return compared.with(newest.growth());
    }
    return areStatedTogetherAfter(lastStated(growth), compared)
        ? compared.with(computedGrowth(compared.value(), compared.base()))
        : then;
  }

  private boolean areStatedTogetherAfter(LocalDate day, GrowthRow compared) {
    Set<String> later = new HashSet<>(ledger.documentsAfter(day));
    vintages(List.of(compared.value(), compared.base()))
        .forEach(vintage -> later.retainAll(book().documents(vintage)));
    return !later.isEmpty();
  }

  private static boolean meet(ExpectedValue one, ExpectedValue other) {
    return !one.isFound()
        || !other.isFound()
        || one.calculation()
            .range()
            .flatMap(range -> other.calculation().range().map(range::meets))
            .orElse(true);
  }

  private GrowthRow newestGrowth(
      String metric, String region, int quarter, int baseQuarter, QuartersRead quartersRead) {
    Optional<PublicationHistory.Vintage> published =
        measure(quarter - baseQuarter)
            .flatMap(measure -> published(metric, region, quarter, measure));
    ExpectedValue value = level(metric, region, quarter, quartersRead);
    ExpectedValue base = level(metric, region, baseQuarter, quartersRead);
    return new GrowthRow(
        value,
        base,
        change(value, base),
        published
            .<ExpectedValue>map(ExpectedValue::statement)
            .orElseGet(() -> computedGrowth(value, base)));
  }

  static ExpectedValue change(ExpectedValue value, ExpectedValue base) {
    return value.isFound() && base.isFound()
        ? ExpectedValue.derived(value.calculation().minus(base.calculation()))
        : ExpectedValue.missing();
  }

  static ExpectedValue computedGrowth(ExpectedValue value, ExpectedValue base) {
    if (!value.isFound() || !base.isFound()) {
      return ExpectedValue.missing();
    }
    if (base.calculation().value().orElseThrow().signum() <= 0) {
      return ExpectedValue.missing("base-not-positive");
    }
    return ExpectedValue.derived(
        value
            .calculation()
            .over(base.calculation())
            .minus(Calculation.of(1))
            .times(Calculation.of(100)));
  }

  private static Optional<String> measure(int quarters) {
    return switch (quarters) {
      case 1 -> Optional.of("qoq");
      case 4 -> Optional.of("yoy");
      default -> Optional.empty();
    };
  }

  /** The published figure of a region, or of another that is the same by definition. */
  Optional<PublicationHistory.Vintage> published(
      String metric, String region, int quarter, String measure) {
    Map<String, Integer> question = regionDefinitions.places(region);
    return Stream.concat(
            Stream.of(region),
            regionDefinitions.regions().stream()
                .filter(other -> regionDefinitions.places(other).equals(question)))
        .flatMap(equal -> statement(new Cell(metric, equal, quarter, measure)).stream())
        .findFirst();
  }

  /** The published figure of a cell. */
  Optional<PublicationHistory.Vintage> statement(Cell cell) {
    return ledger.current(cell, day(cell)).filter(vintage -> !vintage.statement().isWithdrawal());
  }

  /** The other vintages of a cell. */
  List<PublicationHistory.Vintage> alternatives(Cell cell) {
    return ledger.alternatives(cell, asOf);
  }

  private ExpectedValue computed(
      String metric, String region, int quarter, QuartersRead quartersRead) {
    return RatioDefinition.of(metric)
        .map(ratio -> quotient(ratio, region, quarter, quartersRead))
        .orElseGet(() -> added(metric, region, quarter));
  }

  /** A ratio computed from its terms. */
  ExpectedValue quotient(
      RatioDefinition ratio, String region, int quarter, QuartersRead quartersRead) {
    ExpectedValue above = level(ratio.numerator(), region, quarter, quartersRead);
    ExpectedValue below = denominator(ratio, region, quarter, quartersRead);
    return above.isFound() && below.isFound()
        ? ExpectedValue.level(
            above.calculation().over(below.calculation()).over(Calculation.of(ratio.months())),
            "derived")
        : ExpectedValue.missing();
  }

  /** The denominator of a ratio. */
  ExpectedValue denominator(
      RatioDefinition ratio, String region, int quarter, QuartersRead quartersRead) {
    ExpectedValue closing = level(ratio.denominator(), region, quarter, quartersRead);
    if (!ratio.isAverage()) {
      return closing;
    }
    ExpectedValue opening = level(ratio.denominator(), region, quarter - 1, quartersRead);
    return closing.isFound() && opening.isFound()
        ? ExpectedValue.derived(
            closing.calculation().plus(opening.calculation()).over(Calculation.of(2)))
        : ExpectedValue.missing();
  }

  private ExpectedValue added(String metric, String region, int quarter) {
    List<RegionSum> sums = sums(metric, regionDefinitions.places(region), quarter);
    List<RegionSum> sensible = sums.stream().filter(way -> !way.contradicts()).toList();
    if (sums.isEmpty()) {
      return nothing(metric, region, quarter);
    }
    return sensible.isEmpty()
        ? ExpectedValue.missing("figures-contradict")
        : ExpectedValue.level(
            choices
                .pick(
                    List.of(asOf, metric, regionDefinitions.places(region), quarter),
                    best(sensible))
                .sum(),
            "derived");
  }

  private static List<RegionSum> best(List<RegionSum> sums) {
    Comparator<RegionSum> order =
        Comparator.comparing(RegionSum::width).thenComparing(RegionSum::operands);
    RegionSum first = sums.stream().min(order).orElseThrow();
    return sums.stream().filter(way -> order.compare(way, first) == 0).toList();
  }

  private ExpectedValue nothing(String metric, String region, int quarter) {
    return regionDefinitions.regions().contains(region)
        ? ExpectedValue.missing(ledger.why(Cell.level(metric, region, quarter), asOf))
        : new Missing(ExpectedValue.NOTHING);
  }

  /** All ways to add and subtract published figures, each at most once. */
  private List<RegionSum> sums(String metric, Map<String, Integer> question, int quarter) {
    List<PublicationHistory.Vintage> published =
        regionDefinitions.regions().stream()
            .flatMap(region -> statement(Cell.level(metric, region, quarter)).stream())
            .toList();
    List<RegionSum> sums = new ArrayList<>();
    extend(published, 0, question, null, 0, sums);
    return sums;
  }

  private void extend(
      List<PublicationHistory.Vintage> published,
      int next,
      Map<String, Integer> open,
      Calculation sum,
      int operands,
      List<RegionSum> sums) {
    if (next == published.size()) {
      if (open.isEmpty() && sum != null) {
        sums.add(new RegionSum(sum, operands));
      }
      return;
    }
    PublicationHistory.Vintage one = published.get(next);
    extend(published, next + 1, open, sum, operands, sums);
    for (int sign : new int[] {1, -1}) {
      Map<String, Integer> rest = new TreeMap<>(open);
      RegionDefinitions.add(rest, regionDefinitions.places(one.statement().cell().region()), -sign);
      Calculation calculation = ExpectedValue.statement(one).calculation();
      Calculation before = sum == null ? Calculation.of(0) : sum;
      extend(
          published,
          next + 1,
          rest,
          sign > 0 ? before.plus(calculation) : before.minus(calculation),
          operands + 1,
          sums);
    }
  }
}
