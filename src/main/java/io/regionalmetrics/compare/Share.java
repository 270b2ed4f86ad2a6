package io.regionalmetrics.compare;

import io.regionalmetrics.model.Formula;
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
 * Parts of a whole: {@code value}, {@code whole}, {@code share} = value / whole in percent, and
 * with a base quarter its {@code change} in percentage points. Where the parts are all that the
 * whole is made of by its definitions, the answer's remainder is what they leave unexplained.
 *
 * <p>Worked example: Japan's 106m (to the million) of 731,560,000 (to the thousand) is 106 / 731.56
 * = 14.4896 %; at least 105.5 / 731.5605 = 14.4212 %, at most 106.5 / 731.5595 = 14.5579 %.
 *
 * <p>A share is monotone in each figure, growing with the part and falling with the rest of the
 * whole, so its bounds are at corners; a part that the whole is computed from is one number in
 * both. So is the change, of the first degree in each figure of both quarters ({@link
 * Formula#range}).
 *
 * @param parts a row each
 * @param base the quarter from which a change is asked
 * @param largestFirst whether rows are put in order by their value
 */
public record Share(
    List<Part> parts, YearQuarter period, Optional<YearQuarter> base, boolean largestFirst)
    implements Comparison {

  @Override
  public Set<QuarterKey> reads() {
    return Part.reads(parts, Stream.concat(Stream.of(period), base.stream()).toList());
  }

  @Override
  public Answer answer(Quarters quarters) {
    Whole.Levels wholes = new Whole.Levels(new Levels(quarters), period, base);
    List<Shared> shared = new ArrayList<>(parts.stream().map(part -> of(part, wholes)).toList());
    if (largestFirst) {
      shared.sort(Levels.largestFirst(Shared::value));
    }
    List<Part> ordered = shared.stream().map(Shared::part).toList();
    Findings findings = new Findings();
    List<Row> rows = new ArrayList<>();
    shared.forEach(one -> rows.add(row(one, rows.size(), findings)));
    Part.overlaps(ordered, findings);
    Answer answer =
        Answer.of(
            "share",
            question(ordered, quarters),
            rows,
            findings,
            Sentences.share(this, ordered, rows));
    return Part.divideTheirWhole(ordered) ? answer.withRemainder(remainder(shared)) : answer;
  }

  private Map<String, List<String>> question(List<Part> ordered, Quarters quarters) {
    Map<String, List<String>> question =
        Questions.of(ordered.stream().map(Part::subject).toList(), period);
    question.put("whole", List.of(parts.getFirst().whole().asked()));
    base.ifPresent(quarter -> question.put("base", List.of(quarter.toString())));
    question.put("asOf", List.of(quarters.asOf().toString()));
    return question;
  }

  /** A part with its levels: those before are there only where a base is asked. */
  private record Shared(
      Part part, Whole whole, Field value, Optional<Field> before, Optional<Field> wholeBefore) {}

  private Shared of(Part part, Whole.Levels wholes) {
    Whole whole = wholes.of(part.whole());
    return new Shared(
        part,
        whole,
        wholes.part(part, period),
        base.map(quarter -> wholes.part(part, quarter)),
        whole.before());
  }

  private Row row(Shared shared, int number, Findings findings) {
    Subject subject = shared.part().subject();
    Subject of = shared.part().whole();
    Field whole = shared.whole().now();
    Field share = share(shared.value(), whole, subject, List.of("value", "whole"), List.of());
    Map<String, Field> fields = new LinkedHashMap<>();
    fields.put("value", shared.value());
    fields.put("whole", whole);
    fields.put("share", share);
    base.ifPresent(quarter -> {
      Field before =
          share(
              shared.before().orElseThrow(),
              shared.wholeBefore().orElseThrow(),
              subject,
              List.of(),
              List.of());
      fields.put("change", change(share, before, operands(shared, quarter)));
      findings.implied(number, shared.value(), period, Finding.VALUE_IMPLIED);
      findings.implied(number, whole, period, Finding.VALUE_IMPLIED);
      findings.implied(number, shared.before().orElseThrow(), quarter, Finding.BASE_IMPLIED);
      findings.implied(number, shared.wholeBefore().orElseThrow(), quarter, Finding.BASE_IMPLIED);
      findings.breaks(number, subject, quarter, period);
      findings.breaks(number, of, quarter, period);
    });
    findings.about(
        number,
        subject,
        Stream.concat(
            Stream.of(shared.value(), share),
            Stream.concat(shared.before().stream(), change(fields))));
    findings.about(number, of, Stream.concat(Stream.of(whole), shared.wholeBefore().stream()));
    return Row.of(subject, period, fields);
  }

  private static Stream<Field> change(Map<String, Field> fields) {
    return Stream.ofNullable(fields.get("change"));
  }

  private static List<Known.Operand> operands(Shared shared, YearQuarter quarter) {
    List<Known.Operand> operands = new ArrayList<>();
    Levels.operand(shared.part().subject(), quarter, shared.before().orElseThrow(), operands);
    Levels.operand(shared.part().whole(), quarter, shared.wholeBefore().orElseThrow(), operands);
    return operands;
  }

  /** value / whole x 100. */
  static Field share(
      Field value, Field whole, Subject subject, List<String> from, List<Known.Operand> operands) {
    if (!(value instanceof Known v)) {
      return value;
    }
    if (!(whole instanceof Known w)) {
      Missing missing = (Missing) whole;
      return new Missing(missing.code(), "The whole isn't known: " + missing.message());
    }
    if (w.value().signum() <= 0) {
      return new Missing(
          Missing.WHOLE_NOT_POSITIVE,
          "The whole is %s: a share needs a whole above zero."
              .formatted(Wording.amount(w.figure())));
    }
    Formula share = v.formula().dividedBy(w.formula()).times(100);
    return Known.derived(
        subject.metric().mayBeNegative() ? share : share.nonNegative(),
        Units.PERCENT,
        from,
        operands);
  }

  private static Field change(Field share, Field before, List<Known.Operand> operands) {
    if (share instanceof Known now && before instanceof Known then) {
      return Known.derived(
          now.formula().minus(then.formula()), Units.POINTS, List.of("share"), operands);
    }
    return share instanceof Missing ? share : Missing.before((Missing) before);
  }

  private Map<String, Field> remainder(List<Shared> shared) {
    Subject subject = shared.getFirst().part().whole();
    Whole whole = shared.getFirst().whole();
    Field value = whole.remainder(whole.now(), shared.stream().map(Shared::value).toList());
    Map<String, Field> remainder = new LinkedHashMap<>();
    remainder.put("value", value);
    Field share = signed(value, whole.now(), subject);
    remainder.put("share", share);
    base.ifPresent(quarter -> {
      Field before = whole.before().orElseThrow();
      Field valueBefore =
          whole.remainder(before, shared.stream().map(one -> one.before().orElseThrow()).toList());
      remainder.put("change", change(share, signed(valueBefore, before, subject), List.of()));
    });
    return remainder;
  }

  /** A remainder may be below zero: then its parts are more than the whole. */
  private static Field signed(Field value, Field whole, Subject subject) {
    return share(value, whole, subject.mayBeNegative(), List.of("value"), List.of());
  }
}
