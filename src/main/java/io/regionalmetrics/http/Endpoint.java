package io.regionalmetrics.http;

import io.regionalmetrics.store.Deadline;
import java.util.Map;

/** Answers the requests of one route. */
public interface Endpoint {
  /**
   * Answers a request.
   *
   * @param path the values of the variable parts of the path, by name
   * @param deadline when the answer must be ready
   * @throws io.regionalmetrics.refusal.Refusal if the request can't be answered as it stands; the
   *     client gets a problem with a status from 400 to 499
   * @throws io.regionalmetrics.store.Unavailable if the table can't be reached in time; the client
   *     gets the problem 503
   */
  HttpResponse answer(HttpRequest request, Map<String, String> path, Deadline deadline);
}
