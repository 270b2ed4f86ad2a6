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
 * What a question asks of DynamoDB, by what DynamoDB says that it was.
 *
 * @param batchGetItems how many BatchGetItem
 * @param queries how many Query
 * @param units read capacity units of all of them
 */
record Reads(int batchGetItems, int queries, double units) {
  private static final Reads NONE = new Reads(0, 0, 0);

  /**
   * A question's reads.
   *
   * @param first of a function that knows no definitions yet
   * @param following of the same function, asked again
   */
  record Of(Reads first, Reads following) {
    /** A table's row of both, with more cells after them. */
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

  /** Asks a function of its own twice. */
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

  /** The requests in words. */
  String requests() {
    return Stream.of(words(batchGetItems, "BatchGetItem"), words(queries, "Query"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" + "));
  }

  private String capacity() {
    return String.format(Locale.ROOT, "%.1f", units);
  }

  private static Optional<String> words(int requests, String operation) {
    return requests == 0 ? Optional.empty() : Optional.of("%d %s".formatted(requests, operation));
  }

  /** Has every response say what it consumed, and adds that up. */
  private static final class Meter implements ExecutionInterceptor {
    private Reads sum = NONE;

    /** What was read since the last time. */
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
        default -> throw new IllegalStateException("a question sends " + context.request());
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
        default -> throw new IllegalStateException("no reads: " + response);
      };
    }

    private static double units(Stream<ConsumedCapacity> capacity) {
      return capacity.mapToDouble(ConsumedCapacity::capacityUnits).sum();
    }
  }
}
