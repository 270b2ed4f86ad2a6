package io.regionalmetrics.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /** Why a cell is empty on a day. */
  String why(Cell cell, LocalDate asOf) {
    if (current(cell, asOf).isPresent()) {
      return "withdrawn";
    }
    return of(cell).isEmpty() ? "no-observation" : "not-yet-published";
  }
}
