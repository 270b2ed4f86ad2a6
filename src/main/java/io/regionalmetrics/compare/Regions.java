package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.Ranks;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.wording.RegionsHeadline;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Compares regions in one quarter. A row has the {@code value}, its {@code ratio} to the value of a
 * reference region, and its {@code rank}: the largest has rank 1, and equal values share a rank.
 *
 * <p>Worked example: 2.36 a user in Japan against 5.97 in the US is 2.36 / 5.97 = 0.3953; at least
 * 2.355 / 5.975 = 0.3941, at most 2.365 / 5.965 = 0.3965. The ratio of a region to itself is
 * exactly 1. A ratio to a figure below zero is missing: a loss of 50 is not "0.5 times" one of 100.
 *
 * @param subjects the subject of each row
 * @param against the reference, whose value all ratios are to
 */
public record Regions(List<Subject> subjects, YearQuarter period, Subject against)
    implements Comparison {
  /** Quarters that end up to this many days apart are not worth a finding. */
  private static final int DAYS_APART = 10;

  @Override
  public Requirements requirements() {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    Stream.concat(subjects.stream(), Stream.of(against))
        .forEach(subject -> subject.reads(period).forEach(keys::add));
    return Requirements.of(keys);
  }

  @Override
  public Answer answer(Quarters quarters) {
    Levels levels = new Levels(quarters);
    FindingCollector findings = new FindingCollector();
    RowValue reference = levels.level(against, period, levels.unit(against, period));
    List<RowValue> values =
        subjects.stream()
            .map(subject -> levels.level(subject, period, levels.unit(subject, period)))
            .toList();
    refuseMixedUnits(values, reference);
    List<AnswerRow> rows = rows(values, reference, findings);
    uncertainRanks(values, findings);
    fiscalQuarters(findings);
    return Answer.to(QuestionKind.REGIONS, question(quarters.asOf()))
        .rows(rows)
        .findings(findings.list())
        .sentence(new RegionsHeadline(subjects, rows, against, reference).text())
        .build();
  }

  private List<AnswerRow> rows(
      List<RowValue> values, RowValue reference, FindingCollector findings) {
    Map<Integer, Integer> ranks = Ranks.of(values);
    List<AnswerRow> rows = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      Map<RowField, RowValue> fields = new LinkedHashMap<>();
      fields.put(RowField.VALUE, values.get(i));
      fields.put(RowField.RATIO, ratio(values.get(i), reference));
      Integer rank = ranks.get(i);
      if (rank != null) {
        fields.put(RowField.RANK, new RowValue.Rank(rank));
      }
      rows.add(AnswerRow.of(subjects.get(i), period, fields));
      findings.about(i, subjects.get(i), fields.values().stream());
      addReferenceFindings(i, values.get(i), reference, findings);
    }
    return rows;
  }

  private void addReferenceFindings(
      int row, RowValue value, RowValue reference, FindingCollector findings) {
    findings.about(row, against, Stream.of(reference));
    PartOfWhole part = new PartOfWhole(subjects.get(row), against);
    new PartAboveWhole(findings).addIfContained(part, value, reference, period, row);
  }

  private Map<String, List<String>> question(LocalDate asOf) {
    Map<String, List<String>> question = QuestionParameters.of(subjects, period);
    question.put("against", List.of(againstText()));
    question.put("asOf", List.of(asOf.toString()));
    return question;
  }

  private String againstText() {
    boolean severalCompanies =
        subjects.stream().anyMatch(subject -> !subject.company().equals(against.company()));
    return severalCompanies
        ? against.company() + ":" + against.requestedRegion()
        : against.requestedRegion();
  }

  private void refuseMixedUnits(List<RowValue> values, RowValue reference) {
    List<Unit> units =
        Stream.concat(values.stream(), Stream.of(reference))
            .flatMap(field ->
                field instanceof KnownFigure known ? Stream.of(known.figure().unit()) : Stream.of())
            .distinct()
            .toList();
    if (units.size() > 1) {
      throw Refusal.of(
          Refusal.Reason.SENSELESS,
          "metric",
          "%s is in %s, which cannot be compared; %s"
              .formatted(
                  against.metric().id(),
                  units.stream().map(Unit::code).collect(Collectors.joining(" and in ")),
                  remedy(units)));
    }
  }

  private static String remedy(List<Unit> units) {
    boolean convertible =
        units.stream().allMatch(Unit::isMoney)
            && units.stream().map(Unit::suffix).distinct().count() == 1;
    return convertible
        ? "add currency=%s to convert them".formatted(units.getFirst().currency())
        : "ask for figures in one unit at a time";
  }

  private RowValue ratio(RowValue value, RowValue reference) {
    if (!(value instanceof KnownFigure v)) {
      return value;
    }
    if (!(reference instanceof KnownFigure r)) {
      return ((Missing) reference).nothingToCompareWith();
    }
    return r.value().signum() < 0
        ? Missing.ratioToNegative(
            "%s is %s".formatted(againstText(), FigureText.amount(r.figure())))
        : quotient(v, r);
  }

  private RowValue quotient(KnownFigure value, KnownFigure reference) {
    KnownFigure.Operand operand =
        new KnownFigure.Operand(
            against.company(), against.metric().id(), against.requestedRegion(), period, reference);
    return KnownFigure.quotient(
        value.formula().dividedBy(reference.formula()),
        Unit.ONE,
        List.of(RowField.VALUE),
        List.of(operand),
        against.requestedRegion());
  }

  /** Says which neighbours in rank may be the other way round within rounding. */
  private void uncertainRanks(List<RowValue> values, FindingCollector findings) {
    List<Integer> rankAbove = List.of();
    for (List<Integer> rank : Ranks.byRank(values).values()) {
      for (int larger : rankAbove) {
        for (int smaller : rank) {
          if (mayBeLarger((KnownFigure) values.get(smaller), (KnownFigure) values.get(larger))) {
            addUncertainRank(larger, smaller, findings);
          }
        }
      }
      rankAbove = rank;
    }
  }

  private void addUncertainRank(int larger, int smaller, FindingCollector findings) {
    String message =
        "%s and %s may change places: rounding allows both orders."
            .formatted(name(larger), name(smaller));
    findings.add(FindingCode.RANK_UNCERTAIN, Math.min(larger, smaller), message);
    findings.add(FindingCode.RANK_UNCERTAIN, Math.max(larger, smaller), message);
  }

  private static boolean mayBeLarger(KnownFigure smaller, KnownFigure larger) {
    return FormulaRange.of(larger.formula().minus(smaller.formula()))
        .map(range -> range.low().signum() < 0)
        .orElse(true);
  }

  private String name(int row) {
    Subject subject = subjects.get(row);
    boolean severalCompanies = QuestionParameters.distinct(subjects, Subject::company).size() > 1;
    return severalCompanies
        ? subject.company() + ":" + subject.requestedRegion()
        : subject.requestedRegion();
  }

  private void fiscalQuarters(FindingCollector findings) {
    for (int i = 0; i < subjects.size(); i++) {
      int days = daysApart(subjects.get(i), against);
      if (days > DAYS_APART) {
        findings.add(
            FindingCode.FISCAL_QUARTERS_DIFFER,
            i,
            "The quarters of %s and %s end %s days apart."
                .formatted(subjects.get(i).company(), against.company(), days));
      }
    }
  }

  /**
   * How many days apart two companies' quarters end: if fiscal years end n days apart, quarters end
   * n modulo 91 days apart.
   */
  private static int daysApart(Subject one, Subject other) {
    int quarter = 91;
    int apart = Math.floorMod(dayOfYear(one) - dayOfYear(other), quarter);
    return Math.min(apart, quarter - apart);
  }

  private static int dayOfYear(Subject subject) {
    return subject
        .vocabulary()
        .company()
        .company()
        .fiscalYearEnd()
        .orElse(MonthDay.of(12, 31))
        .atYear(2001)
        .getDayOfYear();
  }
}
