package io.regionalmetrics.bench.bare;

import io.regionalmetrics.function.DynamoDb;

/** The bare handler with the client that the project's own functions have. */
public final class BareHandlerSameClient extends BareHandler {
  /** As Lambda makes it. */
  public BareHandlerSameClient() {
    super(DynamoDb.client(System.getenv("DYNAMODB_ENDPOINT")));
  }
}
