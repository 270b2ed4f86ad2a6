package io.regionalmetrics.question;

import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.derive.ExchangeRates;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/** The fourth step of a question: reads its figures, and the exchange rates to convert them. */
final class FigureReader {
  /** A figure may need rates from up to this many quarters before and after its own. */
  private static final int QUARTERS_AROUND = 4;

  private final Store store;
  private final Deadline deadline;

  /** A reader that gives up at a deadline. */
  FigureReader(Store store, Deadline deadline) {
    this.store = store;
    this.deadline = deadline;
  }

  /**
   * Reads everything that the answer depends on. The first request reads single quarters with the
   * rates that they usually need. A second request follows only if the figures need other rates.
   *
   * @throws io.regionalmetrics.refusal.Refusal if that is more than one question may read
   * @throws io.regionalmetrics.store.Unavailable if the table can't be read in time
   */
  Quarters read(ResolvedQuestion question) {
    ReadPlan plan = ReadPlan.of(question);
    Store.QuartersAndRates read =
        plan.spans().isEmpty() ? items(plan, question.readAhead()) : spans(plan);
    Conditions conditions = question.conditions();
    Quarters quarters = new Quarters(withEmpty(read, question), plan.spans(), conditions.asOf());
    MoneyQuarters money = MoneyQuarters.of(read.quarters().keySet(), question.vocabularies());
    Set<FixingsKey> further = new LinkedHashSet<>(question.comparison().furtherRates(quarters));
    further.addAll(
        conditions
            .currency()
            .reads(quarters.currencies(money.quarters().keySet()), money.periods()));
    further.removeAll(plan.rates());
    boolean oneByOne = plan.spans().isEmpty() || conditions.currency().isOfOneDay();
    Map<FixingsKey, Fixings> more =
        oneByOne ? rates(further) : rateRanges(further, money.periods());
    return quarters.with(
        new ExchangeRates(read.rates(), conditions.lastKnown()).and(more),
        conditions.currency().exchange());
  }

  private static Map<QuarterKey, MetricQuarter> withEmpty(
      Store.QuartersAndRates read, ResolvedQuestion question) {
    Map<QuarterKey, MetricQuarter> quarters = new LinkedHashMap<>();
    read.quarters()
        .forEach((key, quarter) -> quarters.put(key, complete(quarter, question.vocabularies())));
    question.empty().forEach(key -> quarters.putIfAbsent(key, MetricQuarter.empty(key)));
    return quarters;
  }

  /** A stored quarter as its company's questions see it. */
  static MetricQuarter complete(MetricQuarter quarter, Map<String, Vocabulary> vocabularies) {
    return Optional.ofNullable(vocabularies.get(quarter.key().company()))
        .map(vocabulary -> vocabulary.company().complete(quarter))
        .orElse(quarter);
  }

  private Store.QuartersAndRates items(ReadPlan plan, Map<QuarterKey, MetricQuarter> readAhead) {
    Map<QuarterKey, MetricQuarter> quarters = new LinkedHashMap<>(readAhead);
    quarters.keySet().retainAll(plan.quarters());
    Set<QuarterKey> missing = new LinkedHashSet<>(plan.quarters());
    missing.removeAll(quarters.keySet());
    Store.QuartersAndRates read = store.read(missing, plan.rates(), deadline);
    quarters.putAll(read.quarters());
    return new Store.QuartersAndRates(quarters, read.rates());
  }

  private Store.QuartersAndRates spans(ReadPlan plan) {
    Map<QuarterKey, MetricQuarter> quarters = new LinkedHashMap<>();
    plan.spans().forEach(span -> quarters.putAll(store.quarters(span, deadline)));
    return new Store.QuartersAndRates(quarters, Map.of());
  }

  private Map<FixingsKey, Fixings> rates(Set<FixingsKey> keys) {
    ReadPlan.refuseTooManyItems(keys.size());
    return keys.isEmpty() ? Map.of() : store.read(Set.of(), keys, deadline).rates();
  }

  /** Reads the rates for all quarters and those around them, with one Query a currency. */
  private Map<FixingsKey, Fixings> rateRanges(Set<FixingsKey> keys, Set<YearQuarter> periods) {
    Map<FixingsKey, Fixings> rates = new LinkedHashMap<>();
    Set<String> currencies = keys.stream().map(FixingsKey::currency).collect(Collectors.toSet());
    NavigableSet<YearQuarter> sorted = new TreeSet<>(periods);
    for (String currency : currencies) {
      YearQuarter first = sorted.first().minusQuarters(QUARTERS_AROUND);
      YearQuarter last = sorted.last().plusQuarters(QUARTERS_AROUND);
      store
          .rates()
          .range(currency, first, last, deadline)
          .forEach(fixings -> rates.put(fixings.key(), fixings));
    }
    return rates;
  }
}
