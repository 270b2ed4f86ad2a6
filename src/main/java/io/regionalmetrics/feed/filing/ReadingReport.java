package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps account of what becomes of a filing's facts, and of what the operator should look at. Each
 * wanted fact is either stored or left out for one reason: the last one that is given, since a fact
 * may be considered for several metrics. A fact that any stored figure follows from is stored.
 */
final class ReadingReport {
  private final Set<Fact> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Fact> stored = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Fact, LeftOutReason> reasons = new IdentityHashMap<>();
  private final Map<ReportedFact, List<CandidateFact>> origins = new HashMap<>();
  private final List<FilingNote> notes = new ArrayList<>();

  /** Adds a fact to account for. */
  void want(Fact fact) {
    wanted.add(fact);
  }

  /** Notes which facts a figure follows from. */
  void addFigure(ReportedFact figure, List<CandidateFact> facts) {
    origins.put(figure, facts);
  }

  /** Leaves a fact out, unless a figure that follows from it is stored. */
  void leaveOut(LeftOutReason reason, Fact fact) {
    if (wanted.contains(fact)) {
      reasons.put(fact, reason);
    }
  }

  /** Leaves out all facts that some candidates follow from. */
  void leaveOut(LeftOutReason reason, Collection<CandidateFact> candidates) {
    candidates.forEach(one -> one.origin().facts().forEach(fact -> leaveOut(reason, fact)));
  }

  /** Leaves out all facts that a figure follows from. */
  void leaveOut(LeftOutReason reason, ReportedFact figure) {
    leaveOut(reason, origins.getOrDefault(figure, List.of()));
  }

  /** Stores all facts that a figure follows from. */
  void store(ReportedFact figure) {
    origins.getOrDefault(figure, List.of()).stream()
        .flatMap(one -> one.origin().facts().stream())
        .filter(wanted::contains)
        .forEach(stored::add);
  }

  void note(String code, String message) {
    notes.add(new FilingNote(code, message));
  }

  /** How many facts there are to account for. */
  int found() {
    return wanted.size();
  }

  /** How many facts are stored: stated by a figure, or operands of one. */
  int stored() {
    return stored.size();
  }

  /** How many facts are left out, by reason. */
  Map<LeftOutReason, Integer> leftOut() {
    Map<LeftOutReason, Integer> counts = new EnumMap<>(LeftOutReason.class);
    reasons.forEach((fact, reason) -> {
      if (!stored.contains(fact)) {
        counts.merge(reason, 1, Integer::sum);
      }
    });
    return Collections.unmodifiableMap(counts);
  }

  List<FilingNote> notes() {
    return List.copyOf(notes);
  }
}
