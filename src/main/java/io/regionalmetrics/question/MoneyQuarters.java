package io.regionalmetrics.question;

import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Vocabulary;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/** The quarters whose metric is money, among those that a question reads. */
record MoneyQuarters(Map<QuarterKey, Metric> quarters) {

  /** Selects the quarters whose metric is money according to its company's definitions. */
  static MoneyQuarters of(Collection<QuarterKey> keys, Map<String, Vocabulary> vocabularies) {
    Map<QuarterKey, Metric> money = new HashMap<>();
    for (QuarterKey key : keys) {
      Optional.ofNullable(vocabularies.get(key.company()))
          .flatMap(vocabulary -> vocabulary.metric(key.metric()))
          .filter(Exchange::converts)
          .ifPresent(metric -> money.put(key, metric));
    }
    return new MoneyQuarters(money);
  }

  /** The currencies of the metrics' own units. */
  Set<String> usualCurrencies() {
    return quarters.values().stream()
        .map(metric -> metric.unit().currency())
        .collect(Collectors.toSet());
  }

  /** The quarters, without repetitions. */
  Set<YearQuarter> periods() {
    return quarters.keySet().stream().map(QuarterKey::period).collect(Collectors.toSet());
  }
}
