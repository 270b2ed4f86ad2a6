package io.regionalmetrics.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Sends requests to DynamoDB: reads items by their keys, a page of a partition, or all items
 * between two sort keys, and writes or deletes an item conditionally.
 */
final class Table {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String VERSION = "version";

  private static final String SAME_VERSION = "version = :replaced";

  /** DynamoDB's limit on the keys of one BatchGetItem. */
  static final int MAX_KEYS = 100;

  static final Duration FIRST_PAUSE = Duration.ofMillis(25);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(1);

  private final DynamoDbClient client;
  private final String name;

  /** The two attributes that identify an item. */
  record Key(String pk, String sk) {
    static Key of(Map<String, AttributeValue> item) {
      return new Key(string(item, PK), string(item, SK));
    }

    private static String string(Map<String, AttributeValue> item, String name) {
      return java.util.Objects.requireNonNull(item.get(name)).s();
    }

    Map<String, AttributeValue> attributes() {
      return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
    }
  }

  /** A page of a partition's items, and the sort key after which the next page begins. */
  record ItemPage(List<Map<String, AttributeValue>> items, Optional<String> next) {
    /** The page with each item read into a value. */
    <T> Page<T> as(Function<Map<String, AttributeValue>, T> read) {
      return new Page<>(items.stream().map(read).toList(), next);
    }
  }

  /** The version of an item; 0 if there is no item. */
  static long version(@Nullable Map<String, AttributeValue> item) {
    return item == null ? 0 : new Attributes(item).number(VERSION).longValueExact();
  }

  Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /**
   * Reads the items that exist for some keys.
   *
   * @param consistent whether to read consistently, because a write will follow
   */
  Map<Key, Map<String, AttributeValue>> get(
      Collection<Key> keys, boolean consistent, Deadline deadline) {
    Map<Key, Map<String, AttributeValue>> items = new HashMap<>();
    List<Key> all = List.copyOf(keys);
    for (int start = 0; start < all.size(); start += MAX_KEYS) {
      List<Key> some = all.subList(start, Math.min(all.size(), start + MAX_KEYS));
      getSome(some, consistent, deadline).forEach(item -> items.put(Key.of(item), item));
    }
    return items;
  }

