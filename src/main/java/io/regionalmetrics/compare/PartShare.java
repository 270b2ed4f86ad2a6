package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.ConceptDifference;
import io.regionalmetrics.derive.Operands;
import io.regionalmetrics.derive.PartLevels;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.ShareOfWhole;
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
 * The share of one part in its whole.
 *
 * @param value the part's level in the quarter
 * @param base the part's level in the base quarter; empty if there is no base quarter
 */
record PartShare(PartOfWhole part, WholeLevels whole, RowValue value, Optional<RowValue> base)
    implements ComparedPart {

  static PartShare of(
      PartOfWhole part, PartLevels levels, YearQuarter period, Optional<YearQuarter> basePeriod) {
    return new PartShare(
        part,
        levels.whole(part.whole()),
        levels.part(part, period),
        basePeriod.map(quarter -> levels.part(part, quarter)));
  }

  @Override
  public RowValue size() {
    return value;
  }

  /** The levels that the share and its change are computed from. */
  @Override
  public Stream<RowValue> levels() {
    return Stream.of(Stream.of(value, whole.value()), base.stream(), whole.base().stream())
        .flatMap(levels -> levels);
  }

  private Subject subject() {
    return part.subject();
  }

  /** The fields of the part's row. */
  Map<RowField, RowValue> fields(Optional<YearQuarter> basePeriod) {
    RowValue share =
        ShareOfWhole.percent(
            value, whole.value(), subject(), List.of(RowField.VALUE, RowField.WHOLE), List.of());
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    fields.put(RowField.VALUE, value);
    fields.put(RowField.WHOLE, whole.value());
    fields.put(RowField.SHARE, share);
    basePeriod.ifPresent(quarter ->
        fields.put(
            RowField.CHANGE,
            apart()
                .<RowValue>map(missing -> missing)
                .orElseGet(() -> change(share, baseShare(), operands(quarter)))));
    return fields;
  }

  /** Why the shares of the two quarters can't be compared; empty if they can. */
  private Optional<Missing> apart() {
    return ConceptDifference.between(value, base.orElseThrow())
        .or(() -> ConceptDifference.between(whole.value(), whole.base().orElseThrow()));
  }

  private RowValue baseShare() {
    return ShareOfWhole.percent(
        base.orElseThrow(), whole.base().orElseThrow(), subject(), List.of(), List.of());
  }

  private List<KnownFigure.Operand> operands(YearQuarter basePeriod) {
    List<KnownFigure.Operand> operands = new ArrayList<>();
    Operands.add(subject(), basePeriod, base.orElseThrow(), operands);
    Operands.add(part.whole(), basePeriod, whole.base().orElseThrow(), operands);
    return operands;
  }

  /** share - base, in percentage points. */
  private static RowValue change(
      RowValue share, RowValue base, List<KnownFigure.Operand> operands) {
    if (share instanceof KnownFigure knownShare && base instanceof KnownFigure knownBase) {
      return KnownFigure.derived(
          knownShare.formula().minus(knownBase.formula()),
          Unit.POINTS,
          List.of(RowField.SHARE),
          operands);
    }
    return share instanceof Missing ? share : ((Missing) base).nothingToCompareWith();
  }

  /** Adds the findings about the figures of the part's row. */
  void addFindings(
      Map<RowField, RowValue> fields, YearQuarter period, int row, FindingCollector findings) {
    new PartAboveWhole(findings).add(part, value, whole.value(), period, row);
    List<RowValue> ofPart = new ArrayList<>(List.of(value, fields.get(RowField.SHARE)));
    base.ifPresent(level -> {
      ofPart.add(level);
      ofPart.add(fields.get(RowField.CHANGE));
    });
    findings.about(row, subject(), ofPart.stream());
    findings.about(
        row, part.whole(), Stream.concat(Stream.of(whole.value()), whole.base().stream()));
  }

  /** Adds the findings about the comparison with a base quarter. */
  void addBaseFindings(
      YearQuarter period, YearQuarter basePeriod, int row, FindingCollector findings) {
    findings.implied(row, value, period, FindingCode.VALUE_IMPLIED);
    findings.implied(row, whole.value(), period, FindingCode.VALUE_IMPLIED);
    findings.implied(row, base.orElseThrow(), basePeriod, FindingCode.BASE_IMPLIED);
    findings.implied(row, whole.base().orElseThrow(), basePeriod, FindingCode.BASE_IMPLIED);
    new PartAboveWhole(findings)
        .add(part, base.orElseThrow(), whole.base().orElseThrow(), basePeriod, row);
    findings.breaks(row, subject(), basePeriod, period);
    findings.breaks(row, part.whole(), basePeriod, period);
  }

  /**
   * What the parts of one whole leave of it, as the same fields but the whole. It may be below
   * zero: then the parts are more than the whole.
   */
  static Map<RowField, RowValue> remainder(List<PartShare> parts) {
    WholeLevels whole = parts.getFirst().whole();
    RowValue value = whole.remainder(whole.value(), parts.stream().map(PartShare::value).toList());
    RowValue share = remainingShare(value, whole.value(), whole.subject());
    Map<RowField, RowValue> remainder = new LinkedHashMap<>();
    remainder.put(RowField.VALUE, value);
    remainder.put(RowField.SHARE, share);
    whole
        .base()
        .ifPresent(base ->
            remainder.put(
                RowField.CHANGE,
                parts.stream()
                    .flatMap(part -> part.apart().stream())
                    .<RowValue>map(missing -> missing)
                    .findFirst()
                    .orElseGet(
                        () -> change(share, remainingBaseShare(parts, whole, base), List.of()))));
    return remainder;
  }

  private static RowValue remainingBaseShare(
      List<PartShare> parts, WholeLevels whole, RowValue wholeBase) {
    List<RowValue> bases = parts.stream().map(part -> part.base().orElseThrow()).toList();
    return remainingShare(whole.remainder(wholeBase, bases), wholeBase, whole.subject());
  }

  private static RowValue remainingShare(RowValue value, RowValue whole, Subject subject) {
    return ShareOfWhole.percent(
        value, whole, subject.withNegative(), List.of(RowField.VALUE), List.of());
  }
}
