package io.regionalmetrics.http;

/**
 * Thrown by an endpoint that failed, with a response in the words of its own protocol instead of a
 * problem. The cause is logged like that of any other failure.
 */
public final class ProtocolFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient HttpResponse response;
  private final RuntimeException reason;

  /**
   * A failure.
   *
   * @param reason why the endpoint failed
   * @param response the response, with a status from 500 to 599
   */
  public ProtocolFault(RuntimeException reason, HttpResponse response) {
    super(reason);
    this.reason = reason;
    this.response = response;
  }

  /** Why the endpoint failed. */
  RuntimeException reason() {
    return reason;
  }

  /** The response to send. */
  HttpResponse response() {
    return response;
  }
}
