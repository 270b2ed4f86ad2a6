package io.regionalmetrics.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.function.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * The least that a function on this table can do: one request to DynamoDB, whose result it ignores,
 * and a constant answer. It has the same client as the real functions.
 */
final class BareFunction implements RequestStreamHandler {
  private static final byte[] ANSWER =
      "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\"},\"body\":\"{}\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final Runnable request;

  private BareFunction(Runnable request) {
    this.request = request;
  }

  /** Sends one GetItem for a small item: a company's entry in the list of companies. */
  static RequestStreamHandler gettingOne(Wiring wiring, Company company) {
    return new BareFunction(() -> {
      GetItemRequest request =
          GetItemRequest.builder()
              .tableName(wiring.table())
              .key(key("catalog", company.id()))
              .build();
      require(wiring.client().getItem(request).hasItem());
    });
  }

  /** Sends one BatchGetItem for the two quarters that the growth of a company reads. */
  static RequestStreamHandler gettingQuarters(Wiring wiring, Company company) {
    return new BareFunction(() -> {
      List<Map<String, AttributeValue>> keys =
          Stream.of(Company.QUARTER, Company.YEAR_BEFORE)
              .map(quarter -> key("obs#%s#revenue".formatted(company.id()), quarter))
              .toList();
      KeysAndAttributes items = KeysAndAttributes.builder().keys(keys).build();
      BatchGetItemRequest request =
          BatchGetItemRequest.builder().requestItems(Map.of(wiring.table(), items)).build();
      require(
          wiring.client().batchGetItem(request).responses().get(wiring.table()).size()
              == keys.size());
    });
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  private static void require(boolean found) {
    if (!found) {
      throw new IllegalStateException("an item to read is missing");
    }
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    event.readAllBytes();
    request.run();
    response.write(ANSWER);
  }
}
