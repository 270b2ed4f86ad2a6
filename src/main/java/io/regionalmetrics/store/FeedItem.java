package io.regionalmetrics.store;

import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.model.FeedState.Result;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A feed's state as an item in the partition of all feeds, and a feed's file as an item in the
 * feed's own partition.
 */
final class FeedItem {
  static final String PARTITION = "feeds";

  private static final String CONTENT = "content";

  private FeedItem() {}

  static Table.Key key(String id) {
    return new Table.Key(PARTITION, id);
  }

  static Table.Key fileKey(String feed, String name) {
    return new Table.Key("feed#" + feed, name);
  }

  static Map<String, AttributeValue> writeFile(String feed, String name, byte[] content) {
    Table.Key key = fileKey(feed, name);
    return Map.of(
        Table.PK,
        AttributeValue.fromS(key.pk()),
        Table.SK,
        AttributeValue.fromS(key.sk()),
        CONTENT,
        AttributeValue.fromB(SdkBytes.fromByteArray(content)));
  }

  static byte[] readFile(Map<String, AttributeValue> item) {
    return Objects.requireNonNull(item.get(CONTENT)).b().asByteArray();
  }

  static Map<String, AttributeValue> write(FeedState state) {
    Attributes attributes =
        new Attributes()
            .string(Table.PK, PARTITION)
            .string(Table.SK, state.id())
            .string("kind", state.kind())
            .string("of", state.of())
            .string("lastTry", state.lastTry().toString())
            .string("lastSuccess", state.lastSuccess().map(Instant::toString))
            .string("lastError", state.lastError())
            .map("memory", texts(state.memory()));
    state.lastResult().ifPresent(result -> attributes.map("lastResult", write(result)));
    return attributes.map();
  }

  private static Map<String, AttributeValue> write(Result result) {
    Map<String, AttributeValue> leftOut = new HashMap<>();
    result
        .leftOut()
        .forEach((why, count) -> leftOut.put(why, AttributeValue.fromN(count.toString())));
    return new Attributes()
        .number("requests", result.requests())
        .number("observations", result.observations())
        .number("added", result.added())
        .number("revised", result.revised())
        .number("unchanged", result.unchanged())
        .map("leftOut", leftOut)
        .list("notes", result.notes(), AttributeValue::fromS)
        .number("remaining", result.remaining())
        .map();
  }

  static FeedState read(Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    return new FeedState(
        attributes.string(Table.SK),
        attributes.string("kind"),
        attributes.string("of"),
        Instant.parse(attributes.string("lastTry")),
        attributes.optional("lastSuccess").map(Instant::parse),
        attributes.has("lastResult")
            ? Optional.of(result(new Attributes(attributes.map("lastResult"))))
            : Optional.empty(),
        attributes.optional("lastError"),
        texts(attributes, "memory"));
  }

  private static Result result(Attributes attributes) {
    Map<String, Integer> leftOut = new HashMap<>();
    attributes.map("leftOut").forEach((why, count) -> leftOut.put(why, Integer.valueOf(count.n())));
    return new Result(
        whole(attributes, "requests"),
        whole(attributes, "observations"),
        whole(attributes, "added"),
        whole(attributes, "revised"),
        whole(attributes, "unchanged"),
        leftOut,
        attributes.list("notes", AttributeValue::s),
        whole(attributes, "remaining"));
  }

  private static int whole(Attributes attributes, String name) {
    return attributes.number(name).intValueExact();
  }

  private static Map<String, AttributeValue> texts(Map<String, String> texts) {
    Map<String, AttributeValue> map = new LinkedHashMap<>();
    texts.forEach((name, text) -> map.put(name, AttributeValue.fromS(text)));
    return map;
  }

  private static Map<String, String> texts(Attributes attributes, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    attributes.map(name).forEach((key, text) -> texts.put(key, text.s()));
    return texts;
  }
}
