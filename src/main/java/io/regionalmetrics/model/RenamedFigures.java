package io.regionalmetrics.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives the figures and breakdowns of a quarter one id for each renamed region. */
final class RenamedFigures {
  /** If one edition of a source has a figure under two ids, a stated one counts first. */
  private static final Comparator<Vintage> STATED_FIRST =
      Comparator.<Vintage, Boolean>comparing(one -> one.observation().isDerived())
          .thenComparing(one -> one.cell().region());

  private final RenamedRegions renamed;

  /** What one edition of a source has one figure for. */
  private record Edition(Cell cell, String source, LocalDate published) {
    static Edition of(Vintage vintage) {
      Source source = vintage.source();
      return new Edition(vintage.cell(), source.id(), source.published());
    }
  }

  RenamedFigures(RenamedRegions renamed) {
    this.renamed = renamed;
  }

  /** Some vintages, each edition's once for each cell. */
  List<Vintage> vintages(List<Vintage> stored) {
    Map<Edition, Vintage> vintages = new LinkedHashMap<>();
    stored.stream()
        .sorted(STATED_FIRST)
        .map(one -> one.in(renamed.id(one.cell().region())))
        .forEach(one -> vintages.putIfAbsent(Edition.of(one), one));
    return List.copyOf(vintages.values());
  }

  /** Some breakdowns, without those that tell two names of one region apart. */
  List<Breakdown> breakdowns(List<Breakdown> stored) {
    List<Breakdown> breakdowns = new ArrayList<>();
    for (Breakdown one : stored) {
      List<String> members = one.members().stream().map(renamed::id).distinct().toList();
      boolean tellsApart = members.size() < one.members().size();
      if (!tellsApart && breakdowns.stream().noneMatch(one.with(members)::hasSameContentAs)) {
        breakdowns.add(one.with(members));
      }
    }
    return breakdowns;
  }
}
