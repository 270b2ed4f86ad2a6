package io.regionalmetrics.question;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.NextPage;
import io.regionalmetrics.compare.Comparison;
import io.regionalmetrics.compare.PublishedPage;
import io.regionalmetrics.compare.Series;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A question with every code looked up and every quarter known. It computes the answer once its
 * figures are read.
 *
 * @param comparison computes the answer
 * @param conditions the days and the currency
 * @param metrics the metrics whose figures are converted if a currency is requested
 * @param vocabularies the definitions of the companies, by id
 * @param readAhead figures that were read in the same request as the definitions
 * @param empty required quarters that are known to have no figures, so that nobody reads them
 * @param newer which subjects have figures for a newer quarter than {@code latest} found; empty if
 *     none has
 * @param paging the pages of a series; empty for a comparison
 */
public record ResolvedQuestion(
    Comparison comparison,
    Conditions conditions,
    List<Metric> metrics,
    Map<String, Vocabulary> vocabularies,
    Map<QuarterKey, MetricQuarter> readAhead,
    Set<QuarterKey> empty,
    String newer,
    Optional<SeriesPaging> paging) {

  /** A copy for which some quarters are known to have no figures. */
  ResolvedQuestion without(Set<QuarterKey> quarters) {
    return new ResolvedQuestion(
        comparison, conditions, metrics, vocabularies, readAhead, quarters, newer, paging);
  }

  /** Computes the answer from all the figures and rates that it depends on. */
  public Answer answer(Quarters quarters) {
    return answer(comparison.answer(quarters));
  }

  /**
   * Computes the answer on a single page.
   *
   * @throws Refusal if it is a series of more than 2,000 rows
   */
  Answer whole(Quarters quarters) {
    return answer(
        comparison instanceof Series series ? series.whole(quarters) : comparison.answer(quarters));
  }

  private Answer answer(Answer own) {
    Answer answer = conditions.currency().in(own, metrics);
    Answer.Builder whole = answer.toBuilder();
    new OwnDefinitions(vocabularies).findings(answer).forEach(whole::add);
    if (!newer.isEmpty()) {
      whole.add(latestDiffers(answer));
    }
    return whole.build();
  }

  private Finding latestDiffers(Answer answer) {
    return new Finding(
        FindingCode.LATEST_DIFFERS,
        IntStream.range(0, answer.rows().size()).boxed().toList(),
        "%s is the newest quarter that all have; %s."
            .formatted(
                String.join(", ", answer.question().getOrDefault("period", List.of())), newer));
  }

  /**
   * The published figures of a page of a series, unchanged.
   *
   * @throws Refusal if a currency is requested, since nothing is converted
   */
  public PublishedPage published(Quarters quarters) {
    if (conditions.currency().exchange().isPresent()) {
      throw Refusal.of(
          Reason.SENSELESS,
          "currency",
          "SDMX-CSV gives figures as they were published, never converted; leave currency out, or ask for format=json or format=csv");
    }
    if (comparison instanceof Series series) {
      return series.published(quarters);
    }
    throw new IllegalStateException("only a series is given as it was published");
  }

  /** The token that requests the next page of a series. */
  public String token(NextPage next) {
    return paging.orElseThrow().token(next);
  }

  /** The definitions of the companies. */
  public Collection<Vocabulary> definitions() {
    return vocabularies.values();
  }

  /** The day of the answer, in UTC. */
  public LocalDate today() {
    return conditions.today();
  }

  /** How long the answer may be cached, as a {@code Cache-Control} header. */
  public String cacheControl() {
    return conditions.cacheControl();
  }
}
