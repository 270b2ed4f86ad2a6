package io.regionalmetrics.function;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.json.JsonInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A stand-in for DynamoDB in memory, which takes the place of the SDK's HTTP client. It stores
 * items as the SDK writes them and returns them unchanged, so the SDK and the store run the same
 * code as with DynamoDB. It supports only what the store sends: PutItem (ignoring its condition),
 * BatchGetItem, and a Query of a whole partition or of a range in it.
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

  /**
   * The parts of a request's body that the table needs.
   *
   * @param items from PutItem, as written, by their keys
   * @param keys from BatchGetItem
   * @param values from Query: the text of each expression attribute, by its name
   */
  private record RequestBody(Map<Key, String> items, List<Key> keys, Map<String, String> values) {
    static RequestBody read(InputStream json) throws IOException {
      RequestBody body = new RequestBody(new HashMap<>(), new ArrayList<>(), new HashMap<>());
      try (JsonParser parser = JsonInput.ofPlatform(json)) {
        parser.nextToken();
        JsonInput.members(parser, body::member);
      }
      return body;
    }

    private void member(String name, JsonParser value) throws IOException {
      switch (name) {
        case "Item" -> {
          String item = copy(value);
          items.put(key(item), item);
        }
        case "RequestItems" -> JsonInput.members(value, this::table);
        case "ExpressionAttributeValues" -> values.putAll(texts(value));
        default -> value.skipChildren();
      }
    }

    private void table(String table, JsonParser members) throws IOException {
      JsonInput.members(
          members,
          (name, value) -> {
            if (name.equals("Keys")) {
              JsonInput.elements(value, key -> keys.add(key(texts(key))));
            } else {
              value.skipChildren();
            }
          });
    }

    private static String copy(JsonParser value) throws IOException {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = Json.generator(text)) {
        json.copyCurrentStructure(value);
      }
      return text.toString();
    }

    private static Key key(String item) throws IOException {
      try (InputStream bytes = new ByteArrayInputStream(item.getBytes(StandardCharsets.UTF_8));
          JsonParser parser = JsonInput.ofPlatform(bytes)) {
        parser.nextToken();
        return key(texts(parser));
      }
    }

    private static Key key(Map<String, String> attributes) {
      return new Key(text(attributes, "pk"), text(attributes, "sk"));
    }

    /** Returns the attributes that are texts, {@code {"pk": {"S": "..."}}}, by their names. */
    private static Map<String, String> texts(JsonParser attributes) throws IOException {
      Map<String, String> texts = new HashMap<>();
      JsonInput.members(
          attributes,
          (attribute, typed) ->
              JsonInput.members(
                  typed,
                  (type, value) -> {
                    if (type.equals("S")) {
                      texts.put(attribute, value.getText());
                    } else {
                      value.skipChildren();
                    }
                  }));
      return texts;
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return response(answer(request).getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void abort() {}
    };
  }

  private static HttpExecuteResponse response(byte[] json) {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", Integer.toString(json.length))
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(json)))
        .build();
  }

  private String answer(HttpExecuteRequest request) throws IOException {
    RequestBody body;
    try (InputStream content = request.contentStreamProvider().orElseThrow().newStream()) {
      body = RequestBody.read(content);
    }
    String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
    return switch (target.substring(target.indexOf('.') + 1)) {
      case "PutItem" -> put(body.items());
      case "BatchGetItem" -> batch(body.keys());
      case "Query" -> query(body.values());
      default -> throw new IOException("the store does not send " + target);
    };
  }

  private synchronized String put(Map<Key, String> written) {
    items.putAll(written);
    return "{}";
  }

  private synchronized String batch(List<Key> keys) {
    String found =
        keys.stream().filter(items::containsKey).map(items::get).collect(Collectors.joining(","));
    return "{\"Responses\":{\"%s\":[%s]},\"UnprocessedKeys\":{}}".formatted(NAME, found);
  }

  private synchronized String query(Map<String, String> values) {
    String partition = text(values, ":pk");
    boolean all = !values.containsKey(":first");
    Key first = new Key(partition, all ? "" : text(values, ":first"));
    Key last = new Key(partition, all ? "\uffff" : text(values, ":last"));
    Collection<String> found = items.subMap(first, true, last, true).values();
    return "{\"Count\":%s,\"Items\":[%s]}".formatted(found.size(), String.join(",", found));
  }

  private static String text(Map<String, String> texts, String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalStateException("there is no %s".formatted(name));
    }
    return text;
  }

  @Override
  public void close() {}
}
