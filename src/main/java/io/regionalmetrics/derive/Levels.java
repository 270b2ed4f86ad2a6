package io.regionalmetrics.derive;

import io.regionalmetrics.answer.AnsweringVintage;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Units;
import io.regionalmetrics.number.Formula;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.region.RegionExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.threeten.extra.YearQuarter;

/**
 * Which figure answers: the level of a metric in a region and a quarter, from what was read.
 *
 * <ol>
 *   <li>What was published of the region, or of a region that is the same by definition ({@code
 *       WORLD-US} is INTERNATIONAL).
 *   <li>What its own published growth implies, where the question reads both quarters.
 *   <li>What is computed: a ratio from its terms; anything else from published parts of regions, in
 *       the way with the narrowest bounds, and of those the one with the fewest operands.
 * </ol>
 *
 * <p>Where a currency is asked for, all of this is done in the currency that the company reports
 * in, and the result is converted.
 */
public final class Levels {
  /** Of several ways to compute a figure, the best first. */
  private static final Comparator<KnownFigure> NARROWEST =
      ((Comparator<KnownFigure>) Levels::narrowest)
          .thenComparingInt(known -> known.operands().size());

  private final Quarters quarters;
  private final Optional<Converter> converter;

  public Levels(Quarters quarters) {
    this.quarters = quarters;
    this.converter = quarters.converter();
  }

  /** The unit in which some quarters are compared: of money in the currency that is asked for. */
  public String unit(Subject subject, YearQuarter... periods) {
    return converter
        .filter(to -> Exchange.converts(subject.metric()))
        .map(to -> to.unit(subject.metric()))
        .orElseGet(() -> ownUnit(subject, periods));
  }

  /**
   * The unit in which some quarters are published: the first in which the first of them is known,
   * then the second; the metric's own before the others that the company reports in.
   */
  public String ownUnit(Subject subject, YearQuarter... periods) {
    List<String> units = units(subject, periods);
    if (units.size() == 1) {
      return units.getFirst();
    }
    return Stream.of(periods)
        .flatMap(period ->
            units.stream().filter(unit -> own(subject, period, unit) instanceof KnownFigure))
        .findFirst()
        .orElse(subject.metric().unit());
  }

  /** The same of one quarter, whose level the growth of another may tell. */
  private String unitToConvert(Subject subject, YearQuarter period) {
    return ownUnit(
        subject,
        Stream.concat(
                Stream.of(period),
                Stream.of(Measure.YOY, Measure.QOQ)
                    .flatMap(growth ->
                        Stream.of(
                            period.plusQuarters(growth.quarters()),
                            period.minusQuarters(growth.quarters()))))
            .toArray(YearQuarter[]::new));
  }

  /** Whether there is a level in any unit. */
  boolean isKnown(Subject subject, YearQuarter period) {
    return units(subject, period).stream()
        .anyMatch(unit -> own(subject, period, unit) instanceof KnownFigure);
  }

  /**
   * All units in which anything that bears on the subject was published, the metric's own first.
   */
  public List<String> units(Subject subject, YearQuarter... periods) {
    Metric metric = subject.metric();
    if (metric.dimension() != Dimension.MONEY) {
      return List.of(metric.unit());
    }
    Set<String> others = new TreeSet<>();
    for (YearQuarter period : periods) {
      subject
          .reads(period)
          .forEach(key ->
              subject.vocabulary().metric(key.metric()).stream()
                  .filter(read -> read.dimension() == Dimension.MONEY)
                  .flatMap(read -> quarters.units(key).stream())
                  .forEach(unit -> others.add(metric.unitIn(Units.currency(unit)))));
    }
    others.remove(metric.unit());
    return Stream.concat(Stream.of(metric.unit()), others.stream()).toList();
  }

  /** The level of one quarter, or why there is none; converted where its unit is the asked one. */
  public RowValue level(Subject subject, YearQuarter period, String unit) {
    return converter
        .filter(to -> to.converts(subject.metric(), unit))
        .map(to -> converted(subject, period, unit, to))
        .orElseGet(() -> own(subject, period, unit));
  }

