package io.regionalmetrics.function;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import io.regionalmetrics.http.HttpFunction;
import io.regionalmetrics.http.Log;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Primes a function before SnapStart takes its snapshot: loads the classes and compiles the code
 * that the first event will need.
 *
 * <p>Priming uses functions of its own and discards them, so the snapshot holds no definitions, no
 * credentials and no open connection. These functions first answer sample requests on a table in
 * memory, because the real table may be empty or out of reach. Then they read the real table, which
 * may fail. Lambda's runtime clears the cache of host addresses itself, after the handler is
 * constructed.
 */
final class Priming {
  /** Enough for the JIT compilers to do most of their work; more rounds made no event faster. */
  private static final int ROUNDS = 20;

  /**
   * The system property in which Lambda's runtime puts an event's trace header. The SDK forwards
   * it.
   */
  private static final String TRACE = "com.amazonaws.xray.traceHeader";

  private static final String NOT_TRACED = "Root=1-00000000-000000000000000000000000;Sampled=0";

  private static final String SUCCESS = "\"statusCode\":200";

  private Priming() {}

  /** Primes a function that answers comparison questions, if a snapshot of it will be taken. */
  static void comparisons(Wiring real) {
    prime(
        real,
        () -> {
          answerSamples(Wiring::comparisons, SampleRequests.QUESTIONS, SampleRequests::get);
          answerSamples(Wiring::comparisons, SampleRequests.MESSAGES, SampleRequests::message);
        });
  }

  /** Primes a function that serves the catalog, if a snapshot of it will be taken. */
  static void catalog(Wiring real) {
    prime(real, () -> answerSamples(Wiring::catalog, SampleRequests.CATALOG, SampleRequests::get));
  }

  /**
   * Primes a function that ingests documents, if a snapshot of it will be taken. Never writes to
   * the real table.
   */
  static void observations(Wiring real) {
    prime(real, Priming::ingest);
  }

  private static void prime(Wiring real, Runnable samples) {
    if (real.takesSnapshot()) {
      attempt(samples);
      attempt(() -> readTable(real));
    }
  }

  private static void ingest() {
    try (DynamoDbClient table = DynamoDb.on(new MemoryTable())) {
      for (int round = 0; round < ROUNDS; round++) {
        SampleRequests.post(wiring(table).observations(), SampleDocument.json(round));
      }
    }
  }

  /**
   * Sends samples, each to a new function: like the one that gets the first event, it has no
   * definitions cached.
   */
  private static void answerSamples(
      Function<Wiring, HttpFunction> function,
      List<String> samples,
      BiConsumer<HttpFunction, String> sending) {
    try (DynamoDbClient table = DynamoDb.on(new MemoryTable())) {
      SampleRequests.post(wiring(table).observations(), SampleDocument.json(0));
      for (int round = 0; round < ROUNDS; round++) {
        samples.forEach(sample -> sending.accept(function.apply(wiring(table)), sample));
      }
    }
  }

  private static Wiring wiring(DynamoDbClient table) {
    return new Wiring(table, MemoryTable.NAME, InstantSource.system());
  }

  /**
   * Reads the definitions from the real table, so that the code for real requests is compiled too.
   * Every function has permission to do so. Each round opens a connection, reuses it for a second
   * request, and closes it. Stops if the table can't be reached.
   */
  private static void readTable(Wiring real) {
    String endpoint =
        real.client().serviceClientConfiguration().endpointOverride().map(URI::toString).orElse("");
    System.setProperty(TRACE, NOT_TRACED);
    try (DynamoDbClient client = DynamoDb.closingEverySecondRequest(endpoint)) {
      boolean answers = true;
      for (int round = 0; round < ROUNDS && answers; round++) {
        boolean first = answers(real.with(client));
        boolean second = answers(real.with(client));
        answers = first && second;
      }
    } finally {
      System.clearProperty(TRACE);
    }
  }

  private static boolean answers(Wiring wiring) {
    return SampleRequests.get(wiring.catalog(), SampleRequests.DEFINITIONS).contains(SUCCESS);
  }

  /** Runs a step that may fail. If it does, only the first event is slower. */
  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      Log.unprimed(LambdaRuntime.getLogger(), InstantSource.system().instant(), e);
    }
  }
}
