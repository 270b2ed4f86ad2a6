package io.regionalmetrics.question;

import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Takes a question from its parameters to its figures: parses, resolves, and reads. */
public final class QuestionReader {
  private final Store store;
  private final InstantSource clock;

  /**
   * Reads from a store.
   *
   * @param clock tells today's date in UTC: by default, questions are answered as of today
   */
  public QuestionReader(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Reads the figures for a question.
   *
   * @throws io.regionalmetrics.refusal.Refusal if a parameter is missing or malformed, a code is
   *     unknown, or the question makes no sense
   * @throws io.regionalmetrics.store.Unavailable if the table can't be read in time
   */
  public ReadQuestion read(QuestionKind kind, QueryParameters query, Deadline deadline) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    ParsedQuestion parsed = QuestionParser.parse(kind, query, today);
    ResolvedQuestion question = QuestionResolver.resolve(parsed, store, deadline);
    Quarters quarters = new FigureReader(store, deadline).read(question);
    return new ReadQuestion(question, quarters);
  }
}