  /**
   * The company's own figure, converted; but one that was published in the asked unit comes before
   * what would have to be computed first.
   */
  private RowValue converted(Subject subject, YearQuarter period, String unit, Converter to) {
    RowValue own = own(subject, period, unitToConvert(subject, period));
    if (!(own instanceof KnownFigure known)) {
      return own;
    }
    Optional<KnownFigure> stated =
        known.figure().origin() == Origin.REPORTED
            ? Optional.empty()
            : reported(subject, period, Measure.LEVEL, unit);
    return stated.isPresent() ? stated.get() : to.level(known, subject.metric(), period);
  }

  /**
   * The level as it is without conversion. A growth is applied to a published level before anything
   * is computed, and to a computed one only where this one can't be computed itself: so two
   * quarters never imply each other.
   */
  private RowValue own(Subject subject, YearQuarter period, String unit) {
    Optional<KnownFigure> published =
        reported(subject, period, Measure.LEVEL, unit)
            .or(() ->
                implied(
                    subject, period, unit, other -> reported(subject, other, Measure.LEVEL, unit)));
    if (published.isPresent()) {
      return published.get();
    }
    RowValue computed = computed(subject, period, unit);
    return computed instanceof KnownFigure
        ? computed
        : implied(subject, period, unit, other -> known(computed(subject, other, unit)))
            .<RowValue>map(known -> known)
            .orElse(computed);
  }

  /** The level as it was published, or computed from published ones; never solved from a growth. */
  private RowValue stated(Subject subject, YearQuarter period, String unit) {
    return reported(subject, period, Measure.LEVEL, unit)
        .<RowValue>map(known -> known)
        .orElseGet(() -> computed(subject, period, unit));
  }

  /** The growth that the levels of two quarters give, with them as its operands. */
  public RowValue grown(Subject subject, YearQuarter period, YearQuarter base, String unit) {
    RowValue value = stated(subject, period, unit);
    RowValue before = stated(subject, base, unit);
    List<KnownFigure.Operand> operands = new ArrayList<>();
    operand(subject, period, value, operands);
    operand(subject, base, before, operands);
    return new LevelGrowth(value, before, Optional.empty()).growth(List.of(), operands);
  }

  /**
   * What published figures of some regions add up to; or what the first that lacks is. Where they
   * contradict each other it is below zero, for what it is compared with to show it.
   */
  public RowValue sum(Subject subject, RegionExpression regions, YearQuarter period, String unit) {
    return summed(subject, regions, period, unit)
        .<RowValue>map(Levels::belowZeroWhereItMustBe)
        .orElseGet(() -> missing(subject.in(regions), period, unit));
  }

  private static KnownFigure belowZeroWhereItMustBe(KnownFigure sum) {
    return sum.formula() instanceof Formula.NonNegative(Formula inner)
            && sum.formula().range().isEmpty()
        ? KnownFigure.derived(inner, sum.figure().unit(), sum.from(), sum.operands())
        : sum;
  }

  private static Optional<KnownFigure> known(RowValue field) {
    return field instanceof KnownFigure known ? Optional.of(known) : Optional.empty();
  }

  /**
   * The growth that was published for a quarter. A published growth is one in the currency that the
   * company reports in; where another is asked for it is converted, and follows from that one.
   */
  public Optional<KnownFigure> growth(
      Subject subject, YearQuarter period, Measure measure, String unit) {
    return converter
        .filter(to -> to.converts(subject.metric(), unit))
        .map(to -> converted(subject, period, measure, to))
        .orElseGet(() -> reported(subject, period, measure, unit));
  }

  private Optional<KnownFigure> converted(
      Subject subject, YearQuarter period, Measure measure, Converter to) {
    return Stream.concat(Stream.of(unitToConvert(subject, period)), units(subject, period).stream())
        .flatMap(unit -> reported(subject, period, measure, unit).stream())
        .findFirst()
        .flatMap(growth ->
            to.growth(growth, subject.metric(), period, period.minusQuarters(measure.quarters())));
  }

