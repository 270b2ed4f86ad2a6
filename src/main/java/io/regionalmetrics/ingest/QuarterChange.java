package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricQuarter.Outcome;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stored quarter of a metric, before and after documents add vintages to it. */
final class QuarterChange {
  private final Store store;
  private final QuarterKey key;
  private final List<Located<Vintage>> vintages;
  private final List<Breakdown> breakdowns;
  private final DocumentFaults faults;
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Optional<String> replaced;
  private Versioned<MetricQuarter> before;
  private MetricQuarter after;

  /**
   * Adds vintages and breakdowns to a stored quarter, without writing it yet.
   *
   * @param replaced the source whose stored figures the vintages replace, if any
   * @param faults receives a fault for each vintage that contradicts a stored one
   * @throws io.regionalmetrics.refusal.Refusal if the quarter becomes too large to be stored
   */
  QuarterChange(
      Store store,
      QuarterKey key,
      List<Located<Vintage>> vintages,
      List<Breakdown> breakdowns,
      Versioned<MetricQuarter> before,
      Optional<String> replaced,
      DocumentFaults faults) {
    this.store = store;
    this.key = key;
    this.vintages = vintages;
    this.breakdowns = breakdowns;
    this.before = before;
    this.replaced = replaced;
    this.faults = faults;
    this.after = before.value();
    addAll();
    store.refuseTooLarge(after);
  }

  private void addAll() {
    outcomes.clear();
    after = replaced.map(before.value()::without).orElse(before.value());
    vintages.forEach(this::add);
    for (Breakdown breakdown : breakdowns) {
      after = after.with(breakdown);
    }
  }

  private void add(Located<Vintage> located) {
    Vintage vintage = located.row();
    checkPeriod(located);
    Outcome outcome = after.outcome(vintage);
    outcomes.merge(comparedWithBefore(vintage, outcome), 1, Integer::sum);
    switch (outcome) {
      case ADDED, REVISED, REPEATED, STATED, CITED -> after = after.with(vintage);
      case UNCHANGED -> {}
      case CONTRADICTS -> faults.add(Reason.CONTRADICTION, located.place(), contradiction(vintage));
    }
  }

  /** The outcome to count: a figure that replaces itself is unchanged. */
  private Outcome comparedWithBefore(Vintage vintage, Outcome outcome) {
    boolean isOfReplaced = replaced.filter(vintage.source().id()::equals).isPresent();
    Outcome stored = isOfReplaced ? before.value().outcome(vintage) : outcome;
    return stored == Outcome.CONTRADICTS ? Outcome.REVISED : stored;
  }

  private void checkPeriod(Located<Vintage> located) {
    Vintage vintage = located.row();
    PlausiblePeriods plausible = PlausiblePeriods.of(vintage.source());
    boolean allowed =
        plausible.contain(key.period())
            || vintage.observation().status() == Status.FORECAST
            || withdrawsStored(vintage);
    if (!allowed) {
      faults.add(Reason.SENSELESS, located.place() + ".period", plausible.objection(key.period()));
    }
  }

  private boolean withdrawsStored(Vintage vintage) {
    return vintage.observation().status() == Status.MISSING
        && before.value().allVintages().stream()
            .filter(stored -> stored.observation().value().isPresent())
            .filter(stored -> stored.publisher().equals(vintage.publisher()))
            .anyMatch(stored -> stored.cell().equals(vintage.cell()));
  }

  private static String contradiction(Vintage vintage) {
    return "%s has already reported a different figure here; for a revision use a source published later"
        .formatted(vintage.source().id());
  }

  /**
   * Writes the quarter if it has changed. If another writer has changed it meanwhile, adds the
   * vintages to the new version and tries again.
   *
   * @throws io.regionalmetrics.refusal.Refusal if a vintage contradicts the other writer's
   */
  void write(Deadline deadline) {
    while (!after.equals(before.value()) && !store.write(after, before.version(), deadline)) {
      before = store.quartersToWrite(List.of(key), deadline).values().iterator().next();
      addAll();
      faults.refuse();
    }
  }

  /** The figures of the replaced source, before and now; empty if no source is replaced. */
  Optional<ReplacedFigures> replacedFigures() {
    return replaced.map(
        source -> new ReplacedFigures(figures(source, before.value()), figures(source, after)));
  }

  private static List<Vintage> figures(String source, MetricQuarter quarter) {
    return quarter.allVintages().stream().filter(one -> one.source().id().equals(source)).toList();
  }

  /** Whether any figure was added or revised. */
  boolean hasNews() {
    return count(Outcome.ADDED) + count(Outcome.REVISED) > 0;
  }

  /** Returns how many vintages had an outcome. */
  int count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }
}
