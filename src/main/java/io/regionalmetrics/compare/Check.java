package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.KnownFigure.Alternative;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.derive.Converter;
import io.regionalmetrics.derive.ExchangeRates;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.StatedInTwoCurrencies;
import io.regionalmetrics.derive.StatedInTwoCurrencies.TriedRates;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.region.RegionExpression;
import io.regionalmetrics.wording.CheckSentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * What was published against what follows from other published figures: {@code relation}, {@code
 * published}, {@code computed}, their {@code difference}, and the {@code verdict}: {@code
 * consistent} where the bounds meet, {@code inconsistent} where they don't, {@code not-checkable}
 * where one is missing. The relations, in the order of the rows:
 *
 * <ul>
 *   <li>{@code ratio}: a ratio against its numerator over its denominator.
 *   <li>{@code sum}: a region against the others of a definition that it occurs in: a whole against
 *       its members, a residual against what it is the rest of.
 *   <li>{@code growth}: a growth against the levels of its two quarters.
 *   <li>{@code conversion}: an amount against the same in another currency, with the {@code rate}
 *       that the two imply, and what of the rates that are tried {@code fits} ({@link
 *       StatedInTwoCurrencies}).
 *   <li>{@code sources}: what answers against each other source of the same figure.
 * </ul>
 *
 * <p>Worked example: 2.36 a user stands for 2.355 to 2.365; 106m / 45m is 2.3556, at least 105.5 /
 * 45.5 = 2.3187, at most 106.5 / 44.5 = 2.3933: consistent.
 *
 * @param cells every metric, region and quarter that is looked at; rows are those of their figures
 *     that were published
 * @param narrowed the question's parameters, as asked
 */
public record Check(List<Checked> cells, Map<String, List<String>> narrowed) implements Comparison {
  /** One metric of one region in one quarter. */
  public record Checked(Subject subject, YearQuarter period) {}

  @Override
  public Requirements requirements() {
    return new Requirements(quarters(), List.of(), likelyRates());
  }

  private Set<QuarterKey> quarters() {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    for (Checked cell : cells) {
      cell.subject().reads(cell.period()).forEach(keys::add);
      for (Measure measure : List.of(Measure.YOY, Measure.QOQ)) {
        cell.subject().reads(cell.period().minusQuarters(measure.quarters())).forEach(keys::add);
      }
    }
    return keys;
  }

  /**
   * Of one quarter those of it and of the one after, in which it is reported. Of many quarters they
   * would be many, and seldom needed.
   */
  private Set<FixingsKey> likelyRates() {
    Set<FixingsKey> keys = new LinkedHashSet<>();
    if (cells.stream().map(Checked::period).distinct().count() == 1) {
      for (Checked cell : cells) {
        String currency = cell.subject().metric().unit().currency();
        if (Exchange.converts(cell.subject().metric()) && !currency.equals(FixingsKey.EURO)) {
          keys.add(new FixingsKey(currency, cell.period()));
          keys.add(new FixingsKey(currency, cell.period().plusQuarters(1)));
        }
      }
    }
    return keys;
  }

  @Override
  public Set<FixingsKey> furtherRates(Quarters quarters) {
    Levels levels = new Levels(quarters.unconverted());
    Set<FixingsKey> keys = new LinkedHashSet<>();
    for (Checked cell : cells) {
      List<Unit> units = levels.units(cell.subject(), cell.period());
      if (units.size() > 1) {
        stated(levels, cell, units)
            .forEach(stated -> pair(levels, stated).ifPresent(pair -> keys.addAll(pair.reads())));
      }
    }
    return keys;
  }

  /**
   * A figure that is looked at, in one of its units.
   *
   * @param units all in which anything that bears on it was published
   * @param level what was published of it in this one
   */
  private record Stated(
      Subject subject,
      YearQuarter period,
      Unit unit,
      List<Unit> units,
      Optional<KnownFigure> level) {}

  private static Stream<Stated> stated(Levels levels, Checked cell, List<Unit> units) {
    Subject subject = cell.subject();
    YearQuarter period = cell.period();
    return units.stream()
        .map(unit ->
            new Stated(
                subject,
                period,
                unit,
                units,
                levels.reported(subject, period, Measure.LEVEL, unit)));
  }

