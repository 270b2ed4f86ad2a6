package io.regionalmetrics.compare;

import io.regionalmetrics.compare.Known.Alternative;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Interval;
import io.regionalmetrics.model.Kind;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.RegionExpression;
import io.regionalmetrics.model.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 *   <li>{@code conversion}: an amount against the same in another currency.
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
  private static final String CONSISTENT = "consistent";
  private static final String INCONSISTENT = "inconsistent";
  private static final String NOT_CHECKABLE = "not-checkable";

  /** One metric of one region in one quarter. */
  public record Checked(Subject subject, YearQuarter period) {}

  @Override
  public Set<QuarterKey> reads() {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    for (Checked cell : cells) {
      cell.subject().reads(cell.period()).forEach(keys::add);
      for (Measure measure : List.of(Measure.YOY, Measure.QOQ)) {
        cell.subject().reads(cell.period().minusQuarters(measure.quarters())).forEach(keys::add);
      }
    }
    return keys;
  }

  @Override
  public Answer answer(Quarters quarters) {
    Checking checking = new Checking(new Levels(quarters));
    for (Relation relation : checking.relations()) {
      for (Checked cell : cells) {
        for (String unit : checking.levels.units(cell.subject(), cell.period())) {
          relation.check(cell.subject(), cell.period(), unit);
        }
      }
    }
    Map<String, List<String>> question = new LinkedHashMap<>(narrowed);
    question.put("asOf", List.of(quarters.asOf().toString()));
    return Answer.of(
        "check", question, checking.rows, checking.findings, Sentences.check(checking.rows));
  }

  private interface Relation {
    void check(Subject subject, YearQuarter period, String unit);
  }

  /** The rows while they are made. */
  private final class Checking {
    private final Levels levels;
    private final Findings findings = new Findings();
    private final List<Row> rows = new ArrayList<>();
    private final Set<List<Object>> summed = new HashSet<>();
    private final Set<List<String>> asked = new HashSet<>();

    Checking(Levels levels) {
      this.levels = levels;
      for (Checked checked : cells) {
        Subject subject = checked.subject();
        subject.region().single().ifPresent(region -> asked.add(cell(subject, region)));
      }
    }

    List<Relation> relations() {
      return List.of(this::ratio, this::sum, this::growth, this::conversion, this::sources);
    }

    private void ratio(Subject subject, YearQuarter period, String unit) {
      subject
          .metric()
          .terms()
          .ifPresent(terms ->
              levels
                  .reported(subject, period, Measure.LEVEL, unit)
                  .ifPresent(published ->
                      add(
                          "ratio",
                          subject,
                          period,
                          published,
                          anew(subject, terms, period, unit))));
    }

    private Field anew(Subject subject, RatioTerms terms, YearQuarter period, String unit) {
      return levels.quotient(subject, terms, period, unit);
    }

    private void sum(Subject subject, YearQuarter period, String unit) {
      Optional<String> region = subject.region().single();
      if (subject.metric().kind() == Kind.RATIO || region.isEmpty()) {
        return;
      }
      levels
          .reported(subject, period, Measure.LEVEL, unit)
          .ifPresent(published ->
              subject
                  .algebra()
                  .identities(region.get())
                  .forEach(zero -> sum(subject, region.get(), zero, period, published)));
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
        Known published) {
      String unit = published.figure().unit();
      List<Object> definition =
          List.of(subject.company(), subject.metric().id(), zero, period, unit);
      if (!summed.contains(definition) && isCheckedAt(subject, region, zero, period, unit)) {
        summed.add(definition);
        add(
            "sum",
            subject,
            period,
            published,
            levels.sum(subject, others(region, zero), period, unit));
      }
    }

    private boolean isCheckedAt(
        Subject subject,
        String region,
        Map<String, Integer> zero,
        YearQuarter period,
        String unit) {
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

    private void growth(Subject subject, YearQuarter period, String unit) {
      for (Measure measure : List.of(Measure.YOY, Measure.QOQ)) {
        YearQuarter base = period.minusQuarters(measure.quarters());
        levels
            .growth(subject, period, measure, unit)
            .ifPresent(published ->
                add(
                    "growth",
                    subject,
                    period,
                    published,
                    levels.grown(subject, period, base, unit)));
      }
    }

    private void conversion(Subject subject, YearQuarter period, String unit) {
      String own = subject.metric().unit();
      if (subject.metric().dimension() != Dimension.MONEY || unit.equals(own)) {
        return;
      }
      levels
          .reported(subject, period, Measure.LEVEL, unit)
          .ifPresent(published ->
              levels
                  .reported(subject, period, Measure.LEVEL, own)
                  .ifPresent(other ->
                      add("conversion", subject, period, published, noRates(published, other))));
    }

    private static Missing noRates(Known published, Known other) {
      return new Missing(
          Missing.NO_RATES,
          "%s beside %s: there are no rates of %s to %s to convert by."
              .formatted(
                  Wording.amount(published.figure()),
                  Wording.amount(other.figure()),
                  Units.currency(other.figure().unit()),
                  Units.currency(published.figure().unit())));
    }

    private void sources(Subject subject, YearQuarter period, String unit) {
      levels
          .reported(subject, period, Measure.LEVEL, unit)
          .ifPresent(published ->
              published.alternatives().stream()
                  .filter(other -> other.figure().unit().equals(unit))
                  .map(Alternative::vintage)
                  .map(vintage -> Known.of(vintage, subject.metric().mayBeNegative()))
                  .forEach(other -> add("sources", subject, period, published, other)));
    }

    private void add(
        String relation, Subject subject, YearQuarter period, Known published, Field computed) {
      Map<String, Field> fields = new LinkedHashMap<>();
      fields.put("relation", new Field.Word(relation));
      fields.put("published", published);
      fields.put("computed", computed);
      if (computed instanceof Known known) {
        fields.put(
            "difference",
            Known.derived(
                published.formula().minus(known.formula()),
                unit(published),
                List.of("published", "computed"),
                List.of()));
        fields.put("verdict", new Field.Word(verdict(published, known)));
      } else {
        fields.put("verdict", new Field.Word(NOT_CHECKABLE));
      }
      findings.about(rows.size(), subject, fields.values().stream());
      rows.add(Row.of(subject, period, fields));
    }

    /** Two growths in percent are points apart. */
    private static String unit(Known published) {
      String unit = published.figure().unit();
      return unit.equals(Units.PERCENT) ? Units.POINTS : unit;
    }
  }

  private static String verdict(Known published, Known computed) {
    Optional<Interval> range = computed.formula().range();
    if (range.isEmpty()) {
      return NOT_CHECKABLE;
    }
    return range.get().meets(published.figure().bounds().orElseThrow().interval())
        ? CONSISTENT
        : INCONSISTENT;
  }

  /** How many rows have a verdict. */
  static long count(List<Row> rows, String verdict) {
    return rows.stream().filter(row -> has(row, verdict)).count();
  }

  /** Whether a row has a verdict. */
  static boolean has(Row row, String verdict) {
    return row.fields().get("verdict") instanceof Field.Word(String word) && word.equals(verdict);
  }
}
