package io.regionalmetrics.http;

import io.regionalmetrics.store.Deadline;
import java.util.Map;

/** Answers one kind of request. */
public interface Endpoint {
  /**
   * Answers a request.
   *
   * @param path the variable parts of the path, by name
   * @throws io.regionalmetrics.refusal.Refusal where it can't be answered as it is
   * @throws io.regionalmetrics.store.Unavailable where the table can't be reached in time
   */
  HttpResponse answer(HttpRequest request, Map<String, String> path, Deadline deadline);
}
