package io.regionalmetrics.audit;

import io.regionalmetrics.audit.StoredFigure.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what the API answers about a company with its filings.
 *
 * @param reports the company's filings, by the ids of their sources
 */
record CompanyAudit(AnsweredCompany company, Map<String, FiledReport> reports) {
  private static final MathContext DIGITS = MathContext.DECIMAL64;
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final BigDecimal LEAST_DIFFERENCE = new BigDecimal("1e-9");

  /** The figures that no fact of their source gives, nor any difference of facts. */
  List<String> wrongFigures() {
    return company.figures().stream()
        .filter(figure -> !isRight(figure))
        .map(figure -> "%s %s is not what the filing says".formatted(company.id(), figure))
        .toList();
  }

  private boolean isRight(StoredFigure figure) {
    return figure
        .derivation()
        .map(text -> new FiledDifference(text, figure.source(), reports).gives(figure))
        .orElseGet(() -> !tellers(figure).isEmpty());
  }

  /** The facts of a figure's source that give it. */
  private List<FiledFact> tellers(StoredFigure figure) {
    return reports.get(figure.source()).facts().stream()
        .filter(figure::isToldBy)
        .filter(fact -> fact.dimensions().isEmpty() == isAlone(figure))
        .toList();
  }

  /** Whether a figure is of the whole company, so that a fact of it selects nothing. */
  private static boolean isAlone(StoredFigure figure) {
    return figure.isWhole() && !figure.cell().metric().matches("revenue-(?!from|net|goods|serv).*");
  }

  /**
   * Regions of one filing whose figures belong to different members at different times, or that
   * share a member with another region.
   */
  List<String> wrongRegions() {
    List<String> wrong = new ArrayList<>();
    Map<String, Set<String>> members = membersByRegion();
    members.forEach((region, same) -> {
      if (same.isEmpty() || isOtherCountry(region, same)) {
        wrong.add("%s %s is of the members %s".formatted(company.id(), region, same));
      }
    });
    return wrong;
  }

  /** The members that all facts of a region share, by source, metric and region. */
  private Map<String, Set<String>> membersByRegion() {
    Map<String, Set<String>> members = new TreeMap<>();
    for (StoredFigure figure : company.figures()) {
      if (!figure.isWhole() && figure.derivation().isEmpty()) {
        Set<String> told =
            tellers(figure).stream()
                .flatMap(fact -> fact.members().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        String region =
            "%s %s %s".formatted(figure.source(), figure.cell().metric(), figure.cell().region());
        members.computeIfAbsent(region, same -> new TreeSet<>(told)).retainAll(told);
      }
    }
    return members;
  }

  private static boolean isOtherCountry(String region, Set<String> members) {
    return members.stream().allMatch(member -> member.startsWith("country:"))
        && members.stream().noneMatch(member -> region.endsWith(" " + member.substring(8)));
  }

  /** Quarters that two different fiscal quarters of the company share. */
  List<String> sharedQuarters() {
    Map<String, Set<String>> ends = new TreeMap<>();
    for (StoredFigure figure : company.figures()) {
      if (figure.derivation().isEmpty() && tellers(figure).size() == 1) {
        ends.computeIfAbsent(figure.cell().quarter().toString(), quarter -> new TreeSet<>())
            .add(tellers(figure).getFirst().end().toString());
      }
    }
    ends.values().removeIf(days -> days.size() == 1);
    return ends.isEmpty() ? List.of() : List.of("%s: %s".formatted(company.id(), ends));
  }

  /** The three-month facts of one region that no figure gives, by the source that states them. */
  Map<String, List<FiledFact>> factsNotStored() {
    Map<String, List<FiledFact>> missing = new TreeMap<>();
    reports.forEach((source, report) -> {
      List<FiledFact> lacking =
          report.ofThreeMonths().stream()
              .filter(FiledFact::isOfOneRegion)
              .filter(fact -> company.figuresOf(fact).findAny().isEmpty())
              .toList();
      if (!lacking.isEmpty()) {
        missing.put(source, lacking);
      }
    });
    return missing;
  }

  /** How many three-month facts of one region the filings state. */
  int facts() {
    return (int)
        reports.values().stream()
            .flatMap(report -> report.ofThreeMonths().stream())
            .filter(FiledFact::isOfOneRegion)
            .count();
  }

  /** A growth that one filing tells by two of its figures. */
  private record ToldGrowth(Cell cell, FiledFact value, FiledFact base, FiledReport report) {
    BigDecimal percent() {
      BigDecimal change = value.value().subtract(base.value());
      return change.multiply(HUNDRED).divide(base.value(), DIGITS);
    }
  }

  /** How many growths a filing tells by two of its own figures, and no later filing restates. */
  int growths() {
    return (int) toldGrowths().count();
  }

  /** The growths of {@link #growths} that the API doesn't answer as the filing tells them. */
  List<String> wrongGrowths() {
    return toldGrowths().filter(told -> !isAnswered(told)).map(this::describe).distinct().toList();
  }

  private String describe(ToldGrowth told) {
    return "%s %s %s %s: %s from %s, so %s %%, but the API answers %s"
        .formatted(
            company.id(),
            told.cell().metric(),
            told.cell().region(),
            told.cell().quarter(),
            told.value().value().toPlainString(),
            told.base().value().toPlainString(),
            told.percent(),
            company.growths().get(told.cell()));
  }

  private boolean isAnswered(ToldGrowth told) {
    Optional<BigDecimal> answered = company.growth(told.cell());
    BigDecimal allowed = told.percent().abs().max(BigDecimal.ONE).multiply(LEAST_DIFFERENCE);
    return answered.isPresent()
        && answered.get().subtract(told.percent()).abs().compareTo(allowed) <= 0;
  }

  private Stream<ToldGrowth> toldGrowths() {
    return reports.values().stream().flatMap(this::toldGrowths).filter(this::isLastWord);
  }

  private Stream<ToldGrowth> toldGrowths(FiledReport report) {
    Map<String, List<FiledFact>> lines =
        report.ofThreeMonths().stream()
            .collect(Collectors.groupingBy(fact -> fact.concept() + fact.dimensions()));
    return lines.values().stream()
        .flatMap(line ->
            line.stream()
                .flatMap(value ->
                    line.stream()
                        .filter(base -> base.isYearBefore(value) && base.value().signum() > 0)
                        .flatMap(base -> toldGrowths(value, base, report))));
  }

  private Stream<ToldGrowth> toldGrowths(FiledFact value, FiledFact base, FiledReport report) {
    Set<Cell> bases = company.figuresOf(base).map(StoredFigure::cell).collect(Collectors.toSet());
    return company
        .figuresOf(value)
        .filter(figure -> figure.derivation().isEmpty())
        .map(StoredFigure::cell)
        .distinct()
        .filter(cell -> bases.contains(cell.yearBefore()))
        .map(cell -> new ToldGrowth(cell, value, base, report));
  }

  private Stream<StoredFigure> of(Cell cell) {
    return company.figures().stream().filter(figure -> figure.cell().equals(cell));
  }

  private boolean isLastWord(ToldGrowth told) {
    return Stream.concat(of(told.cell()), of(told.cell().yearBefore()))
        .filter(figure -> figure.published().isAfter(told.report().filed()))
        .allMatch(figure -> figure.hasValueOf(told.value()) || figure.hasValueOf(told.base()));
  }
}
