package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Combines all facts in a slot into one figure. */
final class FactAgreement {
  private final ReadingReport report;

  FactAgreement(ReadingReport report) {
    this.report = report;
  }

  /**
   * The most precise of some facts, if all agree with it within rounding. If they don't, the
   * difference is reported, and the result is empty.
   */
  Optional<ReportedFact> agreed(FactSlot slot, List<CandidateFact> facts) {
    List<ReportedFact> reported =
        facts.stream()
            .map(fact -> reported(slot, fact))
            .sorted(Comparator.comparing(FactAgreement::width))
            .toList();
    ReportedFact mostPrecise = reported.getFirst();
    if (reported.stream().allMatch(mostPrecise::agreesWith)) {
      return Optional.of(mostPrecise);
    }
    report.leaveOut(LeftOutReason.FACTS_DIFFER, facts);
    reportDifference(slot, reported);
    return Optional.empty();
  }

  private static ReportedFact reported(FactSlot slot, CandidateFact fact) {
    int power = MetricUnits.powerOfTen(fact.unit(), slot.series().unit());
    return new ReportedFact(
        slot.series(),
        slot.span(),
        slot.end(),
        fact.value().scaleByPowerOfTen(power),
        scaled(fact.fact().precision().orElseThrow(), power),
        fact.origin().derivation(),
        fact.origin().cited());
  }

  private static Precision scaled(Precision precision, int power) {
    return precision instanceof Precision.Decimals(int decimals)
        ? new Precision.Decimals(Math.max(decimals - power, -Precision.MOST_DECIMALS))
        : precision;
  }

  private static BigDecimal width(ReportedFact fact) {
    return fact.bounds().high().subtract(fact.bounds().low());
  }

  private void reportDifference(FactSlot slot, List<ReportedFact> facts) {
    String values =
        facts.stream()
            .map(fact -> fact.value().toPlainString())
            .distinct()
            .collect(Collectors.joining(" and "));
    report.note(
        "facts-differ",
        "the document states %s for %s of %s in %s, so none of them is used"
            .formatted(
                values, slot.series().metric(), slot.series().region(), slot.describeTime()));
  }
}