  /** What was published in a unit beside the one that the company reports in. */
  private static Optional<StatedInTwoCurrencies> pair(Levels levels, Stated stated) {
    Subject subject = stated.subject();
    YearQuarter period = stated.period();
    if (!Exchange.converts(subject.metric()) || stated.units().size() == 1) {
      return Optional.empty();
    }
    Unit own = levels.ownUnit(subject, period);
    return stated.unit().equals(own)
        ? Optional.empty()
        : stated
            .level()
            .flatMap(level ->
                levels
                    .reported(subject, period, Measure.LEVEL, own)
                    .map(reported -> new StatedInTwoCurrencies(level, reported, period)));
  }

  @Override
  public Answer answer(Quarters quarters) {
    Checking checking =
        new Checking(new Levels(quarters.unconverted()), quarters.rates(), quarters.converter());
    Levels levels = checking.levels;
    List<Stated> all =
        cells.stream()
            .flatMap(cell -> stated(levels, cell, levels.units(cell.subject(), cell.period())))
            .toList();
    for (RelationCheck relation : checking.relations()) {
      all.forEach(relation::check);
    }
    Map<String, List<String>> question = new LinkedHashMap<>(narrowed);
    question.put("asOf", List.of(quarters.asOf().toString()));
    return Answer.of(
        "check",
        question,
        checking.rows,
        checking.findings.list(),
        new CheckSentence(checking.rows).text());
  }

  private interface RelationCheck {
    void check(Stated stated);
  }

  /** The rows while they are made. */
  private final class Checking {
    private final Levels levels;
    private final ExchangeRates rates;
    private final Optional<Converter> converter;
    private final FindingCollector findings = new FindingCollector();
    private final List<AnswerRow> rows = new ArrayList<>();
    private final Set<List<Object>> summed = new HashSet<>();
    private final Set<List<String>> asked = new HashSet<>();

    Checking(Levels levels, ExchangeRates rates, Optional<Converter> converter) {
      this.levels = levels;
      this.rates = rates;
      this.converter = converter;
      for (Checked checked : cells) {
        Subject subject = checked.subject();
        subject.region().single().ifPresent(region -> asked.add(cell(subject, region)));
      }
    }

    List<RelationCheck> relations() {
      return List.of(this::ratio, this::sum, this::growth, this::conversion, this::sources);
    }

    private void ratio(Stated stated) {
      Subject subject = stated.subject();
      YearQuarter period = stated.period();
      subject
          .metric()
          .terms()
          .ifPresent(terms ->
              stated
                  .level()
                  .ifPresent(published ->
                      add(
                          Relation.RATIO,
                          subject,
                          period,
                          published,
                          levels.quotient(subject, terms, period, stated.unit()))));
    }

    private void sum(Stated stated) {
      Subject subject = stated.subject();
      Optional<String> region = subject.region().single();
      if (subject.metric().kind() == MetricKind.RATIO || region.isEmpty()) {
        return;
      }
      stated
          .level()
          .ifPresent(published ->
              subject
                  .algebra()
                  .identities(region.get())
                  .forEach(zero -> sum(subject, region.get(), zero, stated.period(), published)));
    }

    /**
     * Checks a definition once: at the region that it defines, if that is asked about; at any other
     * only where it can be checked.
     */
    private void sum(
        Subject subject,
        String region,
        Map<String, Integer> zero,
        YearQuarter period,
        KnownFigure published) {
      Unit unit = published.figure().unit();
      List<Object> definition =
          List.of(subject.company(), subject.metric().id(), zero, period, unit);
      if (!summed.contains(definition) && isCheckedAt(subject, region, zero, period, unit)) {
        summed.add(definition);
        add(
            Relation.SUM,
            subject,
            period,
            published,
            levels.sum(subject, others(region, zero), period, unit));
      }
    }

    private boolean isCheckedAt(
        Subject subject, String region, Map<String, Integer> zero, YearQuarter period, Unit unit) {
      String defined = zero.keySet().iterator().next();
      return defined.equals(region)
          || (!asked.contains(cell(subject, defined))
              && zero.keySet().stream()
                  .filter(other -> !other.equals(region))
                  .allMatch(other -> levels.isPublished(subject, other, period, unit)));
    }

    private static List<String> cell(Subject subject, String region) {
      return List.of(subject.company(), subject.metric().id(), region);
    }

    /** What a region is by an identity: the others, with their signs the other way round. */
    private static RegionExpression others(String region, Map<String, Integer> zero) {
      int sign = zero.getOrDefault(region, 0);
      Map<String, Integer> others = new LinkedHashMap<>();
      // The whole comes first, so that it reads WORLD-US.
      zero.forEach((other, times) -> {
        if (!other.equals(region) && -sign * times > 0) {
          others.put(other, 1);
        }
      });
      zero.forEach((other, times) -> {
        if (!other.equals(region) && -sign * times < 0) {
          others.put(other, -1);
        }
      });
      return new RegionExpression(others);
    }

