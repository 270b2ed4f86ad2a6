package io.regionalmetrics.http;

import io.regionalmetrics.refusal.Refusal.Reason;

/** The types of problems. The contract describes each under its name. */
public enum ProblemType {
  /** The request is not in the right form. */
  MALFORMED(400, "Malformed", "Bad Request"),
  /** The request asks for something unknown. */
  UNKNOWN(404, "Unknown", "Not Found"),
  /** The path doesn't allow the method. */
  METHOD_NOT_ALLOWED(405, "MethodNotAllowed", "Method Not Allowed"),
  /** The answer has none of the media types that the client accepts. */
  NOT_ACCEPTABLE(406, "NotAcceptable", "Not Acceptable"),
  /** The document contradicts what is stored. */
  CONTRADICTION(409, "Contradiction", "Conflict"),
  /** The document is larger than the limit. */
  TOO_LARGE(413, "TooLarge", "Content Too Large"),
  /** The document's media type is not supported. */
  UNSUPPORTED(415, "Unsupported", "Unsupported Media Type"),
  /** The request is in the right form, but makes no sense. */
  SENSELESS(422, "Senseless", "Unprocessable Content"),
  /** The service failed. */
  FAULT(500, "Fault", "Internal Server Error"),
  /** The table can't be reached in time. */
  UNAVAILABLE(503, "Unavailable", "Service Unavailable");

  private final int status;
  private final String uri;
  private final String title;

  /**
   * A type.
   *
   * @param name its name in the contract
   * @param title the reason phrase of its status in RFC 9110
   */
  ProblemType(int status, String name, String title) {
    this.status = status;
    this.uri = "/openapi.json#/components/responses/" + name;
    this.title = title;
  }

  /** The type of the problem for a refusal. */
  static ProblemType of(Reason reason) {
    return switch (reason) {
      case MALFORMED -> MALFORMED;
      case UNKNOWN -> UNKNOWN;
      case CONTRADICTION -> CONTRADICTION;
      case TOO_LARGE -> TOO_LARGE;
      case UNSUPPORTED -> UNSUPPORTED;
      case SENSELESS -> SENSELESS;
    };
  }

  /** The status code. */
  int status() {
    return status;
  }

  /** The address of its description in the contract. */
  String uri() {
    return uri;
  }

  /** The title, which is the same for all problems of the type. */
  String title() {
    return title;
  }
}
