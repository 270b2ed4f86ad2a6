package io.regionalmetrics.oracle;

import io.regionalmetrics.oracle.Field.Missing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which figure answers, and what it is computed from, by the words of the design. */
final class Oracle {
  private final Atlas atlas;
  private final Ledger ledger;
  private final LocalDate asOf;
  private final Choices choices;
  private final Map<List<Object>, Field> levels = new HashMap<>();

  /** A row of growth. */
  record Grown(Field value, Field base, Field change, Field growth) {
    /** Whether a published growth and both levels, found without it, can't be true together. */
    boolean disagrees() {
      return growth.isPublished()
          && value.isFound()
          && base.isFound()
          && !value.isImplied()
          && !base.isImplied()
          && grown(value, base) instanceof Field.Found between
          && between
              .term()
              .range()
              .filter(range -> !range.meets(growth.term().range().orElseThrow()))
              .isPresent();
    }
  }

  /** Published figures that add up to what was asked. */
  private record Way(Term sum, int operands) {
    Fraction width() {
      return new Term.Level(sum).range().orElseThrow().width();
    }

    boolean contradicts() {
      return sum.range().orElseThrow().high().signum() < 0;
    }
  }

  Oracle(Atlas atlas, Ledger ledger, LocalDate asOf, Choices choices) {
    this.atlas = atlas;
    this.ledger = ledger;
    this.asOf = asOf;
    this.choices = choices;
  }

  Atlas atlas() {
    return atlas;
  }

  Ledger ledger() {
    return ledger;
  }

  Worlds worlds() {
    return atlas.worlds();
  }

  Choices choices() {
    return choices;
  }

  /** The same as of another day. */
  Oracle asOf(LocalDate day) {
    return new Oracle(atlas, ledger, day, choices);
  }

  /**
   * The level of a quarter: as published; else by its own published growth from a published level
   * of another quarter that is read; else computed; else by its growth from a computed level.
   */
  Field level(String metric, String region, int quarter, Reads reads) {
    List<Object> key = List.of(metric, atlas.places(region), quarter, region, reads);
    Field known = levels.get(key);
    if (known == null) {
      known = found(metric, region, quarter, reads);
      levels.put(key, known);
    }
    return known;
  }

  private Field found(String metric, String region, int quarter, Reads reads) {
    Optional<Ledger.Vintage> published = published(metric, region, quarter, Cell.LEVEL);
    if (published.isPresent()) {
      return Field.said(published.get());
    }
    Optional<Field> solved =
        solved(
            metric,
            region,
            quarter,
            reads,
            other -> published(metric, region, other, Cell.LEVEL).<Field>map(Field::said));
    if (solved.isPresent()) {
      return solved.get();
    }
    Field computed = computed(metric, region, quarter, reads);
    return computed.isFound()
        ? computed
        : solved(
                metric,
                region,
                quarter,
                reads,
                other -> Optional.of(computed(metric, region, other, reads)))
            .orElse(computed);
  }

  private interface Others {
    Optional<Field> level(int quarter);
  }

  /** By the growth to or from another quarter, the narrowest where there are several. */
  private Optional<Field> solved(
      String metric, String region, int quarter, Reads reads, Others others) {
    List<Field> ways = new ArrayList<>();
    for (String measure : List.of("yoy", "qoq")) {
      int later = quarter + Cell.apart(measure);
      int earlier = quarter - Cell.apart(measure);
      solved(metric, region, later, later, measure, reads, others)
          .ifPresent(solving -> ways.add(solving.base()));
      solved(metric, region, earlier, quarter, measure, reads, others)
          .ifPresent(solving -> ways.add(solving.value()));
    }
    List<Field> found = ways.stream().filter(Field::isFound).toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<Field> bounded = found.stream().filter(way -> way.term().range().isPresent()).toList();
    List<Field> narrowest =
        bounded.stream()
            .filter(
                way -> bounded.stream().noneMatch(other -> width(other).compareTo(width(way)) < 0))
            .toList();
    return Optional.of(
        choices.pick(
            List.of("growth", asOf, metric, region, quarter),
            narrowest.isEmpty() ? found : narrowest));
  }

  private static Fraction width(Field field) {
    return field.term().range().orElseThrow().width();
  }

  /** A level of another quarter, and 1 + the growth between them. */
  private record Solving(Term level, Term factor) {
    Field base() {
      return Field.level(level.over(factor), "implied");
    }

    Field value() {
      return Field.level(level.times(factor), "implied");
    }
  }

  private Optional<Solving> solved(
      String metric,
      String region,
      int other,
      int grown,
      String measure,
      Reads reads,
      Others others) {
    if (!reads.have(metric, other)) {
      return Optional.empty();
    }
    return published(metric, region, grown, measure)
        .flatMap(growth ->
            others
                .level(other)
                .filter(Field::isFound)
                .map(level ->
                    new Solving(
                        level.term(),
                        Term.of(1).plus(Field.said(growth).term().over(Term.of(100))))));
  }

  /** As published or computed: not by its own growth. */
  Field stated(String metric, String region, int quarter, Reads reads) {
    return published(metric, region, quarter, Cell.LEVEL)
        .<Field>map(Field::said)
        .orElseGet(() -> computed(metric, region, quarter, reads));
  }

  /** A level against another. */
  static Field ratio(Field value, Field against) {
    if (!value.isFound() || !against.isFound()) {
      return Field.missing();
    }
    return isOne(value, against)
        ? Field.derived(Term.of(1))
        : Field.derived(value.term().over(against.term()));
  }

  /** A figure against itself is one, however uncertain it is. */
  private static boolean isOne(Field value, Field against) {
    return value.term().equals(against.term())
        && against.term().value().orElseThrow().signum() != 0;
  }