  private List<Map<String, AttributeValue>> getSome(
      List<Key> keys, boolean consistent, Deadline deadline) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    Map<String, KeysAndAttributes> left = requestItems(keys, consistent);
    Duration pause = FIRST_PAUSE;
    while (!left.isEmpty()) {
      BatchGetItemResponse response = batchGet(left, deadline);
      items.addAll(response.responses().getOrDefault(name, List.of()));
      left = response.unprocessedKeys();
      if (!left.isEmpty()) {
        pause = wait(pause, deadline);
      }
    }
    return items;
  }

  private Map<String, KeysAndAttributes> requestItems(List<Key> keys, boolean consistent) {
    return Map.of(
        name,
        KeysAndAttributes.builder()
            .keys(keys.stream().map(Key::attributes).toList())
            .consistentRead(consistent)
            .build());
  }

  private BatchGetItemResponse batchGet(Map<String, KeysAndAttributes> items, Deadline deadline) {
    BatchGetItemRequest request =
        BatchGetItemRequest.builder()
            .requestItems(items)
            .overrideConfiguration(until(deadline))
            .build();
    return send(() -> client.batchGetItem(request));
  }

  /** Reads a partition's items in the order of their sort keys, beginning after a key. */
  ItemPage query(String partition, @Nullable String after, int limit, Deadline deadline) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
            .exclusiveStartKey(after == null ? null : new Key(partition, after).attributes())
            .limit(limit)
            .overrideConfiguration(until(deadline))
            .build();
    QueryResponse response = send(() -> client.query(request));
    Map<String, AttributeValue> last = response.lastEvaluatedKey();
    return new ItemPage(
        response.items(), last.isEmpty() ? Optional.empty() : Optional.of(Key.of(last).sk()));
  }

  /**
   * Reads all items of a partition between two sort keys, both included, in their order. One
   * request, and one more for each megabyte.
   */
  List<Map<String, AttributeValue>> range(
      String partition, String first, String last, Deadline deadline) {
    return all(between(partition, first, last), deadline);
  }

  /** Reads all items of a partition consistently, because a write will follow. */
  List<Map<String, AttributeValue>> partitionToWrite(String partition, Deadline deadline) {
    return all(
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
            .consistentRead(true),
        deadline);
  }

  /**
   * Reads the sort keys of all items of a partition between two sort keys, both included, in their
   * order. Costs as much as {@link #range}, but transfers only the keys.
   */
  List<String> sortKeys(String partition, String first, String last, Deadline deadline) {
    return all(between(partition, first, last).projectionExpression("pk, sk"), deadline).stream()
        .map(item -> Key.of(item).sk())
        .toList();
  }

  private List<Map<String, AttributeValue>> all(QueryRequest.Builder request, Deadline deadline) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    Map<String, AttributeValue> after = Map.of();
    do {
      request
          .exclusiveStartKey(after.isEmpty() ? null : after)
          .overrideConfiguration(until(deadline));
      QueryResponse response = send(() -> client.query(request.build()));
      items.addAll(response.items());
      after = response.lastEvaluatedKey();
    } while (!after.isEmpty());
    return items;
  }

  private QueryRequest.Builder between(String partition, String first, String last) {
    return QueryRequest.builder()
        .tableName(name)
        .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
        .expressionAttributeValues(
            Map.of(
                ":pk", AttributeValue.fromS(partition),
                ":first", AttributeValue.fromS(first),
                ":last", AttributeValue.fromS(last)));
  }

  /**
   * Writes an item, if the table still holds the version that was read.
   *
   * @param replaced that version; 0 if there was no item
   * @return false if another writer has replaced that version meanwhile
   */
  boolean put(Map<String, AttributeValue> item, long replaced, Deadline deadline) {
    Map<String, AttributeValue> next = new HashMap<>(item);
    next.put(VERSION, AttributeValue.fromN(Long.toString(replaced + 1)));
    PutItemRequest.Builder request =
        PutItemRequest.builder().tableName(name).item(next).overrideConfiguration(until(deadline));
    require(replaced, request);
    return isDone(() -> client.putItem(request.build()));
  }

  /**
   * Deletes an item, if the table still holds the version that was read.
   *
   * @param replaced that version; with 0 there was no item, and nothing is done
   * @return false if another writer has replaced that version meanwhile
   */
  boolean delete(Key key, long replaced, Deadline deadline) {
    DeleteItemRequest.Builder request =
        DeleteItemRequest.builder()
            .tableName(name)
            .key(key.attributes())
            .conditionExpression(SAME_VERSION)
            .expressionAttributeValues(replaced(replaced))
            .overrideConfiguration(until(deadline));
    return replaced == 0 || isDone(() -> client.deleteItem(request.build()));
  }

  /** Sends a conditional write; returns false if its condition doesn't hold. */
  private static boolean isDone(Supplier<?> write) {
    try {
      send(write);
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static Map<String, AttributeValue> replaced(long version) {
    return Map.of(":replaced", AttributeValue.fromN(Long.toString(version)));
  }

  private static void require(long version, PutItemRequest.Builder request) {
    if (version == 0) {
      request.conditionExpression("attribute_not_exists(pk)");
    } else {
      request.conditionExpression(SAME_VERSION).expressionAttributeValues(replaced(version));
    }
  }

  /**
   * Waits for a random time between half the pause and all of it, so that waiting writers do not
   * all return together. The random seed is the current time, because functions restored from the
   * same snapshot would share any other seed.
   *
   * @return the next pause: twice as long, at most a second
   * @throws Unavailable if the deadline would pass first
   */
  static Duration wait(Duration pause, Deadline deadline) {
    long millis =
        new SplittableRandom(System.nanoTime())
            .nextLong(pause.toMillis() / 2, pause.toMillis() + 1);
    if (deadline.left().toMillis() <= millis) {
      throw new Unavailable("the table is busy");
    }
    sleep(millis);
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : longer;
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while waiting for the table", e);
    }
  }

  private static AwsRequestOverrideConfiguration until(Deadline deadline) {
    Duration left = deadline.left();
    if (left.isZero()) {
      throw new Unavailable("no time is left to use the table");
    }
    return AwsRequestOverrideConfiguration.builder().apiCallTimeout(left).build();
  }

  /**
   * Sends a request. Turns temporary failures into {@link Unavailable}; does not catch errors in
   * the request or in the table's configuration.
   */
  private static <T> T send(Supplier<T> request) {
    try {
      return request.get();
    } catch (DynamoDbException e) {
      if (e.isThrottlingException() || e.statusCode() >= 500) {
        throw new Unavailable("the table is busy", e);
      }
      if ("ExpiredTokenException".equals(e.awsErrorDetails().errorCode())) {
        throw new Unavailable("the credentials have expired", e);
      }
      throw e;
    } catch (SdkClientException e) {
      throw new Unavailable("the table can't be reached", e);
    }
  }
}
