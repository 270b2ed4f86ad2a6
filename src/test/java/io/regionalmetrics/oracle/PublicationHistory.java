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

/**
 * All statements published, repetitions included, and which of them answers for a cell on a day.
 */
final class PublicationHistory {
  private static final List<List<String>> RANKS =
      List.of(List.of("filing", "company"), List.of("press"), List.of("dataset"));

  static final Comparator<Vintage> NEWEST =
      Comparator.comparing((Vintage vintage) -> vintage.document().published())
          .thenComparing(vintage -> vintage.document().kind().equals("filing"));

  private final List<Vintage> vintages = new ArrayList<>();

  /** One source's statement about one cell. */
  record Vintage(PublishedDocument document, Statement statement) {
    boolean isBy(LocalDate day) {
      return !document.published().isAfter(day);
    }
  }

  static PublicationHistory of(List<PublishedDocument> documents) {
    PublicationHistory ledger = new PublicationHistory();
    documents.forEach(ledger::take);
    return ledger;
  }

  private void take(PublishedDocument document) {
    document.statements().forEach(statement -> vintages.add(new Vintage(document, statement)));
  }

  /** The numbers stated about a cell by a day. */
  List<Vintage> numbers(Cell cell, LocalDate day) {
    return of(cell).stream()
        .filter(vintage -> vintage.isBy(day) && !vintage.statement().isWithdrawal())
        .toList();
  }

  /** The first day on which anything was stated about a cell. */
  Optional<LocalDate> first(Cell cell) {
    return of(cell).stream()
        .map(vintage -> vintage.document().published())
        .min(Comparator.naturalOrder());
  }

  /** The vintage that an operand of a calculation is. */
  Vintage vintage(Calculation.Operand operand) {
    return of(operand.statement().cell()).stream()
        .filter(vintage -> vintage.document().id().equals(operand.source()))
        .filter(vintage -> vintage.statement().equals(operand.statement()))
        .findFirst()
        .orElseThrow();
  }

  /** How much the kind of a vintage's document counts: 0 the most. */
  static int rank(Vintage vintage) {
    for (int rank = 0; rank < RANKS.size(); rank++) {
      if (RANKS.get(rank).contains(vintage.document().kind())) {
        return rank;
      }
    }
    throw new IllegalArgumentException(vintage.document().kind());
  }

  private List<Vintage> of(Cell cell) {
    return vintages.stream().filter(vintage -> vintage.statement().cell().equals(cell)).toList();
  }

  /** Whether it repeats the last earlier statement of the same speaker. */
  private boolean isRepetition(Vintage vintage) {
    return of(vintage.statement().cell()).stream()
        .filter(other -> other.document().speaker().equals(vintage.document().speaker()))
        .filter(other -> NEWEST.compare(other, vintage) < 0)
        .max(NEWEST)
        .filter(last -> last.statement().repeats(vintage.statement()))
        .isPresent();
  }

  /** The vintage that answers as of a day; a withdrawal if the figure was withdrawn. */
  Optional<Vintage> current(Cell cell, LocalDate asOf) {
    List<Vintage> known =
        of(cell).stream()
            .filter(vintage -> vintage.isBy(asOf))
            .filter(vintage -> !isRepetition(vintage))
            .toList();
    for (List<String> kinds : RANKS) {
      List<Vintage> rank =
          known.stream().filter(vintage -> kinds.contains(vintage.document().kind())).toList();
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
    boolean press = !RANKS.getFirst().contains(rank.getFirst().document().kind());
    return standing.stream()
        .max(
            Comparator.comparing((Vintage vintage) -> press || !vintage.statement().isDerived())
                .thenComparing(NEWEST))
        .orElseThrow();
  }

  /** Whether it states a number that the same speaker hasn't withdrawn since. */
  private static boolean stands(Vintage vintage, List<Vintage> rank) {
    return !vintage.statement().isWithdrawal()
        && rank.stream()
            .filter(other -> other.statement().isWithdrawal())
            .filter(other -> other.document().speaker().equals(vintage.document().speaker()))
            .noneMatch(other -> NEWEST.compare(other, vintage) > 0);
  }

  /**
   * The other vintages of a cell as of a day: the last of each other speaker, and those of the
   * answering speaker from the same day or later.
   */
  List<Vintage> alternatives(Cell cell, LocalDate asOf) {
    Vintage winner = current(cell, asOf).orElseThrow();
    List<Vintage> known =
        of(cell).stream()
            .filter(vintage -> vintage.isBy(asOf))
            .filter(vintage -> !isRepetition(vintage))
            .toList();
    return known.stream()
        .filter(vintage -> !vintage.equals(winner) && !vintage.statement().isWithdrawal())
        .filter(vintage ->
            vintage.document().speaker().equals(winner.document().speaker())
                ? !vintage.document().published().isBefore(winner.document().published())
                : isLastOfSpeaker(vintage, known))
        .toList();
  }

  private static boolean isLastOfSpeaker(Vintage vintage, List<Vintage> known) {
    return best(known.stream()
            .filter(other -> other.document().speaker().equals(vintage.document().speaker()))
            .toList())
        .equals(vintage);
  }

  /** The regions for which a metric was published in a quarter, by a day. */
  Set<String> regions(String metric, int quarter, LocalDate asOf) {
    Set<String> regions = new TreeSet<>();
    vintages.stream()
        .filter(vintage -> vintage.isBy(asOf))
        .map(vintage -> vintage.statement().cell())
        .filter(cell -> cell.metric().equals(metric) && cell.quarter() == quarter)
        .forEach(cell -> regions.add(cell.region()));
    return regions;
  }

  /** The regions for which a metric was ever published. */
  Set<String> regions(String metric) {
    Set<String> regions = new TreeSet<>();
    vintages.stream()
        .map(vintage -> vintage.statement().cell())
        .filter(cell -> cell.metric().equals(metric))
        .forEach(cell -> regions.add(cell.region()));
    return regions;
  }

  /** The quarters from the first to the last published of a metric in a region. */
  List<Integer> quarters(String metric, String region) {
    IntSummaryStatistics statement =
        vintages.stream()
            .map(vintage -> vintage.statement().cell())
            .filter(cell -> cell.metric().equals(metric) && cell.region().equals(region))
            .mapToInt(Cell::quarter)
            .summaryStatistics();
    return statement.getCount() == 0
        ? List.of()
        : IntStream.rangeClosed(statement.getMin(), statement.getMax()).boxed().toList();
  }

  /** The ids of the documents published after a day. */
  Set<String> documentsAfter(LocalDate day) {
    Set<String> ids = new TreeSet<>();
    vintages.stream()
        .map(Vintage::document)
        .filter(document -> document.published().isAfter(day))
        .forEach(document -> ids.add(document.id()));
    return ids;
  }

  /** The days with publications. */
  List<LocalDate> days() {
    return vintages.stream().map(vintage -> vintage.document().published()).distinct().toList();
  }

  /** The reason code for an empty cell on a day. */
  String why(Cell cell, LocalDate asOf) {
    if (current(cell, asOf).isPresent()) {
      return "withdrawn";
    }
    return of(cell).isEmpty() ? "no-observation" : "not-yet-published";
  }
}
