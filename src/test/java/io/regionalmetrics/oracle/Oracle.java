package io.regionalmetrics.oracle;

import io.regionalmetrics.oracle.Field.Missing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
          && !isImplied(value)
          && !isImplied(base)
          && grown(value, base) instanceof Field.Found between
          && between
              .term()
              .range()
              .filter(range -> !range.meets(growth.term().range().orElseThrow()))
              .isPresent();
    }

    private static boolean isImplied(Field field) {
      return field instanceof Field.Found found && found.origin().equals("implied");
    }
  }

  /** A row of check. */
  record Checked(Field published, Field computed, Field difference, Optional<Boolean> meet) {}

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

  /** The level of one quarter, by itself. */
  Field level(String metric, String region, int quarter) {
    List<Object> key = List.of(metric, atlas.places(region), quarter, region);
    Field known = levels.get(key);
    if (known == null) {
      known =
          published(metric, region, quarter, Cell.LEVEL)
              .map(Field::said)
              .<Field>map(found -> found)
              .orElseGet(() -> computed(metric, region, quarter));
      levels.put(key, known);
    }
    return known;
  }

  /** A level against another. */
  Field ratio(Field value, Field against) {
    if (!value.isFound() || !against.isFound()) {
      return new Missing(anyReason());
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
    Optional<Said> published =
        measure(quarter - baseQuarter)
            .flatMap(measure -> published(metric, region, quarter, measure));
    Field value = level(metric, region, quarter);
    Field base = level(metric, region, baseQuarter);
    Levels levels = levels(metric, region, quarter, baseQuarter, new Levels(value, base));
    if (published.isPresent()) {
      List<Levels> solved = levels.solved(published.get());
      levels = choices.pick(List.of("growth", metric, region), solved);
    }
    return new Grown(
        levels.value(),
        levels.base(),
        change(levels.value(), levels.base()),
        published.<Field>map(Field::said).orElse(grown(levels.value(), levels.base())));
  }

  /** The levels without their own growth; a ratio's terms may be implied by theirs. */
  private Levels levels(String metric, String region, int quarter, int baseQuarter, Levels alone) {
    if (!metric.equals(Cell.PER_USER)) {
      return alone;
    }
    Grown revenue = growth(Cell.REVENUE, region, quarter, baseQuarter);
    Grown users = growth(Cell.USERS, region, quarter, baseQuarter);
    return new Levels(
        alone.value().isPublished() ? alone.value() : divided(revenue.value(), users.value()),
        alone.base().isPublished() ? alone.base() : divided(revenue.base(), users.base()));
  }

  /** The levels of two quarters. */
  private record Levels(Field value, Field base) {
    /**
     * What the growth between them makes of them: it gives the one that is missing, and before that
     * the one that is not published where the other is. Whether it does where both are computed
     * from implied terms is left open; but never both. Down by 100 % it gives no base: then what is
     * computed stands.
     */
    List<Levels> solved(Said growth) {
      Term factor = Term.of(1).plus(new Term.Operand(growth).over(Term.of(100)));
      if (isLess(value, base)) {
        return List.of(withValue(factor));
      }
      if (isLess(base, value)) {
        return List.of(withBase(factor));
      }
      return usesGrowth(value) || usesGrowth(base)
          ? List.of(this, withValue(factor), withBase(factor))
          : List.of(this);
    }

    private Levels withValue(Term factor) {
      return new Levels(Field.level(base.term().times(factor), "implied"), base);
    }

    private Levels withBase(Term factor) {
      Field solved = Field.level(value.term().over(factor), "implied");
      Field otherwise = base.isFound() ? base : new Missing(anyReason());
      return new Levels(value, solved.isFound() ? solved : otherwise);
    }

    private static boolean isLess(Field level, Field other) {
      return !level.isPublished() && other.isPublished() || !level.isFound() && other.isFound();
    }

    private static boolean usesGrowth(Field level) {
      return level.isFound()
          && level.term().operands().keySet().stream().anyMatch(cell -> !cell.isLevel());
    }
  }

  private Field change(Field value, Field base) {
    return value.isFound() && base.isFound()
        ? Field.derived(value.term().minus(base.term()))
        : new Missing(anyReason());
  }

  private static Field grown(Field value, Field base) {
    if (!value.isFound() || !base.isFound()) {
      return new Missing(anyReason());
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

  /** A published ratio against its terms; empty where none is published. */
  Optional<Checked> check(String region, int quarter) {
    return published(Cell.PER_USER, region, quarter, Cell.LEVEL)
        .map(Field::said)
        .map(said -> checked(said, computed(Cell.PER_USER, region, quarter)));
  }

  private Checked checked(Field said, Field computed) {
    if (!computed.isFound()) {
      return new Checked(said, computed, new Missing(anyReason()), Optional.empty());
    }
    Optional<Boolean> meet =
        computed.term().range().map(range -> range.meets(said.term().range().orElseThrow()));
    return new Checked(said, computed, change(said, computed), meet);
  }

  /** What was published of a region, or of another that is the same by definition. */
  private Optional<Said> published(String metric, String region, int quarter, String measure) {
    Map<String, Integer> asked = atlas.places(region);
    return Stream.concat(
            Stream.of(region),
            atlas.regions().stream().filter(other -> atlas.places(other).equals(asked)))
        .flatMap(same -> said(new Cell(metric, same, quarter, measure)).stream())
        .findFirst();
  }

  private Optional<Said> said(Cell cell) {
    return ledger
        .current(cell, asOf)
        .map(Ledger.Vintage::said)
        .filter(said -> !said.isWithdrawal());
  }

  private Field computed(String metric, String region, int quarter) {
    if (metric.equals(Cell.PER_USER)) {
      return divided(level(Cell.REVENUE, region, quarter), level(Cell.USERS, region, quarter));
    }
    return added(metric, region, quarter);
  }

  private static Field divided(Field revenue, Field users) {
    return revenue.isFound() && users.isFound()
        ? Field.level(revenue.term().over(users.term()), "derived")
        : new Missing(anyReason());
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
            choices.pick(List.of(metric, atlas.places(region), quarter), best(sensible)).sum(),
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

  private static Set<String> anyReason() {
    return Set.of(
        "no-observation",
        "not-yet-published",
        "withdrawn",
        "figures-contradict",
        "denominator-zero",
        "base-not-positive");
  }

  /** All ways to add and subtract published figures, each at most once. */
  private List<Way> ways(String metric, Map<String, Integer> asked, int quarter) {
    List<Said> published =
        atlas.regions().stream()
            .flatMap(region -> said(Cell.level(metric, region, quarter)).stream())
            .toList();
    List<Way> ways = new ArrayList<>();
    extend(published, 0, asked, null, 0, ways);
    return ways;
  }

  private void extend(
      List<Said> published,
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
    Said said = published.get(next);
    extend(published, next + 1, open, sum, operands, ways);
    for (int sign : new int[] {1, -1}) {
      Map<String, Integer> rest = new TreeMap<>(open);
      Atlas.add(rest, atlas.places(said.cell().region()), -sign);
      Term term = new Term.Operand(said);
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
