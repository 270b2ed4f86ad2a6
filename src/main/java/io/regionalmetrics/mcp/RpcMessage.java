package io.regionalmetrics.mcp;

import java.util.Map;
import java.util.Optional;

/**
 * A JSON-RPC message from a client: a request, or a notification, which has no id.
 *
 * @param id the id as JSON, to be sent back as it is; empty in a notification
 * @param method the method's name
 * @param texts the parameters that are texts, by name
 * @param arguments the arguments of a tool
 * @param meta what the message says about itself
 */
record RpcMessage(
    Optional<String> id,
    String method,
    Map<String, String> texts,
    ToolArguments arguments,
    Meta meta) {

  /**
   * What a message says about itself ({@code _meta}).
   *
   * @param revision the revision of the protocol that it speaks; empty if it doesn't say so
   * @param hasCapabilities whether it lists the client's capabilities
   */
  record Meta(Optional<String> revision, boolean hasCapabilities) {
    /** Of a message that says nothing about itself. */
    static final Meta NONE = new Meta(Optional.empty(), false);
  }

  /** Copies the texts. */
  RpcMessage {
    texts = Map.copyOf(texts);
  }

  /** A parameter that is a text. */
  Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /**
   * A parameter that must be given.
   *
   * @throws RpcError if it isn't
   */
  String required(String name) {
    return text(name)
        .orElseThrow(() ->
            RpcError.of(
                RpcError.Code.INVALID_PARAMS,
                "params.%s is missing; %s needs it, as a text".formatted(name, method)));
  }
}
