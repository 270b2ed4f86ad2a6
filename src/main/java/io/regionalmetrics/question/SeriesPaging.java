package io.regionalmetrics.question;

import io.regionalmetrics.answer.NextPage;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of a series: which one a question asks for, and the token for the next one.
 *
 * @param question the parameters that must stay the same from page to page
 * @param asOf the day that all pages share
 * @param requested the token of the requested page; empty for the first page
 */
record SeriesPaging(String question, LocalDate asOf, Optional<PageToken> requested) {
  private static final Set<String> MAY_DIFFER =
      Set.of("next", "asOf", "format", "layout", "width", "title", "highlight");

  /**
   * Reads which page is requested.
   *
   * @param asOf the day in the query, or today
   * @throws Refusal if the token was not issued for this question
   */
  static SeriesPaging of(QueryParameters query, LocalDate asOf) {
    String question = query.without(MAY_DIFFER);
    Optional<PageToken> token = query.text("next").map(text -> PageToken.read(text, question));
    if (token.isEmpty()) {
      return new SeriesPaging(question, asOf, token);
    }
    LocalDate pinned = token.get().asOf();
    if (query.text("asOf").isPresent() && !asOf.equals(pinned)) {
      throw Refusal.of(
          Reason.MALFORMED,
          "next",
          "continues an answer as of %s, not %s; leave out asOf, or start again without next"
              .formatted(pinned, asOf));
    }
    return new SeriesPaging(question, pinned, token);
  }

  /** The token that requests the next page. */
  String token(NextPage next) {
    return new PageToken(asOf, next.first(), next.last(), next.from()).write(question);
  }
}
