package io.regionalmetrics.function;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * A table in memory behind the SDK's own client: what is put is kept as it is written, and given
 * when it is asked for, so that the SDK and the store do all that they do with DynamoDB. It answers
 * what the store asks and no more: PutItem whatever the condition, BatchGetItem, and a Query of all
 * of a partition or of a range in it.
 */
final class MemoryTable implements SdkHttpClient {
  /** The name of the one table. */
  static final String NAME = "memory";

  private final NavigableMap<Key, String> items = new TreeMap<>();

  private record Key(String pk, String sk) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int first = pk.compareTo(other.pk);
      return first == 0 ? sk.compareTo(other.sk) : first;
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        byte[] answer = answer(request).getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
            .response(
                SdkHttpResponse.builder()
                    .statusCode(200)
                    .putHeader("Content-Type", "application/x-amz-json-1.0")
                    .putHeader("Content-Length", Integer.toString(answer.length))
                    .build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  private String answer(HttpExecuteRequest request) throws IOException {
    JsonNode body;
    try (InputStream content = request.contentStreamProvider().orElseThrow().newStream()) {
      body = JsonNode.parser().parse(content);
    }
    String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
    return switch (target.substring(target.indexOf('.') + 1)) {
      case "PutItem" -> put(member(body, "Item"));
      case "BatchGetItem" ->
          batch(member(member(member(body, "RequestItems"), NAME), "Keys").asArray());
      case "Query" -> query(member(body, "ExpressionAttributeValues"));
      default -> throw new IOException("the store doesn't ask for " + target);
    };
  }

  private synchronized String put(JsonNode item) {
    items.put(key(item), item.toString());
    return "{}";
  }

  private synchronized String batch(List<JsonNode> keys) {
    String found =
        keys.stream()
            .map(MemoryTable::key)
            .filter(items::containsKey)
            .map(items::get)
            .collect(Collectors.joining(","));
    return "{\"Responses\":{\"%s\":[%s]},\"UnprocessedKeys\":{}}".formatted(NAME, found);
  }

  private synchronized String query(JsonNode values) {
    String partition = string(values, ":pk");
    boolean all = values.field(":first").isEmpty();
    Key first = new Key(partition, all ? "" : string(values, ":first"));
    Key last = new Key(partition, all ? "\uffff" : string(values, ":last"));
    Collection<String> found = items.subMap(first, true, last, true).values();
    return "{\"Count\":%s,\"Items\":[%s]}".formatted(found.size(), String.join(",", found));
  }

  private static Key key(JsonNode item) {
    return new Key(string(item, "pk"), string(item, "sk"));
  }

  private static String string(JsonNode attributes, String name) {
    return member(member(attributes, name), "S").asString();
  }

  private static JsonNode member(JsonNode object, String name) {
    return object
        .field(name)
        .orElseThrow(() -> new IllegalStateException("there is no %s".formatted(name)));
  }

  @Override
  public void close() {}
}
