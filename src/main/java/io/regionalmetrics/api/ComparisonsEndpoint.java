package io.regionalmetrics.api;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.compare.PublishedPage;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.question.AcceptedParameters;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.question.QuestionReader;
import io.regionalmetrics.question.ReadQuestion;
import io.regionalmetrics.question.ResolvedQuestion;
import io.regionalmetrics.representation.AnswerContext;
import io.regionalmetrics.representation.AnswerForm;
import io.regionalmetrics.representation.Representation;
import io.regionalmetrics.representation.SdmxCsvWriter;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /v1/comparisons/...} and {@code GET /v1/series}: parses a question, resolves its
 * codes, reads the figures that it needs, and writes the answer in the requested representation.
 */
public final class ComparisonsEndpoint {
  private final QuestionReader questions;

  /**
   * Answers questions from a store.
   *
   * @param clock tells today's date in UTC: by default, questions are answered as of today
   */
  public ComparisonsEndpoint(Store store, InstantSource clock) {
    this.questions = new QuestionReader(store, clock);
  }

  /** The endpoint of each route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.COMPARISONS, this::comparison, ApiRoutes.SERIES, this::series);
  }

  private HttpResponse comparison(
      HttpRequest request, Map<String, String> path, Deadline deadline) {
    QuestionKind kind = QuestionKind.comparison(path.getOrDefault("comparison", ""));
    return negotiate(kind, request, Representation.OF_FIGURES, deadline);
  }

  private HttpResponse series(HttpRequest request, Map<String, String> path, Deadline deadline) {
    return negotiate(QuestionKind.SERIES, request, Representation.OF_SERIES, deadline);
  }

  private HttpResponse negotiate(
      QuestionKind kind, HttpRequest request, List<Representation> offered, Deadline deadline) {
    QueryParameters query = AcceptedParameters.read(kind, request.query());
    Optional<Representation> wanted = Representation.of(request, query, offered);
    return wanted.isPresent()
        ? answer(kind, query, wanted.get(), deadline, request.origin())
        : Representation.notAcceptable(request, offered);
  }

  private HttpResponse answer(
      QuestionKind kind,
      QueryParameters query,
      Representation representation,
      Deadline deadline,
      Optional<String> origin) {
    AnswerForm form = AnswerForm.of(representation, query);
    ReadQuestion read = questions.read(kind, query, deadline);
    HttpResponse response =
        representation == Representation.SDMX_CSV
            ? published(read, query)
            : computed(read, query, form, origin);
    return response.with("cache-control", read.question().cacheControl());
  }

  private static HttpResponse computed(
      ReadQuestion read, QueryParameters query, AnswerForm form, Optional<String> origin) {
    Answer answer = form.isWhole() ? read.whole() : read.answer();
    Optional<String> next = read.next(answer);
    ResolvedQuestion question = read.question();
    AnswerContext context =
        new AnswerContext(question.definitions(), next, question.today(), origin);
    return withNext(form.of(answer, context), next, query);
  }

  private static HttpResponse published(ReadQuestion read, QueryParameters query) {
    PublishedPage page = read.published();
    HttpResponse response = Representation.SDMX_CSV.of(SdmxCsvWriter.write(page.vintages()));
    return withNext(response, page.next().map(read.question()::token), query);
  }

  private static HttpResponse withNext(
      HttpResponse response, Optional<String> token, QueryParameters query) {
    return token.isEmpty()
        ? response
        : response.linked(
            ApiRoutes.SERIES.template() + "?" + query.with("next", token.get()), "next");
  }
}
