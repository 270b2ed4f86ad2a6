package io.regionalmetrics.function;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Makes the clients for DynamoDB, configured alike for all functions. */
public final class DynamoDb {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

  /**
   * Cancels requests that take too long. One thread serves all clients; the SDK would give each
   * client a pool, and start a thread in it for each of the first five requests.
   */
  private static final ScheduledExecutorService TIMER = timer();

  private DynamoDb() {}

  /**
   * A client with the credentials and the region of the environment.
   *
   * @param endpoint the address of DynamoDB; blank for the region's own
   */
  public static DynamoDbClient client(String endpoint) {
    return builder(endpoint).build();
  }

  /** A builder with the same settings, for a client that needs further ones. */
  public static DynamoDbClientBuilder builder(String endpoint) {
    return builder(endpoint, configuration().build());
  }

  /**
   * A client that closes its connection with every second request, so that no connection is open
   * after an even number of requests.
   */
  static DynamoDbClient closingEverySecondRequest(String endpoint) {
    return builder(endpoint, configuration().addExecutionInterceptor(new Closing()).build())
        .build();
  }

  private static DynamoDbClientBuilder builder(
      String endpoint, ClientOverrideConfiguration configuration) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .httpClient(http())
            .credentialsProvider(credentials())
            .overrideConfiguration(configuration);
    return endpoint.isBlank() ? builder : builder.endpointOverride(URI.create(endpoint));
  }

  /** A client of a stand-in for DynamoDB, which checks no credentials. */
  static DynamoDbClient on(SdkHttpClient memory) {
    return DynamoDbClient.builder()
        .httpClient(memory)
        .overrideConfiguration(configuration().build())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("memory", "memory")))
        .build();
  }

  private static ClientOverrideConfiguration.Builder configuration() {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(RetryMode.STANDARD)
        .scheduledExecutorService(TIMER)
        .addExecutionInterceptor(new WithoutLength());
  }

  private static ScheduledExecutorService timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "timer");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /**
   * The credentials that Lambda gives: in environment variables or, after a snapshot, at an address
   * that a variable names. System properties come first, for tests. The SDK's chain would look in
   * files and instance metadata too, which takes time.
   */
  private static AwsCredentialsProvider credentials() {
    return AwsCredentialsProviderChain.of(
        SystemPropertyCredentialsProvider.create(),
        EnvironmentVariableCredentialsProvider.create(),
        ContainerCredentialsProvider.create());
  }

  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT_TIMEOUT)
        .socketTimeout(READ_TIMEOUT)
        .build();
  }

  /**
   * Removes the header {@code Content-Length}, which the JDK's HTTP client then sets itself. If the
   * SDK sets it, the JDK takes the body for a stream that it can't send twice. Then, before it
   * reuses a connection, it waits a millisecond to learn whether the connection is still open
   * ({@code sun.net.www.http.HttpClient#available}). DynamoDB takes about that long to answer.
   */
  private static final class WithoutLength implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      return context.httpRequest().copy(request -> request.removeHeader("Content-Length"));
    }
  }

  /** Sends "Connection: close" with every second request. */
  private static final class Closing implements ExecutionInterceptor {
    private final AtomicInteger requests = new AtomicInteger();

    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      return requests.incrementAndGet() % 2 == 1
          ? context.httpRequest()
          : context.httpRequest().copy(request -> request.putHeader("Connection", "close"));
    }
  }
}