  /** Whether a level was published of one region under its own code. */
  public boolean isPublished(Subject subject, String region, YearQuarter period, String unit) {
    return quarters.current(new Cell(subject.key(period), region, Measure.LEVEL, unit)).isPresent();
  }

  /** What was published, of the region itself or of one that is the same by definition. */
  public Optional<KnownFigure> reported(
      Subject subject, YearQuarter period, Measure measure, String unit) {
    QuarterKey key = subject.key(period);
    for (String region : subject.equivalents()) {
      Optional<AnsweringVintage> current = quarters.current(new Cell(key, region, measure, unit));
      if (current.isPresent()) {
        return Optional.of(KnownFigure.reported(current.get(), subject.metric().mayBeNegative()));
      }
    }
    return Optional.empty();
  }

  /**
   * The level that a published growth g implies: base = value / (1 + g), value = base x (1 + g); of
   * several the one with the narrowest bounds. By hand: 106m that is 34 % more than a year before
   * implies 106 / 1.34 = 79.10m then.
   */
  private Optional<KnownFigure> implied(
      Subject subject,
      YearQuarter period,
      String unit,
      Function<YearQuarter, Optional<KnownFigure>> levels) {
    return Stream.of(Measure.YOY, Measure.QOQ)
        .flatMap(measure ->
            Stream.concat(
                base(subject, period, measure, unit, levels).stream(),
                value(subject, period, measure, unit, levels).stream()))
        .min(NARROWEST);
  }

  private Optional<KnownFigure> base(
      Subject subject,
      YearQuarter period,
      Measure measure,
      String unit,
      Function<YearQuarter, Optional<KnownFigure>> levels) {
    YearQuarter later = period.plusQuarters(measure.quarters());
    return both(subject, period, later, later, measure, unit, levels)
        .flatMap(
            both -> computed(both, both.level().formula().dividedBy(factor(both.growth())), unit));
  }

  private Optional<KnownFigure> value(
      Subject subject,
      YearQuarter period,
      Measure measure,
      String unit,
      Function<YearQuarter, Optional<KnownFigure>> levels) {
    YearQuarter earlier = period.minusQuarters(measure.quarters());
    return both(subject, period, earlier, period, measure, unit, levels)
        .flatMap(both -> computed(both, both.level().formula().times(factor(both.growth())), unit));
  }

  /** A level and a growth that are both known, and imply the other level. */
  private record Both(KnownFigure level, KnownFigure growth, List<KnownFigure.Operand> operands) {}

  private Optional<Both> both(
      Subject subject,
      YearQuarter period,
      YearQuarter other,
      YearQuarter grown,
      Measure measure,
      String unit,
      Function<YearQuarter, Optional<KnownFigure>> levels) {
    if (!quarters.have(subject.key(period)) || !quarters.have(subject.key(other))) {
      return Optional.empty();
    }
    return reported(subject, grown, measure, unit)
        .flatMap(growth ->
            levels
                .apply(other)
                .map(level ->
                    new Both(
                        level,
                        growth,
                        List.of(operand(subject, other, level), operand(subject, grown, growth)))));
  }

  private static Optional<KnownFigure> computed(Both both, Formula formula, String unit) {
    return KnownFigure.computed(formula, unit, Origin.IMPLIED, List.of(), both.operands());
  }

  /** 1 + g / 100. */
  private static Formula factor(KnownFigure growth) {
    return Formula.ONE.plus(growth.formula().dividedBy(100));
  }

  private RowValue computed(Subject subject, YearQuarter period, String unit) {
    Metric metric = subject.metric();
    if (metric.kind() != MetricKind.RATIO) {
      return summed(subject, period, unit);
    }
    return metric
        .terms()
        .map(terms -> quotient(subject, terms, period, unit))
        .orElseGet(() -> missing(subject, period, unit));
  }

  /** The unit in which a ratio's numerator is taken: in the ratio's currency, if it is of money. */
  private String unitOfNumerator(
      Subject ratio, Subject numerator, YearQuarter period, String unit) {
    return ratio.metric().dimension() == Dimension.MONEY
        ? numerator.metric().unitIn(Units.currency(unit))
        : ownUnit(numerator, period);
  }

