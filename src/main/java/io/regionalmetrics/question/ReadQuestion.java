package io.regionalmetrics.question;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.compare.PublishedPage;
import io.regionalmetrics.derive.Quarters;
import java.util.Optional;

/**
 * A question together with the figures that its answer depends on.
 *
 * @param question the question, with every code looked up
 * @param quarters what was known on its day
 */
public record ReadQuestion(ResolvedQuestion question, Quarters quarters) {

  /** Computes the answer. */
  public Answer answer() {
    return question.answer(quarters);
  }

  /**
   * Computes the answer on a single page.
   *
   * @throws io.regionalmetrics.refusal.Refusal if it is a series of more than 2,000 rows
   */
  public Answer whole() {
    return question.whole(quarters);
  }

  /** The token of the page after an answer to this question, if there is one. */
  public Optional<String> next(Answer answer) {
    return answer.nextPage().map(question::token);
  }

  /**
   * The published figures of a page of a series, unchanged.
   *
   * @throws io.regionalmetrics.refusal.Refusal if a currency is requested
   */
  public PublishedPage published() {
    return question.published(quarters);
  }
}
