package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.wording.ConversionSentence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer in a currency that was asked for: it says which, and which exchange rates it used. */
public final class ConvertedAnswer {
  private ConvertedAnswer() {}

  /**
   * The answer with the currency in its question and the rates in its sentence.
   *
   * @param metrics the metrics asked about; the question names the rate only if all use the same
   */
  public static Answer of(Answer answer, Exchange exchange, Collection<Metric> metrics) {
    Answer asked = answer.withQuestion(question(answer.question(), exchange, metrics));
    return answer.convertedFrom().isEmpty()
        ? asked
        : asked.withSentence(
            answer.sentence()
                + " "
                + new ConversionSentence(exchange, metrics, answer.isConvertedByFixingsOfTheDay())
                    .text());
  }

  private static Map<String, List<String>> question(
      Map<String, List<String>> question, Exchange exchange, Collection<Metric> metrics) {
    Map<String, List<String>> asked = new LinkedHashMap<>(question);
    List<String> asOf = asked.remove("asOf");
    asked.put("currency", List.of(exchange.currency()));
    List<String> rates = rates(exchange, metrics);
    if (rates.size() == 1) {
      asked.put("fx", rates);
    }
    if (asOf != null) {
      asked.put("asOf", asOf);
    }
    return asked;
  }

  private static List<String> rates(Exchange exchange, Collection<Metric> metrics) {
    return metrics.stream()
        .filter(Exchange::converts)
        .map(metric -> exchange.fx().of(metric).code())
        .distinct()
        .toList();
  }
}
