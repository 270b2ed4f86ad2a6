package io.regionalmetrics.bench.bare;

import io.regionalmetrics.function.DynamoDb;

/** The bare handler with the DynamoDB client of the project's own functions. */
public final class BareHandlerSameClient extends BareHandler {
  /** Called by Lambda. */
  public BareHandlerSameClient() {
    super(DynamoDb.client(System.getenv("DYNAMODB_ENDPOINT")));
  }
}
