package io.regionalmetrics.sdmx;

import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.refusal.Refusal;
import java.util.List;
import java.util.function.Supplier;

/** Turns refusals into errors of SDMX. */
final class SdmxAnswer {
  private SdmxAnswer() {}

  /**
   * The answer to a query or, if it is refused, the error, in a format that the client accepts.
   *
   * @param offered the formats to choose from
   */
  static HttpResponse of(
      HttpRequest request, List<SdmxFormat> offered, Supplier<HttpResponse> answer) {
    try {
      return answer.get();
    } catch (Refusal refusal) {
      return SdmxError.of(refusal).in(SdmxFormat.ofError(request, offered));
    }
  }

  /** The error if a client accepts none of the offered formats. */
  static HttpResponse notAcceptable(HttpRequest request, List<SdmxFormat> offered) {
    return SdmxError.notAcceptable(
            "accept: '%s' accepts none of %s"
                .formatted(request.header("accept").orElse(""), SdmxFormat.types(offered)))
        .in(offered.getFirst());
  }
}