  /**
   * A ratio from its terms: the numerator's sum over the denominator's. By hand: 106m / 45m =
   * 2.3556; Netflix UCAN 2023-Q3, monthly over the average: 3735.133m / ((75.571m + 77.321m) / 2) /
   * 3 = 16.29.
   */
  public RowValue quotient(Subject subject, RatioTerms terms, YearQuarter period, String unit) {
    Optional<Subject> numerator = subject.of(terms.numerator());
    Optional<Subject> denominator = subject.of(terms.denominator());
    if (numerator.isEmpty() || denominator.isEmpty()) {
      return missing(subject, period, unit);
    }
    List<KnownFigure.Operand> operands = new ArrayList<>();
    String unitAbove = unitOfNumerator(subject, numerator.get(), period, unit);
    RowValue above = term(numerator.get(), period, unitAbove, this::own, operands);
    RowValue below = denominator(denominator.get(), terms, period, unitAbove, this::own, operands);
    for (RowValue field : List.of(above, below)) {
      if (field instanceof Missing missing) {
        return missing;
      }
    }
    Formula ratio = formula(above).dividedBy(formula(below));
    return KnownFigure.computed(
            terms.monthly() ? ratio.dividedBy(3) : ratio, unit, Origin.DERIVED, List.of(), operands)
        .<RowValue>map(known -> known)
        .orElseGet(() ->
            new Missing(
                MissingReason.DENOMINATOR_ZERO,
                "%s of %s in %s is zero; nothing can be divided by it."
                    .formatted(terms.denominator(), subject.asked(), period)));
  }

  /** What a ratio is divided by: a figure of the quarter's end, or the average of two. */
  public RowValue denominator(
      Subject denominator, RatioTerms terms, YearQuarter period, String unitOfNumerator) {
    return denominator(denominator, terms, period, unitOfNumerator, this::level, new ArrayList<>());
  }

  /** How the level of a ratio's term is found: as it is, or converted. */
  private interface LevelOf {
    RowValue level(Subject term, YearQuarter period, String unit);
  }

  private RowValue denominator(
      Subject denominator,
      RatioTerms terms,
      YearQuarter period,
      String unitOfNumerator,
      LevelOf levelOf,
      List<KnownFigure.Operand> operands) {
    String unit = denominator.metric().unitIn(Units.currency(unitOfNumerator));
    RowValue closing = term(denominator, period, unit, levelOf, operands);
    if (!terms.average() || closing instanceof Missing) {
      return closing;
    }
    RowValue opening = term(denominator, period.minusQuarters(1), unit, levelOf, operands);
    return opening instanceof Missing
        ? opening
        : KnownFigure.derived(
            formula(closing).plus(formula(opening)).dividedBy(2), unit, List.of(), operands);
  }

  private static RowValue term(
      Subject term,
      YearQuarter period,
      String unit,
      LevelOf levelOf,
      List<KnownFigure.Operand> operands) {
    RowValue field = levelOf.level(term, period, unit);
    if (field instanceof KnownFigure known) {
      operands.add(operand(term, period, known));
    }
    return field;
  }

  private static Formula formula(RowValue field) {
    return ((KnownFigure) field).formula();
  }

  /** What adds over regions, from published parts. */
  private RowValue summed(Subject subject, YearQuarter period, String unit) {
    List<KnownFigure> ways =
        subject.algebra().equivalents(subject.region()).stream()
            .filter(way -> way.single().isEmpty())
            .flatMap(way -> summed(subject, way, period, unit).stream())
            .toList();
    Optional<KnownFigure> narrowest =
        ways.stream().filter(way -> way.formula().range().isPresent()).min(NARROWEST);
    if (narrowest.isPresent()) {
      return narrowest.get();
    }
    return ways.isEmpty() ? missing(subject, period, unit) : contradiction(subject, period);
  }

