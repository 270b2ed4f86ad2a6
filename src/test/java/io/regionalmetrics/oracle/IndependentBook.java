package io.regionalmetrics.oracle;

import io.regionalmetrics.oracle.PublicationHistory.Vintage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which earlier values to compare, so that all figures of a comparison were restated together or
 * not at all: those of the newest document that states them all; otherwise each restatement that
 * left out another figure is undone, the latest first.
 *
 * @param known the last day whose publications count, for each cell
 */
record IndependentBook(PublicationHistory ledger, Function<Cell, LocalDate> known) {

  /** What is known of one compared value. */
  private record Told(Cell cell, boolean isRestated, LocalDate since, Set<String> documents) {
    boolean isApartFrom(Told other) {
      Set<String> both = new HashSet<>(documents);
      both.retainAll(other.documents);
      return isRestated && other.since.isBefore(since) && both.isEmpty();
    }
  }

  /** The earlier days of some compared vintages; empty if they are of one book. */
  Map<Cell, LocalDate> earlierDays(Collection<Vintage> compared) {
    List<Told> told = compared.stream().map(this::told).toList();
    List<Told> apart =
        told.stream().filter(one -> told.stream().anyMatch(one::isApartFrom)).toList();
    if (apart.isEmpty()) {
      return Map.of();
    }
    Map<Cell, LocalDate> days = new HashMap<>();
    Optional<LocalDate> common = common(told);
    if (common.isPresent()) {
      told.forEach(one -> days.put(one.cell(), common.get()));
    } else {
      LocalDate latest =
          apart.stream().map(Told::since).max(Comparator.naturalOrder()).orElseThrow();
      apart.stream()
          .filter(one -> one.since().equals(latest))
          .forEach(one -> days.put(one.cell(), latest.minusDays(1)));
    }
    days.entrySet().removeIf(day -> !day.getValue().isBefore(known.apply(day.getKey())));
    return days;
  }

  /** Whether any of some vintages was restated. */
  boolean isAnyRestated(Collection<Vintage> compared) {
    return compared.stream().map(this::told).anyMatch(Told::isRestated);
  }

  /** The documents that state the value of a vintage since it became current. */
  Set<String> documents(Vintage vintage) {
    return told(vintage).documents();
  }

  private Told told(Vintage vintage) {
    List<Vintage> rank = rank(vintage);
    List<Vintage> own = new ArrayList<>();
    for (Vintage one : rank) {
      if (one.document().speaker().equals(vintage.document().speaker())
          && !day(one).isAfter(day(vintage))) {
        own.add(one);
      }
    }
    boolean restated =
        own.stream().anyMatch(one -> day(one).isBefore(day(vintage)) && !agree(one, vintage));
    LocalDate since = day(vintage);
    own.sort(PublicationHistory.NEWEST.reversed());
    for (Vintage one : own) {
      if (!agree(one, vintage)) {
        break;
      }
      since = day(one);
    }
    Set<String> documents = new HashSet<>();
    for (Vintage one : rank) {
      if (!day(one).isBefore(since) && agree(one, vintage)) {
        documents.add(one.document().id());
      }
    }
    return new Told(vintage.statement().cell(), restated, since, documents);
  }

  private static LocalDate day(Vintage vintage) {
    return vintage.document().published();
  }

  private List<Vintage> rank(Vintage vintage) {
    Cell cell = vintage.statement().cell();
    return ledger.numbers(cell, known.apply(cell)).stream()
        .filter(other -> PublicationHistory.rank(other) == PublicationHistory.rank(vintage))
        .toList();
  }

  private static boolean agree(Vintage one, Vintage other) {
    return holds(one.statement(), other.statement()) || holds(other.statement(), one.statement());
  }

  private static boolean holds(Statement one, Statement other) {
    return one.range().holds(other.number());
  }

  private Optional<LocalDate> common(List<Told> told) {
    Map<String, LocalDate> common = null;
    for (Told one : told) {
      Map<String, LocalDate> stating = stating(one.cell());
      if (common == null) {
        common = stating;
      } else {
        common.keySet().retainAll(stating.keySet());
      }
    }
    return common.values().stream().max(Comparator.naturalOrder());
  }

  /** The documents whose value was current on their day. */
  private Map<String, LocalDate> stating(Cell cell) {
    Vintage current = ledger.current(cell, known.apply(cell)).orElseThrow();
    Map<String, LocalDate> stating = new HashMap<>();
    for (Vintage one : rank(current)) {
      ledger
          .current(cell, day(one))
          .filter(then -> !then.statement().isWithdrawal() && agree(then, one))
          .ifPresent(then -> stating.put(one.document().id(), day(one)));
    }
    return stating;
  }
}
