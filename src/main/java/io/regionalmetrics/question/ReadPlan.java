package io.regionalmetrics.question;

import io.regionalmetrics.compare.Requirements;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The third step of a question: what to read for it, within the limits on one question.
 *
 * @param quarters single quarters of metrics
 * @param spans ranges of quarters of metrics
 * @param rates exchange rates to read together with the single quarters
 */
record ReadPlan(Set<QuarterKey> quarters, List<MetricSpan> spans, Set<FixingsKey> rates) {
  static final int MOST_ITEMS = 100;
  private static final int MOST_SPANS = 100;

  /**
   * Plans to read what the comparison requires, and the rates from the currencies that the metrics
   * are usually in.
   *
   * @throws Refusal if that is more than one question may read
   */
  static ReadPlan of(ResolvedQuestion question) {
    Requirements requirements = question.comparison().requirements();
    Set<QuarterKey> quarters = new LinkedHashSet<>(requirements.quarters());
    quarters.removeAll(question.empty());
    MoneyQuarters money = MoneyQuarters.of(quarters, question.vocabularies());
    Set<FixingsKey> rates = new LinkedHashSet<>(requirements.rates());
    rates.addAll(question.conditions().currency().reads(money.usualCurrencies(), money.periods()));
    refuseTooManyItems(quarters.size() + rates.size());
    refuseTooManySpans(requirements.spans().size());
    return new ReadPlan(quarters, requirements.spans(), rates);
  }

  /** Refuses to read more than 100 items one by one. */
  static void refuseTooManyItems(int items) {
    if (items > MOST_ITEMS) {
      throw Refusal.of(
          Reason.SENSELESS,
          "query",
          "needs %s quarters of metrics, more than the limit of %s; ask for fewer companies, or for one metric or one quarter at a time"
              .formatted(items, MOST_ITEMS));
    }
  }

  private static void refuseTooManySpans(int spans) {
    if (spans > MOST_SPANS) {
      throw Refusal.of(
          Reason.SENSELESS,
          "company",
          "needs %s metrics of companies, more than the limit of %s; ask for fewer companies at a time"
              .formatted(spans, MOST_SPANS));
    }
  }
}