  private Optional<KnownFigure> summed(
      Subject subject, RegionExpression way, YearQuarter period, String unit) {
    Formula sum = Formula.ZERO;
    List<KnownFigure.Operand> operands = new ArrayList<>();
    for (Map.Entry<String, Integer> term : way.terms().entrySet()) {
      Subject part = subject.in(RegionExpression.of(term.getKey()));
      Optional<KnownFigure> known =
          quarters
              .current(new Cell(part.key(period), term.getKey(), Measure.LEVEL, unit))
              .map(current -> KnownFigure.reported(current, subject.metric().mayBeNegative()));
      if (known.isEmpty()) {
        return Optional.empty();
      }
      sum =
          term.getValue() > 0 ? sum.plus(known.get().formula()) : sum.minus(known.get().formula());
      operands.add(operand(part, period, known.get()));
    }
    return KnownFigure.computed(
        subject.metric().mayBeNegative() ? sum : sum.nonNegative(),
        unit,
        Origin.DERIVED,
        List.of(),
        operands);
  }

  /** How far the ends lie apart; nothing where there are none. */
  private static Optional<BigFraction> width(KnownFigure known) {
    return known.formula().range().map(Interval::width);
  }

  private static int narrowest(KnownFigure one, KnownFigure other) {
    Optional<BigFraction> a = width(one);
    Optional<BigFraction> b = width(other);
    return a.isPresent() && b.isPresent()
        ? a.get().compareTo(b.get())
        : Boolean.compare(b.isPresent(), a.isPresent());
  }

  /** Adds a level to the operands of another figure, where there is one. */
  public static void operand(
      Subject subject, YearQuarter period, RowValue field, List<KnownFigure.Operand> operands) {
    if (field instanceof KnownFigure known) {
      operands.add(operand(subject, period, known));
    }
  }

  /** The largest first, what is missing last. */
  public static <T> Comparator<T> largestFirst(Function<T, RowValue> value) {
    return Comparator.comparing(
        one ->
            value.apply(one) instanceof KnownFigure known
                ? Optional.of(known.value())
                : Optional.empty(),
        (Optional<BigFraction> a, Optional<BigFraction> b) ->
            a.isPresent() && b.isPresent()
                ? b.get().compareTo(a.get())
                : Boolean.compare(b.isPresent(), a.isPresent()));
  }

  private static KnownFigure.Operand operand(
      Subject subject, YearQuarter period, KnownFigure known) {
    return new KnownFigure.Operand(
        subject.company(), subject.metric().id(), subject.asked(), period, known);
  }

  /** Why there is no level: what the first region lacks, and which question would have it. */
  private Missing missing(Subject subject, YearQuarter period, String unit) {
    return Stream.concat(
            subject.region().single().stream(), subject.region().terms().keySet().stream())
        .map(region -> new Cell(subject.key(period), region, Measure.LEVEL, unit))
        .filter(cell -> quarters.current(cell).isEmpty())
        .findFirst()
        .map(cell -> withHint(subject, period, unit, quarters.missing(cell)))
        .orElseGet(() -> notAdditive(subject));
  }

  private Missing withHint(Subject subject, YearQuarter period, String unit, Missing missing) {
    return Stream.of(Measure.YOY, Measure.QOQ)
        .filter(measure -> reported(subject, period, measure, unit).isPresent())
        .filter(measure -> !quarters.have(subject.key(period.minusQuarters(measure.quarters()))))
        .findFirst()
        .map(measure ->
            new Missing(
                missing.reason(),
                "%s But its growth on %s was: asked with base=%s, that quarter's figure gives this one."
                    .formatted(
                        missing.message(),
                        period.minusQuarters(measure.quarters()),
                        period.minusQuarters(measure.quarters()))))
        .orElse(missing);
  }

  private static Missing contradiction(Subject subject, YearQuarter period) {
    return new Missing(
        MissingReason.FIGURES_CONTRADICT,
        "%s in %s would be below zero: the published figures of its parts contradict each other."
            .formatted(subject.asked(), period));
  }

  private static Missing notAdditive(Subject subject) {
    return new Missing(
        MissingReason.NOT_ADDITIVE,
        "%s does not add over regions, and has no numerator and denominator."
            .formatted(subject.metric().id()));
  }
}
