package io.regionalmetrics.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * What every function of the API does with an event: reads the request, lets the endpoint of its
 * route answer, turns failures into problems, and writes the response.
 */
public final class HttpFunction {
  private final Router router;
  private final InstantSource clock;

  /**
   * A function that answers some of the API's routes.
   *
   * @param endpoints the endpoint of each route that this function answers
   * @param routes all routes of the API, which the answer to an unknown path lists
   * @param clock tells the time for deadlines and logs
   */
  public HttpFunction(Map<Route, Endpoint> endpoints, List<Route> routes, InstantSource clock) {
    this.router = new Router(endpoints, routes);
    this.clock = clock;
  }

  /**
   * Answers an event of API Gateway. If the request is refused or fails, the response is a problem.
   *
   * @param event an event of an HTTP API in payload format 2.0
   * @param response where the response is written
   * @throws IOException if the event can't be read or the response can't be written
   */
  public void serve(InputStream event, OutputStream response, Context context) throws IOException {
    ProxyEvent.write(answer(event, context), response);
  }

  private HttpResponse answer(InputStream event, Context context) throws IOException {
    try {
      HttpRequest request = ProxyEvent.read(event);
      Deadline deadline = Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()), clock);
      return OutgoingResponse.of(request, answer(request, deadline, context));
    } catch (Refusal refusal) {
      return Problem.of(refusal);
    }
  }

  private HttpResponse answer(HttpRequest request, Deadline deadline, Context context) {
    try {
      return router.answer(request, deadline);
    } catch (Refusal refusal) {
      return Problem.of(refusal);
    } catch (ProtocolFault fault) {
      log(fault.reason(), context);
      return fault.response();
    } catch (RuntimeException e) {
      log(e, context);
      return e instanceof Unavailable ? unavailable() : fault(context.getAwsRequestId());
    }
  }

  private void log(RuntimeException fault, Context context) {
    LogLevel level = fault instanceof Unavailable ? LogLevel.WARN : LogLevel.ERROR;
    Log.fault(context, level, clock.instant(), fault);
  }

  private static HttpResponse unavailable() {
    return Problem.of(
            ProblemType.UNAVAILABLE,
            "The figures can't be reached right now; nothing is lost. Try again in a few seconds.",
            List.of())
        .with("retry-after", "5");
  }

  private static HttpResponse fault(String requestId) {
    return Problem.of(
        ProblemType.FAULT,
        "The request is valid, but the service failed. The log has the details under %s."
            .formatted(requestId),
        List.of());
  }
}
