package io.regionalmetrics.bench;

import io.regionalmetrics.function.CompareFunction;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.DynamoDbLocal;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * The reads of a question, as reported by DynamoDB.
 *
 * @param batchGetItems the number of BatchGetItem requests
 * @param queries the number of Query requests
 * @param units the read capacity units that all of them consumed
 */
record Reads(int batchGetItems, int queries, double units) {
  private static final Reads NONE = new Reads(0, 0, 0);

  /**
   * The reads of a question that is asked twice.
   *
   * @param first the reads the first time, when the function has no definitions in memory
   * @param following the reads the second time
   */
  record Of(Reads first, Reads following) {
    /** The cells of a row: the name, both reads, then more. */
    String[] row(String name, String... more) {
      return Stream.concat(
              Stream.of(
                  name,
                  first.requests(),
                  first.capacity(),
                  following.requests(),
                  following.capacity()),
              Stream.of(more))
          .toArray(String[]::new);
    }
  }

  /** Sends a question twice to a function of its own. */
  static Of question(Scene scene, Question question) {
    Meter meter = new Meter();
    try (DynamoDbClient client = DynamoDbLocal.client(scene.address(), meter)) {
      CompareFunction function =
          new CompareFunction(new Wiring(client, scene.table(), InstantSource.system()));
      Invocation.check(function, question);
      Reads first = meter.next();
      Invocation.check(function, question);
      return new Of(first, meter.next());
    }
  }

  private Reads plus(Reads other) {
    return new Reads(
        batchGetItems + other.batchGetItems, queries + other.queries, units + other.units);
  }

  /** The requests as text, such as "1 BatchGetItem + 2 Query". */
  String requests() {
    return Stream.of(text(batchGetItems, "BatchGetItem"), text(queries, "Query"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" + "));
  }

  private String capacity() {
    return String.format(Locale.ROOT, "%.1f", units);
  }

  private static Optional<String> text(int requests, String operation) {
    return requests == 0 ? Optional.empty() : Optional.of("%d %s".formatted(requests, operation));
  }

  /** Requests the consumed capacity with each response and adds it up. */
  private static final class Meter implements ExecutionInterceptor {
    private Reads sum = NONE;

    /** The reads since the previous call. */
    Reads next() {
      Reads now = sum;
      sum = NONE;
      return now;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes ignored) {
      return switch (context.request()) {
        case BatchGetItemRequest request ->
            request.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
        case QueryRequest request ->
            request.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
        default ->
            throw new IllegalStateException(
                "unexpected request of a question: " + context.request());
      };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes ignored) {
      sum = sum.plus(reads(context.response()));
    }

    private static Reads reads(SdkResponse response) {
      return switch (response) {
        case BatchGetItemResponse batch ->
            new Reads(1, 0, units(batch.consumedCapacity().stream()));
        case QueryResponse query -> new Reads(0, 1, units(Stream.of(query.consumedCapacity())));
        default -> throw new IllegalStateException("unexpected response: " + response);
      };
    }

    private static double units(Stream<ConsumedCapacity> capacity) {
      return capacity.mapToDouble(ConsumedCapacity::capacityUnits).sum();
    }
  }
}
