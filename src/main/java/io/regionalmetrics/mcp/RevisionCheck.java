package io.regionalmetrics.mcp;

import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.mcp.RpcError.Code;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which revision of the protocol a message speaks, and checks the headers that repeat
 * what the body says. Since 2026-07-28 each message says so itself; before, only a header did.
 */
final class RevisionCheck {
  private static final String REVISION = "mcp-protocol-version";
  private static final String IN_META = "io.modelcontextprotocol/protocolVersion";
  private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

  /** The parameter that the header Mcp-Name repeats, by method. */
  private static final Map<String, String> NAMES =
      Map.of("tools/call", "name", "resources/read", "uri", "prompts/get", "name");

  private static final Pattern BASE64 = Pattern.compile("=\\?base64\\?(.*)\\?=");

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
    Optional<String> header = request.header(REVISION).map(String::strip);
    if (message.meta().revision().isPresent()) {
      return described(header);
    }
    String code = header.orElse(Revision.V2025_11_25.code());
    Revision revision = Revision.of(code).orElseThrow(() -> unsupported(code));
    boolean mustDescribe = revision.isStateless() && message.id().isPresent();
    return mustDescribe ? described(header) : revision;
  }

  private Revision described(Optional<String> header) {
    requireMeta();
    String revision = message.meta().revision().orElse("");
    requireSame("MCP-Protocol-Version", header, IN_META, revision);
    requireSame("Mcp-Method", request.header("mcp-method"), "method", message.method());
    String parameter = NAMES.getOrDefault(message.method(), "");
    Optional<String> name = message.text(parameter);
    if (name.isPresent()) {
      requireSame("Mcp-Name", decodedName(), "params." + parameter, name.get());
    }
    return Revision.of(revision)
        .filter(Revision::isStateless)
        .orElseThrow(() -> unsupported(revision));
  }

  private void requireMeta() {
    if (message.meta().revision().isEmpty() || !message.meta().hasCapabilities()) {
      throw RpcError.of(
          Code.INVALID_PARAMS,
          400,
          "params._meta must have %s, such as \"%s\", and %s, such as {}"
              .formatted(IN_META, Revision.V2026_07_28.code(), CAPABILITIES));
    }
  }

  private static void requireSame(
      String name, Optional<String> header, String member, String value) {
    if (!header.map(String::strip).equals(Optional.of(value))) {
      throw RpcError.of(
          Code.HEADER_MISMATCH,
          "the header %s is %s, but %s in the body is '%s'; send the same in both"
              .formatted(name, header.map("'%s'"::formatted).orElse("missing"), member, value));
    }
  }

  /** The header Mcp-Name; names that a header can't hold are sent as {@code =?base64?...?=}. */
  private Optional<String> decodedName() {
    return request
        .header("mcp-name")
        .map(String::strip)
        .map(name -> {
          Matcher encoded = BASE64.matcher(name);
          return encoded.matches() ? decoded(encoded.group(1)).orElse(name) : name;
        });
  }

  private static Optional<String> decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static RpcError unsupported(String revision) {
    return RpcError.of(
            Code.UNSUPPORTED_REVISION,
            "the protocol version '%s' is not supported; use one of %s"
                .formatted(revision, String.join(", ", Revision.codes())))
        .with(json -> {
          Json.texts(json, "supported", Revision.codes());
          json.writeStringField("requested", revision);
        });
  }
}
