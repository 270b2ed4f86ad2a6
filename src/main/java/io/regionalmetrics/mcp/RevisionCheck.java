package io.regionalmetrics.mcp;

import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Finds out which revision of the protocol a message speaks, and checks the headers that repeat
 * what the body says. Since 2026-07-28 each message says so itself; before, only a header did.
 */
final class RevisionCheck {
  private static final String HEADER = "MCP-Protocol-Version";
  private static final String IN_META = "io.modelcontextprotocol/protocolVersion";
  private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
  private static final String BASE64 = "=?base64?";

  private final HttpRequest request;
  private final RpcMessage message;

  private RevisionCheck(HttpRequest request, RpcMessage message) {
    this.request = request;
    this.message = message;
  }

  /**
   * The revision that a message speaks.
   *
   * @throws RpcError if it isn't spoken here, if the message doesn't say what it must, or if a
   *     header says something else than the body
   */
  static Revision of(HttpRequest request, RpcMessage message) {
    return new RevisionCheck(request, message).revision();
  }

  private Revision revision() {
    boolean isDescribed = !message.revision().isEmpty();
    String code = header(HEADER);
    boolean isUnsaid = code.isEmpty() && request.header("mcp-protocol-version").isEmpty();
    Revision revision = isUnsaid ? Revision.WITH_HANDSHAKE : new Revision(code);
    if (!isDescribed && !revision.isSpoken()) {
      throw unsupported(code);
    }
    boolean mustDescribe = revision.isStateless() && !message.id().isEmpty();
    return isDescribed || mustDescribe ? described() : revision;
  }

  /** The value of a header; empty if it is missing. */
  private String header(String name) {
    return request.header(name.toLowerCase(Locale.ROOT)).orElse("").strip();
  }

  private Revision described() {
    if (message.revision().isEmpty() || !message.hasCapabilities()) {
      throw RpcError.withStatus(
          400,
          RpcError.INVALID_PARAMS,
          "params._meta must have %s, such as \"%s\", and %s, such as {}"
              .formatted(IN_META, Revision.NEWEST.code(), CAPABILITIES));
    }
    requireSame(HEADER, header(HEADER), IN_META, message.revision());
    requireSame("Mcp-Method", header("Mcp-Method"), "method", message.method());
    requireName("tools/call", "name");
    requireName("resources/read", "uri");
    if (!new Revision(message.revision()).isStateless()) {
      throw unsupported(message.revision());
    }
    return Revision.NEWEST;
  }

  private void requireName(String method, String parameter) {
    if (message.method().equals(method) && message.has(parameter)) {
      requireSame(
          "Mcp-Name", decoded(header("Mcp-Name")), "params." + parameter, message.text(parameter));
    }
  }

  private static void requireSame(String name, String header, String member, String value) {
    if (!header.equals(value)) {
      throw RpcError.of(
          RpcError.HEADER_MISMATCH,
          "the header %s is '%s', but %s in the body is '%s'; send the same in both"
              .formatted(name, header, member, value));
    }
  }

  /** A name that a header can't hold is sent as {@code =?base64?...?=}. */
  private static String decoded(String name) {
    if (!name.startsWith(BASE64) || !name.endsWith("?=")) {
      return name;
    }
    try {
      String base64 = name.substring(BASE64.length(), name.length() - 2);
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  private static RpcError unsupported(String revision) {
    return new RpcError(
        RpcError.UNSUPPORTED_REVISION,
        400,
        "the protocol version '%s' is not supported; use one of %s"
            .formatted(revision, String.join(", ", Revision.SPOKEN)),
        Json.object(json -> {
          Json.texts(json, "supported", Revision.SPOKEN);
          json.writeStringField("requested", revision);
        }));
  }
}
