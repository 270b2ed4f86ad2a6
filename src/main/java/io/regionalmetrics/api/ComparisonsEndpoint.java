package io.regionalmetrics.api;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.compare.PublishedPage;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.question.AcceptedParameters;
import io.regionalmetrics.question.FigureReader;
import io.regionalmetrics.question.ParsedQuestion;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.question.QuestionParser;
import io.regionalmetrics.question.QuestionResolver;
import io.regionalmetrics.question.ResolvedQuestion;
import io.regionalmetrics.representation.AnswerForm;
import io.regionalmetrics.representation.Representation;
import io.regionalmetrics.representation.SdmxCsvWriter;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /v1/comparisons/...} and {@code GET /v1/series}: parses a question, resolves its
 * codes, reads the figures that it needs, and writes the answer in the requested representation.
 */
public final class ComparisonsEndpoint {
  private final Store store;
  private final InstantSource clock;

  /**
   * Answers questions from a store.
   *
   * @param clock tells the day in UTC as of which questions are answered by default
   */
  public ComparisonsEndpoint(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The endpoint of each route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(ApiRoutes.COMPARISONS, this::comparison, ApiRoutes.SERIES, this::series);
  }

  private HttpResponse comparison(
      HttpRequest request, Map<String, String> path, Deadline deadline) {
    QuestionKind kind = QuestionKind.comparison(path.getOrDefault("comparison", ""));
    return answer(kind, request, Representation.OF_FIGURES, deadline);
  }

  private HttpResponse series(HttpRequest request, Map<String, String> path, Deadline deadline) {
    return answer(QuestionKind.SERIES, request, Representation.OF_SERIES, deadline);
  }

  private HttpResponse answer(
      QuestionKind kind, HttpRequest request, List<Representation> offered, Deadline deadline) {
    QueryParameters query = AcceptedParameters.read(kind, request.query());
    Optional<Representation> form = Representation.of(request, query, offered);
    if (form.isEmpty()) {
      return Representation.notAcceptable(request, offered);
    }
    AnswerForm answerForm = AnswerForm.of(form.get(), query);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    ParsedQuestion parsed = QuestionParser.parse(kind, query, today);
    ResolvedQuestion question = QuestionResolver.resolve(parsed, store, deadline);
    Quarters quarters = new FigureReader(store, deadline).read(question);
    HttpResponse response =
        form.get() == Representation.SDMX_CSV
            ? published(question, quarters, query)
            : computed(question, quarters, query, answerForm);
    return response.with("cache-control", question.cacheControl());
  }

  private static HttpResponse computed(
      ResolvedQuestion question, Quarters quarters, QueryParameters query, AnswerForm form) {
    Answer answer = question.answer(quarters);
    Optional<String> next = answer.nextPage().map(question::token);
    return withNext(form.of(answer, question.definitions(), next), next, query);
  }

  private static HttpResponse published(
      ResolvedQuestion question, Quarters quarters, QueryParameters query) {
    PublishedPage page = question.published(quarters);
    HttpResponse response = Representation.SDMX_CSV.of(SdmxCsvWriter.write(page.vintages()));
    return withNext(response, page.next().map(question::token), query);
  }

  private static HttpResponse withNext(
      HttpResponse response, Optional<String> token, QueryParameters query) {
    return token.isEmpty()
        ? response
        : response.linked(
            ApiRoutes.SERIES.template() + "?" + query.with("next", token.get()), "next");
  }
}
