package io.regionalmetrics.function;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The way to DynamoDB, as all functions go. */
public final class DynamoDb {
  private static final Duration TO_CONNECT = Duration.ofSeconds(1);
  private static final Duration TO_ANSWER = Duration.ofSeconds(3);

  private DynamoDb() {}

  /**
   * A client with the credentials and the region of the environment.
   *
   * @param endpoint where DynamoDB is; blank where it is the region's own
   */
  public static DynamoDbClient client(String endpoint) {
    return client(endpoint, configuration().build());
  }

  /** The same, but that it leaves no connection open after a request. */
  static DynamoDbClient closing(String endpoint) {
    return client(endpoint, configuration().putHeader("Connection", "close").build());
  }

  private static DynamoDbClient client(String endpoint, ClientOverrideConfiguration configuration) {
    DynamoDbClientBuilder client =
        DynamoDbClient.builder().httpClient(http()).overrideConfiguration(configuration);
    if (!endpoint.isBlank()) {
      client.endpointOverride(URI.create(endpoint));
    }
    return client.build();
  }

  /** A client of what isn't DynamoDB at all, which therefore asks for no credentials. */
  static DynamoDbClient of(SdkHttpClient memory) {
    return DynamoDbClient.builder()
        .httpClient(memory)
        .overrideConfiguration(configuration().build())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("memory", "memory")))
        .build();
  }

  private static ClientOverrideConfiguration.Builder configuration() {
    return ClientOverrideConfiguration.builder().retryStrategy(RetryMode.STANDARD);
  }

  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(TO_CONNECT)
        .socketTimeout(TO_ANSWER)
        .build();
  }
}
