package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.http.HttpResponse;
import java.util.List;

/**
 * Where an answer leads (RFC 8288).
 *
 * <ul>
 *   <li>{@code cite-as} (RFC 8574): the same question with nothing left open, which is what a text
 *       should name. It is no {@code canonical} (RFC 6596), whose target says the same as long as
 *       both exist: tomorrow the question asked may be answered otherwise, the one cited may not.
 *   <li>{@code describedby}, of CSV: the sources whose ids are all that it has.
 * </ul>
 */
final class Links {
  /**
   * API Gateway takes 10,240 bytes of headers. An address that would fill them is left to the body.
   */
  private static final int MOST_CHARACTERS = 4_000;

  private Links() {}

  /** A response with the links of the answer that it gives. */
  static HttpResponse of(Answer answer, Representation form, HttpResponse response) {
    HttpResponse linked = link(response, AnswerJson.citation(answer), "cite-as");
    return form == Representation.CSV ? link(linked, sources(answer), "describedby") : linked;
  }

  private static HttpResponse link(HttpResponse response, String target, String relation) {
    return target.length() > MOST_CHARACTERS ? response : response.linked(target, relation);
  }

  /** The sources of the company that is asked about; all, where several are. */
  private static String sources(Answer answer) {
    List<String> companies = answer.question().getOrDefault("company", List.of());
    return companies.size() == 1 ? "/v1/sources?company=" + companies.getFirst() : "/v1/sources";
  }
}
