package io.regionalmetrics.mcp;

import io.regionalmetrics.json.Json;
import java.util.Optional;

/**
 * Thrown to answer a message with a JSON-RPC error. The client's program gets it, while a refusal
 * inside a tool's result gets to the model.
 */
final class RpcError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final int MOST_CHARACTERS = 1_000;

  private final Code code;
  private final int status;
  private final String message;
  private final transient Optional<Json.Members> data;

  /** The codes of errors. */
  enum Code {
    /** Not JSON. */
    PARSE_ERROR(-32700, 400),
    /** Not a message of JSON-RPC. */
    INVALID_REQUEST(-32600, 400),
    /** There is no such method. */
    METHOD_NOT_FOUND(-32601, 404),
    /** The method's parameters don't fit, or name an unknown tool or document. */
    INVALID_PARAMS(-32602, 400),
    /** The service failed. */
    INTERNAL_ERROR(-32603, 500),
    /** A header is missing or says something else than the body. */
    HEADER_MISMATCH(-32020, 400),
    /** The revision of the protocol isn't spoken here. */
    UNSUPPORTED_REVISION(-32022, 400);

    private final int number;
    private final int status;

    Code(int number, int status) {
      this.number = number;
      this.status = status;
    }
  }

  private RpcError(Code code, int status, String message, Optional<Json.Members> data) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
    this.message =
        message.length() > MOST_CHARACTERS ? message.substring(0, MOST_CHARACTERS) + "…" : message;
    this.data = data;
  }

  /** An error with the usual status of its code. */
  static RpcError of(Code code, String message) {
    return of(code, code.status, message);
  }

  /** An error with another HTTP status. */
  static RpcError of(Code code, int status, String message) {
    return new RpcError(code, status, message, Optional.empty());
  }

  /** A copy with data for programs. */
  RpcError with(Json.Members more) {
    return new RpcError(code, status, message, Optional.of(more));
  }

  /**
   * The HTTP status. Revisions with a handshake send what isn't wrong with the request itself, but
   * with its method or parameters, with status 200.
   */
  int status(Revision revision) {
    boolean isAnswer = code == Code.METHOD_NOT_FOUND || code == Code.INVALID_PARAMS;
    return isAnswer && !revision.isStateless() ? 200 : status;
  }

  /** The error's number. */
  int number() {
    return code.number;
  }

  /** The error in words. */
  String message() {
    return message;
  }

  /** Writes the members of the data for programs, if there are any. */
  Optional<Json.Members> data() {
    return data;
  }
}
