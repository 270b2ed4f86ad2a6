package io.regionalmetrics.question;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Units;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/** Of the quarters that a question reads, those of money. */
record MoneyQuarters(Map<QuarterKey, Metric> quarters) {

  /** Those among some quarters, by what their metrics are to the subjects' companies. */
  static MoneyQuarters of(Collection<QuarterKey> keys, List<Subject> subjects) {
    Map<String, Subject> companies = new HashMap<>();
    subjects.forEach(subject -> companies.putIfAbsent(subject.company(), subject));
    Map<QuarterKey, Metric> money = new HashMap<>();
    for (QuarterKey key : keys) {
      Optional.ofNullable(companies.get(key.company()))
          .flatMap(subject -> subject.vocabulary().metric(key.metric()))
          .filter(Exchange::converts)
          .ifPresent(metric -> money.put(key, metric));
    }
    return new MoneyQuarters(money);
  }

  /** The currencies that these are in where nothing else is said. */
  Set<String> usual() {
    return quarters.values().stream()
        .map(metric -> Units.currency(metric.unit()))
        .collect(Collectors.toSet());
  }

  /** The quarters, each once. */
  Set<YearQuarter> periods() {
    return quarters.keySet().stream().map(QuarterKey::period).collect(Collectors.toSet());
  }
}
