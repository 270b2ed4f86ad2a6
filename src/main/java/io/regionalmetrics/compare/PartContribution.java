package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.ConceptDifference;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.derive.Operands;
import io.regionalmetrics.derive.PartLevels;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.WholeLevels;
import io.regionalmetrics.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * What one part added to the growth of its whole.
 *
 * @param value the part's level in the quarter
 * @param base the part's level in the base quarter
 * @param change value - base
 * @param contribution change / the whole's base, in percentage points of the whole's growth
 */
record PartContribution(
    PartOfWhole part,
    WholeLevels whole,
    RowValue value,
    RowValue base,
    RowValue change,
    RowValue contribution)
    implements ComparedPart {

  static PartContribution of(
      PartOfWhole part, PartLevels levels, YearQuarter period, YearQuarter basePeriod) {
    RowValue value = levels.part(part, period);
    RowValue base = levels.part(part, basePeriod);
    return of(part, levels.whole(part.whole()), value, base, basePeriod);
  }

  private static PartContribution of(
      PartOfWhole part, WholeLevels whole, RowValue value, RowValue base, YearQuarter basePeriod) {
    RowValue change = LevelGrowth.change(value, base, whole.unit());
    return new PartContribution(
        part, whole, value, base, change, contribution(change, whole, basePeriod));
  }

  private static RowValue contribution(RowValue change, WholeLevels whole, YearQuarter basePeriod) {
    if (!(change instanceof KnownFigure knownChange)) {
      return change;
    }
    RowValue wholeBase = whole.base().orElseThrow();
    if (!(wholeBase instanceof KnownFigure knownBase)) {
      return wholeBaseMissing((Missing) wholeBase);
    }
    if (knownBase.value().signum() <= 0) {
      return LevelGrowth.baseNotPositive(knownBase);
    }
    return ConceptDifference.between(whole.value(), wholeBase)
        .<RowValue>map(apart -> apart)
        .orElseGet(() -> contribution(knownChange, whole, knownBase, basePeriod));
  }

  private static KnownFigure contribution(
      KnownFigure change, WholeLevels whole, KnownFigure wholeBase, YearQuarter basePeriod) {
    List<KnownFigure.Operand> operands = new ArrayList<>();
    Operands.add(whole.subject(), basePeriod, wholeBase, operands);
    return KnownFigure.derived(
        change.formula().dividedBy(wholeBase.formula()).times(100),
        Unit.POINTS,
        List.of(RowField.CHANGE),
        operands);
  }

  private static Missing wholeBaseMissing(Missing missing) {
    return new Missing(missing.reason(), "The whole's base isn't known: " + missing.message());
  }

  @Override
  public RowValue size() {
    return contribution;
  }

  /** The levels that the change and the contribution are computed from. */
  @Override
  public Stream<RowValue> levels() {
    return Stream.concat(Stream.of(value, base, whole.value()), whole.base().stream());
  }

  /** What the parts of one whole leave of it. */
  static PartContribution remainder(List<PartContribution> parts, YearQuarter basePeriod) {
    WholeLevels whole = parts.getFirst().whole();
    RowValue wholeBase = whole.base().orElseThrow();
    return of(
        parts.getFirst().part(),
        whole,
        whole.remainder(whole.value(), parts.stream().map(PartContribution::value).toList()),
        whole.remainder(wholeBase, parts.stream().map(PartContribution::base).toList()),
        basePeriod);
  }

  /** The fields of a row. */
  Map<RowField, RowValue> fields() {
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    fields.put(RowField.VALUE, value);
    fields.put(RowField.BASE, base);
    fields.put(RowField.CHANGE, change);
    fields.put(RowField.CONTRIBUTION, contribution);
    return fields;
  }

  /** Adds the findings about the part's row. */
  void addFindings(YearQuarter period, YearQuarter basePeriod, int row, FindingCollector findings) {
    Subject subject = part.subject();
    RowValue wholeBase = whole.base().orElseThrow();
    PartAboveWhole aboveWhole = new PartAboveWhole(findings);
    aboveWhole.add(part, value, whole.value(), period, row);
    aboveWhole.add(part, base, wholeBase, basePeriod, row);
    findings.exchangeRate(row, new LevelGrowth(value, base, Optional.empty()), whole.unit());
    findings.exchangeRate(row, whole.growth(), whole.unit());
    findings.implied(row, value, period, FindingCode.VALUE_IMPLIED);
    findings.implied(row, base, basePeriod, FindingCode.BASE_IMPLIED);
    findings.implied(row, wholeBase, basePeriod, FindingCode.BASE_IMPLIED);
    findings.about(row, subject, Stream.of(value, base, change, contribution));
    findings.about(row, part.whole(), Stream.of(wholeBase));
    findings.breaks(row, subject, basePeriod, period);
    findings.breaks(row, part.whole(), basePeriod, period);
  }
}
