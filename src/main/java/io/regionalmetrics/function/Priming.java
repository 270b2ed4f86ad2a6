package io.regionalmetrics.function;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import io.regionalmetrics.http.HttpFunction;
import io.regionalmetrics.http.Log;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What is done before SnapStart takes a snapshot of a function, so that the first event finds its
 * classes loaded and its code compiled.
 *
 * <p>It has functions of its own, which are thrown away: they answer a rehearsal on a table in
 * memory, since the real one may be empty or out of reach, and then ask the real one, which may
 * fail. So nothing that they keep, neither definitions nor credentials, is in the snapshot, and the
 * connections of the real requests are closed. Addresses of hosts are forgotten by Lambda's runtime
 * before it tells that a snapshot can be taken, which is after the function is made.
 */
final class Priming {
  /** After so many the compilers have done most of their work. */
  private static final int ROUNDS = 20;

  /** Where Lambda's runtime puts each event's trace, which the SDK sends along. */
  private static final String TRACE = "com.amazonaws.xray.traceHeader";

  private static final String NOT_TRACED = "Root=1-00000000-000000000000000000000000;Sampled=0";

  private static final String ANSWERED = "\"statusCode\":200";

  private Priming() {}

  /** Of a function that answers comparison questions. */
  static void comparisons(Wiring real) {
    attempt(() -> rehearse(Wiring::comparisons, Rehearsal.QUESTIONS));
    attempt(() -> reach(real));
  }

  /** Of a function that says what can be asked. */
  static void catalog(Wiring real) {
    attempt(() -> rehearse(Wiring::catalog, Rehearsal.CATALOG));
    attempt(() -> reach(real));
  }

  /** Of a function that takes documents in: in memory, never in the real table. */
  static void observations(Wiring real) {
    attempt(() -> {
      try (DynamoDbClient table = DynamoDb.of(new MemoryTable())) {
        for (int round = 0; round < ROUNDS; round++) {
          Rehearsal.give(on(table).observations(), Rehearsal.document(round));
        }
      }
    });
    attempt(() -> reach(real));
  }

  /** Asks a new function each time, since the first event's knows no definitions either. */
  private static void rehearse(Function<Wiring, HttpFunction> function, List<String> questions) {
    try (DynamoDbClient table = DynamoDb.of(new MemoryTable())) {
      Rehearsal.give(on(table).observations(), Rehearsal.document(0));
      for (int round = 0; round < ROUNDS; round++) {
        questions.forEach(question -> Rehearsal.ask(function.apply(on(table)), question));
      }
    }
  }

  private static Wiring on(DynamoDbClient table) {
    return new Wiring(table, MemoryTable.NAME, InstantSource.system());
  }

  /**
   * Asks the real table for the definitions, which every function may read, until the way to it is
   * compiled too; no longer where it can't be reached. Each round makes a connection, keeps it for
   * a second request, and closes it.
   */
  private static void reach(Wiring real) {
    String endpoint =
        real.client().serviceClientConfiguration().endpointOverride().map(URI::toString).orElse("");
    System.setProperty(TRACE, NOT_TRACED);
    try (DynamoDbClient client = DynamoDb.closing(endpoint)) {
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
    return Rehearsal.ask(wiring.catalog(), Rehearsal.DEFINITIONS).contains(ANSWERED);
  }

  /** Does what may fail: then the first event is only slower. */
  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      Log.unprimed(LambdaRuntime.getLogger(), InstantSource.system().instant(), e);
    }
  }
}
