package io.regionalmetrics.api;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.chart.Frame;
import io.regionalmetrics.compare.PublishedPage;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.question.CurrencyParameters;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.question.QuestionReader;
import io.regionalmetrics.question.SeriesQuestionReader;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.representation.Representation;
import io.regionalmetrics.representation.SdmxCsvWriter;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code GET /v1/comparisons/...} and {@code GET /v1/series}: understands a question, reads what it
 * needs, and gives its answer.
 */
public final class ComparisonsEndpoint {
  private static final Set<String> LISTS = Set.of("company", "region", "period");
  private static final Map<String, Kind> KINDS = kinds();

  private final Store store;
  private final InstantSource clock;

  /** A comparison: what it is asked with, and how it is answered. */
  private record Kind(
      Set<String> parameters, String usualBase, Function<QuestionReader, Answer> answer) {}

  /** The comparisons of what is stored; today is the clock's day in UTC. */
  public ComparisonsEndpoint(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("growth", kind(QuestionReader::growth, QuestionReader.YOY, "base"));
    kinds.put("regions", kind(QuestionReader::regions, "", "against"));
    kinds.put("share", kind(QuestionReader::share, "", "whole", "base"));
    kinds.put(
        "contribution", kind(QuestionReader::contribution, QuestionReader.YOY, "whole", "base"));
    kinds.put("drivers", kind(QuestionReader::drivers, QuestionReader.YOY, "base"));
    kinds.put("revisions", kind(QuestionReader::revisions, "", "from", "to"));
    kinds.put("check", kind(QuestionReader::check, ""));
    return kinds;
  }

  /** A comparison that takes some parameters beside those that all take. */
  private static Kind kind(
      Function<QuestionReader, Answer> answer, String usualBase, String... more) {
    Set<String> parameters =
        new HashSet<>(
            Set.of("company", "metric", "region", "period", "asOf", "format", "width", "title"));
    parameters.addAll(CurrencyParameters.PARAMETERS);
    parameters.addAll(List.of(more));
    return new Kind(Set.copyOf(parameters), usualBase, answer);
  }

  /** The words of all comparisons: the last part of their paths. */
  public static Set<String> words() {
    return KINDS.keySet();
  }

  /** What is answered at which route. */
  public Map<Route, Endpoint> endpoints() {
    return Map.of(Route.COMPARISONS, this::get, Route.SERIES, this::series);
  }

  private HttpResponse series(HttpRequest request, Map<String, String> path, Deadline deadline) {
    QueryParameters query =
        QueryParameters.of(
            request.query(), SeriesQuestionReader.PARAMETERS, SeriesQuestionReader.LISTS);
    Optional<Representation> form = Representation.of(request, query, Representation.OF_SERIES);
    if (form.isEmpty()) {
      return Representation.notAcceptable(request, Representation.OF_SERIES);
    }
    Optional<Frame> frame = form.get().frame(query);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    SeriesQuestionReader asked = new SeriesQuestionReader(store, today, query, deadline);
    HttpResponse response;
    Optional<String> next;
    if (form.get() == Representation.SDMX_CSV) {
      PublishedPage page = asked.published();
      response = form.get().of(SdmxCsvWriter.write(page.vintages()));
      next = page.next().map(asked::token);
    } else {
      Answer answer = asked.answer();
      response = form.get().of(answer, asked.vocabularies(), frame);
      next = answer.next();
    }
    HttpResponse page = response;
    return next.map(
            token -> page.linked(Route.SERIES.template() + "?" + query.with("next", token), "next"))
        .orElse(page)
        .with("cache-control", asked.freshness());
  }

  private HttpResponse get(HttpRequest request, Map<String, String> path, Deadline deadline) {
    Kind kind = kind(path.getOrDefault("comparison", ""));
    QueryParameters query = QueryParameters.of(request.query(), kind.parameters(), LISTS);
    Optional<Representation> form = Representation.of(request, query, Representation.OF_FIGURES);
    if (form.isEmpty()) {
      return Representation.notAcceptable(request, Representation.OF_FIGURES);
    }
    Optional<Frame> frame = form.get().frame(query);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    QuestionReader asked = new QuestionReader(store, today, query, kind.usualBase(), deadline);
    Answer answer = kind.answer().apply(asked);
    return form.get()
        .of(answer, asked.vocabularies(), frame)
        .with("cache-control", asked.freshness());
  }

  private static Kind kind(String comparison) {
    Kind kind = KINDS.get(comparison);
    if (kind == null) {
      throw Refusal.of(
          Reason.UNKNOWN,
          "comparison",
          "'%s' is not one of %s%s"
              .formatted(
                  comparison,
                  String.join(", ", KINDS.keySet()),
                  Codes.suggestion(comparison, KINDS.keySet())));
    }
    return kind;
  }
}
