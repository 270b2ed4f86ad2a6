package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.http.HttpResponse;
import java.util.List;

/** The links of an answer (RFC 8288). */
final class Links {
  /** API Gateway takes 10,240 bytes of headers, so a longer address stands in the body only. */
  private static final int MOST_CHARACTERS = 4_000;

  private Links() {}

  /**
   * Links to the address that asks the same question with nothing left open, which a text should
   * cite: {@code cite-as} (RFC 8574). It is not {@code canonical} (RFC 6596), because tomorrow the
   * question may have another answer, while the cited one will not.
   */
  static HttpResponse cite(Answer answer, HttpResponse response) {
    return link(response, AnswerJson.citation(answer), "cite-as");
  }

  /** Links to the sources, of which CSV shows no more than the ids: {@code describedby}. */
  static HttpResponse describe(Answer answer, HttpResponse response) {
    return link(response, sources(answer), "describedby");
  }

  private static HttpResponse link(HttpResponse response, String target, String relation) {
    return target.length() > MOST_CHARACTERS ? response : response.linked(target, relation);
  }

  /** The sources of the company in the question, or of all companies if there are several. */
  private static String sources(Answer answer) {
    List<String> companies = answer.question().getOrDefault("company", List.of());
    return companies.size() == 1 ? "/v1/sources?company=" + companies.getFirst() : "/v1/sources";
  }
}
