package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.wording.ConversionSentence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer in a requested currency. It names the currency and the exchange rates it used. */
public final class ConvertedAnswer {
  private ConvertedAnswer() {}

  /**
   * The answer with the currency in its question and the rates in its sentence.
   *
   * @param metrics the metrics of the question; {@code fx} is added if all of them use the same
   */
  public static Answer of(Answer answer, Exchange exchange, Collection<Metric> metrics) {
    Answer.Builder converted =
        answer.toBuilder().question(question(answer.question(), exchange, metrics));
    if (!answer.convertedFrom().isEmpty()) {
      String rates =
          new ConversionSentence(exchange, metrics, answer.isConvertedByFixingsOfTheDay()).text();
      converted.sentence(answer.sentence() + " " + rates);
    }
    return converted.build();
  }

  private static Map<String, List<String>> question(
      Map<String, List<String>> question, Exchange exchange, Collection<Metric> metrics) {
    Map<String, List<String>> converted = new LinkedHashMap<>(question);
    List<String> asOf = converted.remove("asOf");
    converted.put("currency", List.of(exchange.currency()));
    List<String> rates = rates(exchange, metrics);
    if (rates.size() == 1) {
      converted.put("fx", rates);
    }
    if (asOf != null) {
      converted.put("asOf", asOf);
    }
    return converted;
  }

  private static List<String> rates(Exchange exchange, Collection<Metric> metrics) {
    return metrics.stream()
        .filter(Exchange::converts)
        .map(metric -> exchange.fx().of(metric).code())
        .distinct()
        .toList();
  }
}
