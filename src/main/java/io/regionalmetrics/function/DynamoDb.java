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

/** The way to DynamoDB, as all functions go. */
public final class DynamoDb {
  private static final Duration TO_CONNECT = Duration.ofSeconds(1);
  private static final Duration TO_ANSWER = Duration.ofSeconds(3);

  /**
   * Ends requests that take too long. One for all clients, with one thread: the SDK would make each
   * client a pool, and a thread in it for each of the first five requests.
   */
  private static final ScheduledExecutorService TIMER = timer();

  private DynamoDb() {}

  /**
   * A client with the credentials and the region of the environment.
   *
   * @param endpoint where DynamoDB is; blank where it is the region's own
   */
  public static DynamoDbClient client(String endpoint) {
    return builder(endpoint).build();
  }

  /** What makes such a client, for one that differs. */
  public static DynamoDbClientBuilder builder(String endpoint) {
    return builder(endpoint, configuration().build());
  }

  /**
   * Such a client, but that each second request closes its connection, which is that of the one
   * before: none is left open after an even number of them.
   */
  static DynamoDbClient closing(String endpoint) {
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
    return ClientOverrideConfiguration.builder()
        .retryStrategy(RetryMode.STANDARD)
        .scheduledExecutorService(TIMER)
        .addExecutionInterceptor(new Unstreamed());
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
   * As Lambda gives them: in the environment or, after a snapshot, at an address that is named
   * there. Others, from files or of a machine, aren't looked for; a property of the JVM comes
   * first.
   */
  private static AwsCredentialsProvider credentials() {
    return AwsCredentialsProviderChain.of(
        SystemPropertyCredentialsProvider.create(),
        EnvironmentVariableCredentialsProvider.create(),
        ContainerCredentialsProvider.create());
  }

  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(TO_CONNECT)
        .socketTimeout(TO_ANSWER)
        .build();
  }

  /**
   * Leaves it to the JDK's HTTP client to say how long a request is. Of a POST whose length it is
   * told beforehand it thinks as of a stream that it couldn't send twice: so it first listens on a
   * kept connection for a millisecond, whether that is still open ({@code
   * sun.net.www.http.HttpClient#available}). That is as long as DynamoDB takes to answer.
   */
  private static final class Unstreamed implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      return context.httpRequest().copy(request -> request.removeHeader("Content-Length"));
    }
  }

  /** Has each second request say that its connection ends with it. */
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
