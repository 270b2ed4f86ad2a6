package io.regionalmetrics.xbrl;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The selected content of an XBRL 2.1 instance.
 *
 * @param registrant the company's name ({@code dei:EntityRegistrantName})
 * @param cik the company's CIK ({@code dei:EntityCentralIndexKey})
 * @param periodEnd the last day of the period that the document reports on ({@code
 *     dei:DocumentPeriodEndDate})
 * @param fiscalYearEnd the day on which the company's fiscal year ends ({@code
 *     dei:CurrentFiscalYearEndDate})
 * @param periodFocus the fiscal period that the document is about: {@code Q1} to {@code Q4} or
 *     {@code FY} ({@code dei:DocumentFiscalPeriodFocus})
 * @param spans the durations of all contexts, also of those that no selected fact refers to
 * @param filedAxes the axes that the instance calls by a former name, with that name
 * @param facts the facts of the selected concepts, in the document's order
 */
public record Instance(
    Optional<String> registrant,
    Optional<String> cik,
    Optional<LocalDate> periodEnd,
    Optional<MonthDay> fiscalYearEnd,
    Optional<String> periodFocus,
    Set<Span> spans,
    Map<QualifiedName, QualifiedName> filedAxes,
    List<Fact> facts) {

  /** Copies the collections. */
  public Instance {
    spans = Set.copyOf(spans);
    filedAxes = Map.copyOf(filedAxes);
    facts = List.copyOf(facts);
  }
}
