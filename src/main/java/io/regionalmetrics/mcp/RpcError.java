package io.regionalmetrics.mcp;

/**
 * Thrown to answer a message with a JSON-RPC error. The client's program gets it, while a refusal
 * inside a tool's result gets to the model.
 */
final class RpcError extends RuntimeException {
  /** Not JSON. */
  static final int PARSE_ERROR = -32700;

  /** Not a message of JSON-RPC. */
  static final int INVALID_REQUEST = -32600;

  /** There is no such method. */
  static final int METHOD_NOT_FOUND = -32601;

  /** The method's parameters don't fit, or name an unknown tool or document. */
  static final int INVALID_PARAMS = -32602;

  /** The service failed. */
  static final int INTERNAL_ERROR = -32603;

  /** A header is missing or says something else than the body. */
  static final int HEADER_MISMATCH = -32020;

  /** The revision of the protocol isn't spoken here. */
  static final int UNSUPPORTED_REVISION = -32022;

  private static final long serialVersionUID = 1;
  private static final int MOST_CHARACTERS = 1_000;

  private final int code;
  private final int status;
  private final String message;
  private final String data;

  /**
   * An error.
   *
   * @param status the HTTP status
   * @param message the error in words
   * @param data more for programs, as a JSON object; empty if there is nothing more
   */
  RpcError(int code, int status, String message, String data) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
    this.message =
        message.length() > MOST_CHARACTERS ? message.substring(0, MOST_CHARACTERS) + "…" : message;
    this.data = data;
  }

  /** An error of a message that can't be read or understood. */
  static RpcError of(int code, String message) {
    return new RpcError(code, 400, message, "");
  }

  /** An error of the transport, with a status of its own. */
  static RpcError withStatus(int status, int code, String message) {
    return new RpcError(code, status, message, "");
  }

  /** The code. */
  int code() {
    return code;
  }

  /**
   * The HTTP status. Revisions with a handshake send what isn't wrong with the request itself, but
   * with its method or parameters, with status 200.
   */
  int status(Revision revision) {
    boolean isAnswer = code == METHOD_NOT_FOUND || code == INVALID_PARAMS;
    return isAnswer && !revision.isStateless() ? 200 : status;
  }

  /** The error in words. */
  String message() {
    return message;
  }

  /** More for programs, as a JSON object; empty if there is nothing more. */
  String data() {
    return data;
  }
}