  /** Growth from a base quarter. */
  Grown growth(String metric, String region, int quarter, int baseQuarter) {
    return growth(metric, region, quarter, baseQuarter, Reads.of(metric, quarter, baseQuarter));
  }

  /** Growth from a base quarter, where these and maybe others are read. */
  Grown growth(String metric, String region, int quarter, int baseQuarter, Reads reads) {
    Optional<Ledger.Vintage> published =
        measure(quarter - baseQuarter)
            .flatMap(measure -> published(metric, region, quarter, measure));
    Field value = level(metric, region, quarter, reads);
    Field base = level(metric, region, baseQuarter, reads);
    return new Grown(
        value,
        base,
        change(value, base),
        published.<Field>map(Field::said).orElseGet(() -> grown(value, base)));
  }

  static Field change(Field value, Field base) {
    return value.isFound() && base.isFound()
        ? Field.derived(value.term().minus(base.term()))
        : Field.missing();
  }

  static Field grown(Field value, Field base) {
    if (!value.isFound() || !base.isFound()) {
      return Field.missing();
    }
    if (base.term().value().orElseThrow().signum() <= 0) {
      return Field.missing("base-not-positive");
    }
    return Field.derived(value.term().over(base.term()).minus(Term.of(1)).times(Term.of(100)));
  }

  private static Optional<String> measure(int quarters) {
    return switch (quarters) {
      case 1 -> Optional.of("qoq");
      case 4 -> Optional.of("yoy");
      default -> Optional.empty();
    };
  }

  /** What was published of a region, or of another that is the same by definition. */
  Optional<Ledger.Vintage> published(String metric, String region, int quarter, String measure) {
    Map<String, Integer> asked = atlas.places(region);
    return Stream.concat(
            Stream.of(region),
            atlas.regions().stream().filter(other -> atlas.places(other).equals(asked)))
        .flatMap(same -> said(new Cell(metric, same, quarter, measure)).stream())
        .findFirst();
  }

  /** What was published of a cell. */
  Optional<Ledger.Vintage> said(Cell cell) {
    return ledger.current(cell, asOf).filter(vintage -> !vintage.said().isWithdrawal());
  }

  /** What else is said of a cell. */
  List<Ledger.Vintage> alternatives(Cell cell) {
    return ledger.alternatives(cell, asOf);
  }

  private Field computed(String metric, String region, int quarter, Reads reads) {
    return Ratio.of(metric)
        .map(ratio -> quotient(ratio, region, quarter, reads))
        .orElseGet(() -> added(metric, region, quarter));
  }

  /** A ratio divided anew. */
  Field quotient(Ratio ratio, String region, int quarter, Reads reads) {
    Field above = level(ratio.numerator(), region, quarter, reads);
    Field below = denominator(ratio, region, quarter, reads);
    return above.isFound() && below.isFound()
        ? Field.level(above.term().over(below.term()).over(Term.of(ratio.months())), "derived")
        : Field.missing();
  }

  /** What a ratio is divided by. */
  Field denominator(Ratio ratio, String region, int quarter, Reads reads) {
    Field closing = level(ratio.denominator(), region, quarter, reads);
    if (!ratio.isAverage()) {
      return closing;
    }
    Field opening = level(ratio.denominator(), region, quarter - 1, reads);
    return closing.isFound() && opening.isFound()
        ? Field.derived(closing.term().plus(opening.term()).over(Term.of(2)))
        : Field.missing();
  }

  private Field added(String metric, String region, int quarter) {
    List<Way> ways = ways(metric, atlas.places(region), quarter);
    List<Way> sensible = ways.stream().filter(way -> !way.contradicts()).toList();
    if (ways.isEmpty()) {
      return nothing(metric, region, quarter);
    }
    return sensible.isEmpty()
        ? Field.missing("figures-contradict")
        : Field.level(
            choices
                .pick(List.of(asOf, metric, atlas.places(region), quarter), best(sensible))
                .sum(),
            "derived");
  }

  private static List<Way> best(List<Way> ways) {
    Comparator<Way> order = Comparator.comparing(Way::width).thenComparing(Way::operands);
    Way first = ways.stream().min(order).orElseThrow();
    return ways.stream().filter(way -> order.compare(way, first) == 0).toList();
  }

  private Field nothing(String metric, String region, int quarter) {
    return atlas.regions().contains(region)
        ? Field.missing(ledger.why(Cell.level(metric, region, quarter), asOf))
        : new Missing(Field.NOTHING);
  }

  /** All ways to add and subtract published figures, each at most once. */
  private List<Way> ways(String metric, Map<String, Integer> asked, int quarter) {
    List<Ledger.Vintage> published =
        atlas.regions().stream()
            .flatMap(region -> said(Cell.level(metric, region, quarter)).stream())
            .toList();
    List<Way> ways = new ArrayList<>();
    extend(published, 0, asked, null, 0, ways);
    return ways;
  }

  private void extend(
      List<Ledger.Vintage> published,
      int next,
      Map<String, Integer> open,
      Term sum,
      int operands,
      List<Way> ways) {
    if (next == published.size()) {
      if (open.isEmpty() && sum != null) {
        ways.add(new Way(sum, operands));
      }
      return;
    }
    Ledger.Vintage one = published.get(next);
    extend(published, next + 1, open, sum, operands, ways);
    for (int sign : new int[] {1, -1}) {
      Map<String, Integer> rest = new TreeMap<>(open);
      Atlas.add(rest, atlas.places(one.said().cell().region()), -sign);
      Term term = Field.said(one).term();
      Term before = sum == null ? Term.of(0) : sum;
      extend(
          published,
          next + 1,
          rest,
          sign > 0 ? before.plus(term) : before.minus(term),
          operands + 1,
          ways);
    }
  }
}
