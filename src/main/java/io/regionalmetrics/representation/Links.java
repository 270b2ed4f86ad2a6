package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.http.HttpResponse;
import java.util.List;

/** The links of an answer (RFC 8288). */
final class Links {
  /** API Gateway allows 10,240 bytes of headers, so a longer address is only in the body. */
  private static final int MOST_CHARACTERS = 4_000;

  private Links() {}

  /**
   * Links to the address to cite ({@code cite-as}, RFC 8574), in which every choice is explicit. It
   * is not {@code canonical} (RFC 6596): the requested address may give another answer tomorrow;
   * the cited one will not.
   */
  static HttpResponse cite(Answer answer, HttpResponse response) {
    return link(response, AnswerJson.citation(answer), "cite-as");
  }

  /**
   * Links to the details of the sources ({@code describedby}), because CSV gives only their ids.
   */
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