    private void growth(Stated stated) {
      Subject subject = stated.subject();
      YearQuarter period = stated.period();
      Unit unit = stated.unit();
      for (Measure measure : List.of(Measure.YOY, Measure.QOQ)) {
        YearQuarter base = period.minusQuarters(measure.quarters());
        levels
            .growth(subject, period, measure, unit)
            .ifPresent(published ->
                add(
                    Relation.GROWTH,
                    subject,
                    period,
                    published,
                    levels.growthOfLevels(subject, period, base, unit)));
      }
    }

    private void conversion(Stated stated) {
      pair(levels, stated).ifPresent(pair -> conversion(stated.subject(), stated.period(), pair));
    }

    private void conversion(Subject subject, YearQuarter period, StatedInTwoCurrencies pair) {
      Map<RowField, RowValue> fields =
          fields(Relation.CONVERSION, pair.stated(), pair.computed(rates));
      fields.put(RowField.RATE, pair.rate());
      TriedRates tried = pair.triedRates(rates);
      if (!tried.fitting().isEmpty()) {
        fields.put(
            RowField.FITS,
            new RowValue.FittingRates(tried.fitting().stream().map(ExchangeRate::basis).toList()));
      }
      if (!tried.isEmpty()) {
        findings.add(FindingCode.CONVERSION_FITS, rows.size(), ConversionMessage.of(pair, tried));
      }
      add(subject, period, fields);
    }

    private void sources(Stated stated) {
      Subject subject = stated.subject();
      stated
          .level()
          .ifPresent(published ->
              published.alternatives().stream()
                  .filter(other -> other.figure().unit().equals(stated.unit()))
                  .map(Alternative::vintage)
                  .map(vintage -> KnownFigure.of(vintage, subject.metric().mayBeNegative()))
                  .forEach(
                      other -> add(Relation.SOURCES, subject, stated.period(), published, other)));
    }

    private void add(
        Relation relation,
        Subject subject,
        YearQuarter period,
        KnownFigure published,
        RowValue computed) {
      add(
          subject,
          period,
          fields(
              relation,
              converted(subject, period, published),
              converted(subject, period, computed)));
    }

    private void add(Subject subject, YearQuarter period, Map<RowField, RowValue> fields) {
      findings.about(rows.size(), subject, fields.values().stream());
      rows.add(AnswerRow.of(subject, period, fields));
    }

    /** A figure in the currency that is asked for, where it is money. */
    private RowValue converted(Subject subject, YearQuarter period, RowValue field) {
      boolean money =
          field instanceof KnownFigure known
              && Exchange.converts(subject.metric())
              && !known.figure().unit().equals(Unit.PERCENT);
      return converter
          .filter(to -> money)
          .map(to -> to.level((KnownFigure) field, subject.metric(), period))
          .orElse(field);
    }

    private static Map<RowField, RowValue> fields(
        Relation relation, RowValue published, RowValue computed) {
      Map<RowField, RowValue> fields = new LinkedHashMap<>();
      fields.put(RowField.RELATION, relation);
      fields.put(RowField.PUBLISHED, published);
      fields.put(RowField.COMPUTED, computed);
      if (published instanceof KnownFigure one && computed instanceof KnownFigure other) {
        fields.put(
            RowField.DIFFERENCE,
            KnownFigure.derived(
                one.formula().minus(other.formula()),
                unit(one),
                List.of(RowField.PUBLISHED, RowField.COMPUTED),
                List.of()));
        fields.put(RowField.VERDICT, verdict(one, other));
      } else {
        fields.put(RowField.VERDICT, Verdict.NOT_CHECKABLE);
      }
      return fields;
    }

    /** Two growths in percent are points apart. */
    private static Unit unit(KnownFigure published) {
      Unit unit = published.figure().unit();
      return unit.equals(Unit.PERCENT) ? Unit.POINTS : unit;
    }
  }

  private static Verdict verdict(KnownFigure published, KnownFigure computed) {
    Interval stands = FormulaRange.of(published.formula()).orElseThrow();
    return FormulaRange.of(computed.formula())
        .map(range -> range.meets(stands) ? Verdict.CONSISTENT : Verdict.INCONSISTENT)
        .orElse(Verdict.NOT_CHECKABLE);
  }
}
