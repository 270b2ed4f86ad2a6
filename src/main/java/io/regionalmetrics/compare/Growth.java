package io.regionalmetrics.compare;

import io.regionalmetrics.model.Formula;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Units;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * A quarter against another: {@code value}, {@code base}, {@code change} = value - base, and {@code
 * growth} = (value / base - 1) in percent, as published where it was.
 *
 * <p>Worked example: Japan's revenue of 2017-Q4 was 106m (to the million), 34 % (to the percent)
 * more than a year before. So the base is 106 / 1.34 = 79.10m; at least 105.5 / 1.345 = 78.44m, at
 * most 106.5 / 1.335 = 79.78m. The change is 106 x 0.34 / 1.34 = 26.90m; at least 105.5 x 0.335 /
 * 1.335 = 26.47m, at most 106.5 x 0.345 / 1.345 = 27.32m: value and base share one operand.
 *
 * @param subjects a row each
 * @param base the quarter that is compared with
 */
public record Growth(List<Subject> subjects, YearQuarter period, YearQuarter base)
    implements Comparison {

  @Override
  public Set<QuarterKey> reads() {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    for (Subject subject : subjects) {
      subject.reads(period).forEach(keys::add);
      subject.reads(base).forEach(keys::add);
    }
    return keys;
  }

  @Override
  public Answer answer(Quarters quarters) {
    Levels levels = new Levels(quarters);
    Findings findings = new Findings();
    List<Row> rows = new ArrayList<>();
    for (Subject subject : subjects) {
      rows.add(row(subject, levels, findings, rows.size()));
    }
    Map<String, List<String>> question = Questions.of(subjects, period);
    question.put("base", List.of(base.toString()));
    question.put("asOf", List.of(quarters.asOf().toString()));
    return Answer.of("growth", question, rows, findings, Sentences.growth(this, rows));
  }

  private Row row(Subject subject, Levels levels, Findings findings, int number) {
    String unit = levels.unit(subject, period, base);
    Field value = levels.level(subject, period, unit);
    Field before = levels.level(subject, base, unit);
    Optional<Known> published = published(subject, levels, period, base, unit);
    Map<String, Field> fields = new LinkedHashMap<>();
    fields.put("value", implied(value, "base"));
    fields.put("base", implied(before, "value"));
    fields.put("change", change(value, before, unit));
    fields.put(
        "growth", published.<Field>map(known -> known).orElseGet(() -> growth(value, before)));
    published.ifPresent(growth -> disagreement(value, before, growth, findings, number));
    findings.implied(number, value, period, Finding.VALUE_IMPLIED);
    findings.implied(number, before, base, Finding.BASE_IMPLIED);
    findings.about(
        number, subject, Stream.concat(Stream.of(value, before), fields.values().stream()));
    findings.breaks(number, subject, base, period);
    return Row.of(subject, period, fields);
  }

  /** An implied level follows from fields of its row, so it needs no operands. */
  private static Field implied(Field level, String other) {
    return level instanceof Known known && known.figure().origin() == Origin.IMPLIED
        ? known.from(other, "growth")
        : level;
  }

  static Field change(Field value, Field base, String unit) {
    if (value instanceof Known v && base instanceof Known b) {
      String[] from =
          v.figure().origin() == Origin.IMPLIED
              ? new String[] {"base", "growth"}
              : b.figure().origin() == Origin.IMPLIED
                  ? new String[] {"value", "growth"}
                  : new String[] {"value", "base"};
      return computed(v.formula().minus(b.formula()), unit, from);
    }
    return either(value, base);
  }

  static Field growth(Field value, Field base) {
    if (value instanceof Known v && base instanceof Known b) {
      if (b.value().signum() <= 0) {
        return baseNotPositive(b);
      }
      return computed(percent(v, b), Units.PERCENT, "value", "base");
    }
    return either(value, base);
  }

  /** Why there is no percentage of a base. */
  static Missing baseNotPositive(Known base) {
    return new Missing(
        Missing.BASE_NOT_POSITIVE,
        "The base is %s: growth in percent needs a base above zero."
            .formatted(Wording.amount(base.figure())));
  }

  /** The growth from one quarter to another: as published where it was, else computed. */
  static Field growth(
      Subject subject, Levels levels, YearQuarter period, YearQuarter base, String unit) {
    return published(subject, levels, period, base, unit)
        .<Field>map(known -> known)
        .orElseGet(() ->
            growth(levels.level(subject, period, unit), levels.level(subject, base, unit)));
  }

  private static Optional<Known> published(
      Subject subject, Levels levels, YearQuarter period, YearQuarter base, String unit) {
    return Measure.over(base.until(period, IsoFields.QUARTER_YEARS))
        .flatMap(measure -> levels.growth(subject, period, measure, unit));
  }

  /** (value / base - 1) x 100. */
  private static Formula percent(Known value, Known base) {
    return value.formula().dividedBy(base.formula()).minus(Formula.ONE).times(100);
  }

  private static Field computed(Formula formula, String unit, String... from) {
    return Known.computed(formula, unit, Origin.DERIVED, List.of(from), List.of()).orElseThrow();
  }

  private static Field either(Field value, Field base) {
    return value instanceof Missing ? value : base;
  }

  private static void disagreement(
      Field value, Field base, Known growth, Findings findings, int row) {
    if (value instanceof Known v
        && base instanceof Known b
        && b.value().signum() > 0
        && v.figure().origin() != Origin.IMPLIED
        && b.figure().origin() != Origin.IMPLIED) {
      Known computed = (Known) computed(percent(v, b), Units.PERCENT, "value", "base");
      boolean meet =
          computed
              .formula()
              .range()
              .map(range -> range.meets(growth.figure().bounds().orElseThrow().interval()))
              .orElse(true);
      if (!meet) {
        findings.add(
            Finding.GROWTH_DISAGREES,
            row,
            "The published growth is %s, but the levels give %s (%s)."
                .formatted(
                    Wording.amount(growth.figure()),
                    Wording.amount(computed.figure()),
                    Wording.bounds(computed.figure())));
      }
    }
  }
}
