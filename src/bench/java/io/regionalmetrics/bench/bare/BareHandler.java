package io.regionalmetrics.bench.bare;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/**
 * The least that a function on this table can do: one GetItem, whose result it ignores, and a
 * constant answer. It is deployed in a package of its own, with the SDK's jars and without a JSON
 * library. Its client is built as in the SDK's examples. Under SnapStart, the same GetItem primes
 * it.
 */
public class BareHandler implements RequestStreamHandler {
  private static final byte[] ANSWER =
      "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\"},\"body\":\"{}\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final DynamoDbClient client;
  private final GetItemRequest request;

  /** Called by Lambda. */
  public BareHandler() {
    this(ordinaryClient());
  }

  /** For subclasses with another client. */
  protected BareHandler(DynamoDbClient client) {
    this.client = client;
    this.request =
        GetItemRequest.builder()
            .tableName(System.getenv("TABLE"))
            .key(
                Map.of(
                    "pk", AttributeValue.fromS("catalog"),
                    "sk", AttributeValue.fromS(System.getenv("COMPANY"))))
            .build();
    if ("snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      // A connection would not survive the snapshot.
      get(
          request.toBuilder()
              .overrideConfiguration(o -> o.putHeader("Connection", "close"))
              .build());
    }
  }

  private static DynamoDbClient ordinaryClient() {
    DynamoDbClientBuilder builder = DynamoDbClient.builder();
    return builder.endpointOverride(URI.create(System.getenv("DYNAMODB_ENDPOINT"))).build();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    event.readAllBytes();
    get(request);
    response.write(ANSWER);
  }

  private void get(GetItemRequest item) {
    if (!client.getItem(item).hasItem()) {
      throw new IllegalStateException("the item to read is missing");
    }
  }
}
