package io.regionalmetrics.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** All that was taken in, repetitions too, and what answers for a cell on a day. */
final class Ledger {
  private static final List<List<String>> RANKS =
      List.of(List.of("filing", "company"), List.of("press"), List.of("dataset"));

  private static final Comparator<Vintage> NEWEST =
      Comparator.comparing((Vintage vintage) -> vintage.paper().published())
          .thenComparing(vintage -> vintage.paper().kind().equals("filing"));

  private final List<Vintage> vintages = new ArrayList<>();

  /** One source's word on one cell. */
  record Vintage(Paper paper, Said said) {
    boolean isBy(LocalDate day) {
      return !paper.published().isAfter(day);
    }
  }

  static Ledger of(List<Paper> papers) {
    Ledger ledger = new Ledger();
    papers.forEach(ledger::take);
    return ledger;
  }

  private void take(Paper paper) {
    paper.says().forEach(said -> vintages.add(new Vintage(paper, said)));
  }

  private List<Vintage> of(Cell cell) {
    return vintages.stream().filter(vintage -> vintage.said().cell().equals(cell)).toList();
  }

  /** Says nothing but what the same voice said last before it. */
  private boolean isRepetition(Vintage vintage) {
    return of(vintage.said().cell()).stream()
        .filter(other -> other.paper().voice().equals(vintage.paper().voice()))
        .filter(other -> NEWEST.compare(other, vintage) < 0)
        .max(NEWEST)
        .filter(last -> last.said().sameAs(vintage.said()))
        .isPresent();
  }

  /** What answers, as of a day: a withdrawal where the figure was withdrawn. */
  Optional<Vintage> current(Cell cell, LocalDate asOf) {
    List<Vintage> known =
        of(cell).stream()
            .filter(vintage -> vintage.isBy(asOf))
            .filter(vintage -> !isRepetition(vintage))
            .toList();
    for (List<String> kinds : RANKS) {
      List<Vintage> rank =
          known.stream().filter(vintage -> kinds.contains(vintage.paper().kind())).toList();
      if (!rank.isEmpty()) {
        return Optional.of(best(rank));
      }
    }
    return Optional.empty();
  }

  private static Vintage best(List<Vintage> rank) {
    List<Vintage> standing = rank.stream().filter(vintage -> stands(vintage, rank)).toList();
    if (standing.isEmpty()) {
      return rank.stream().max(NEWEST).orElseThrow();
    }
    boolean press = !RANKS.getFirst().contains(rank.getFirst().paper().kind());
    return standing.stream()
        .max(
            Comparator.comparing((Vintage vintage) -> press || !vintage.said().isDerived())
                .thenComparing(NEWEST))
        .orElseThrow();
  }

  /** Whether it says a number, and the same voice has not withdrawn it since. */
  private static boolean stands(Vintage vintage, List<Vintage> rank) {
    return !vintage.said().isWithdrawal()
        && rank.stream()
            .filter(other -> other.said().isWithdrawal())
            .filter(other -> other.paper().voice().equals(vintage.paper().voice()))
            .noneMatch(other -> NEWEST.compare(other, vintage) > 0);
  }

  /**
   * What else is said of a cell on a day: the last word of each other voice, and of the voice that
   * answers what it said at the same day or later.
   */
  List<Vintage> alternatives(Cell cell, LocalDate asOf) {
    Vintage winner = current(cell, asOf).orElseThrow();
    List<Vintage> known =
        of(cell).stream()
            .filter(vintage -> vintage.isBy(asOf))
            .filter(vintage -> !isRepetition(vintage))
            .toList();
    return known.stream()
        .filter(vintage -> !vintage.equals(winner) && !vintage.said().isWithdrawal())
        .filter(vintage ->
            vintage.paper().voice().equals(winner.paper().voice())
                ? !vintage.paper().published().isBefore(winner.paper().published())
                : isLastWord(vintage, known))
        .toList();
  }

  private static boolean isLastWord(Vintage vintage, List<Vintage> known) {
    return best(known.stream()
            .filter(other -> other.paper().voice().equals(vintage.paper().voice()))
            .toList())
        .equals(vintage);
  }

  /** The regions of which anything was ever said of a metric. */
  Set<String> regions(String metric) {
    Set<String> regions = new TreeSet<>();
    vintages.stream()
        .map(vintage -> vintage.said().cell())
        .filter(cell -> cell.metric().equals(metric))
        .forEach(cell -> regions.add(cell.region()));
    return regions;
  }

  /** The quarters of which anything was ever said of a metric in a region, and those between. */
  List<Integer> quarters(String metric, String region) {
    IntSummaryStatistics said =
        vintages.stream()
            .map(vintage -> vintage.said().cell())
            .filter(cell -> cell.metric().equals(metric) && cell.region().equals(region))
            .mapToInt(Cell::quarter)
            .summaryStatistics();
    return said.getCount() == 0
        ? List.of()
        : IntStream.rangeClosed(said.getMin(), said.getMax()).boxed().toList();
  }

  /** The days on which anything was said. */
  List<LocalDate> days() {
    return vintages.stream().map(vintage -> vintage.paper().published()).distinct().toList();
  }

  /** Why a cell is empty on a day. */
  String why(Cell cell, LocalDate asOf) {
    if (current(cell, asOf).isPresent()) {
      return "withdrawn";
    }
    return of(cell).isEmpty() ? "no-observation" : "not-yet-published";
  }
}
