package io.regionalmetrics.compare;

import io.regionalmetrics.model.Formula;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * What each part added to the whole's growth: {@code value}, {@code base}, their {@code change},
 * and the {@code contribution} = change / the whole's base, in percentage points of the whole's
 * growth. The contributions of all parts add up to that growth, but for the answer's remainder.
 *
 * <p>Source: the growth of a sum is the sum of its parts' growths, each weighted with its part of
 * the base (for example the national accounts' "contributions to percent change", Bureau of
 * Economic Analysis, <i>NIPA Handbook</i>, chapter 4).
 *
 * <p>Worked example: outside the US 277m (to the million) grew by 17 % (to the percent), in a whole
 * of 717.206m (to the thousand): 277 x 0.17 / 717.206 = 6.5658 points; at least 276.5 x 0.165 /
 * 717.2065 = 6.3611, at most 277.5 x 0.175 / 717.2055 = 6.7711.
 *
 * <p>It is of the first degree in each figure, so its bounds are at corners ({@link
 * Formula#range}); a base that the whole's base is computed from is one number in both.
 *
 * @param parts a row each
 * @param base the quarter that is compared with
 * @param largestFirst whether rows are put in order by their contribution
 */
public record Contribution(
    List<Part> parts, YearQuarter period, YearQuarter base, boolean largestFirst)
    implements Comparison {

  @Override
  public Set<QuarterKey> reads() {
    return Part.reads(parts, List.of(period, base));
  }

  @Override
  public Answer answer(Quarters quarters) {
    Levels levels = new Levels(quarters);
    Whole.Levels wholes = new Whole.Levels(levels, period, Optional.of(base));
    List<Contributed> contributed =
        new ArrayList<>(parts.stream().map(part -> of(part, wholes)).toList());
    if (largestFirst) {
      contributed.sort(Levels.largestFirst(Contributed::contribution));
    }
    List<Part> ordered = contributed.stream().map(Contributed::part).toList();
    Findings findings = new Findings();
    List<Row> rows = new ArrayList<>();
    contributed.forEach(one -> rows.add(row(one, rows.size(), findings)));
    Part.overlaps(ordered, findings);
    Whole whole = wholes.of(parts.getFirst().whole());
    Grown grown = Grown.of(whole.subject(), levels, period, base, whole.unit());
    Field growth = grown.growth(List.of(), List.of());
    Answer answer =
        Answer.of(
                "contribution",
                question(ordered, quarters),
                rows,
                findings,
                Sentences.contribution(this, ordered, rows, grown, growth))
            .withWhole(Map.of("growth", growth));
    return Part.divideTheirWhole(ordered)
        ? answer.withRemainder(remainder(whole, contributed))
        : answer;
  }

  private Map<String, List<String>> question(List<Part> ordered, Quarters quarters) {
    Map<String, List<String>> question =
        Questions.of(ordered.stream().map(Part::subject).toList(), period);
    question.put("whole", List.of(parts.getFirst().whole().asked()));
    question.put("base", List.of(base.toString()));
    question.put("asOf", List.of(quarters.asOf().toString()));
    return question;
  }

  /**
   * What some contributions leave of the whole's growth, in points: of a published one, of which
   * they aren't parts to the last digit, what they leave of that.
   */
  public static Optional<Known> rest(Known growth, List<Known> contributions) {
    Formula rest = growth.formula();
    for (Known contribution : contributions) {
      rest = rest.minus(contribution.formula());
    }
    return Known.computed(rest, Units.POINTS, Origin.DERIVED, List.of(), List.of());
  }

  /** A part with its levels and what it added. */
  private record Contributed(
      Part part, Whole whole, Field value, Field before, Field change, Field contribution) {
    Grown grown() {
      return new Grown(value, before, Optional.empty());
    }
  }

  private Contributed of(Part part, Whole.Levels wholes) {
    Whole whole = wholes.of(part.whole());
    Field value = wholes.part(part, period);
    Field before = wholes.part(part, base);
    Field change = Growth.change(value, before, whole.unit());
    return new Contributed(part, whole, value, before, change, contribution(change, whole));
  }

  /** change / the whole's base x 100. */
  private Field contribution(Field change, Whole whole) {
    if (!(change instanceof Known c)) {
      return change;
    }
    if (!(whole.before().orElseThrow() instanceof Known w)) {
      Missing missing = (Missing) whole.before().orElseThrow();
      return new Missing(missing.code(), "The whole's base isn't known: " + missing.message());
    }
    if (w.value().signum() <= 0) {
      return Grown.baseNotPositive(w);
    }
    List<Known.Operand> operands = new ArrayList<>();
    Levels.operand(whole.subject(), base, w, operands);
    return Known.derived(
        c.formula().dividedBy(w.formula()).times(100), Units.POINTS, List.of("change"), operands);
  }

  private Row row(Contributed one, int number, Findings findings) {
    Subject subject = one.part().subject();
    Field wholeBefore = one.whole().before().orElseThrow();
    Map<String, Field> fields = new LinkedHashMap<>();
    fields.put("value", one.value());
    fields.put("base", one.before());
    fields.put("change", one.change());
    fields.put("contribution", one.contribution());
    for (Grown grown : List.of(one.grown(), one.whole().grown())) {
      grown.exchangeRate(one.whole().unit(), findings, number);
    }
    findings.implied(number, one.value(), period, Finding.VALUE_IMPLIED);
    findings.implied(number, one.before(), base, Finding.BASE_IMPLIED);
    findings.implied(number, wholeBefore, base, Finding.BASE_IMPLIED);
    findings.about(number, subject, fields.values().stream());
    findings.about(number, one.part().whole(), Stream.of(wholeBefore));
    findings.breaks(number, subject, base, period);
    findings.breaks(number, one.part().whole(), base, period);
    return Row.of(subject, period, fields);
  }

  private Map<String, Field> remainder(Whole whole, List<Contributed> contributed) {
    Field before = whole.before().orElseThrow();
    Field value =
        whole.remainder(whole.now(), contributed.stream().map(Contributed::value).toList());
    Field base = whole.remainder(before, contributed.stream().map(Contributed::before).toList());
    Field change = Growth.change(value, base, whole.unit());
    Map<String, Field> remainder = new LinkedHashMap<>();
    remainder.put("value", value);
    remainder.put("base", base);
    remainder.put("change", change);
    remainder.put("contribution", contribution(change, whole));
    return remainder;
  }
}
