package io.regionalmetrics.function;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import io.regionalmetrics.api.HttpFunction;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What is done before SnapStart takes a snapshot of a function, so that the first event finds its
 * classes loaded and its code compiled.
 *
 * <p>It has functions of its own, which are thrown away: they answer a rehearsal on a table in
 * memory, since the real one may be empty or out of reach, and then ask the real one once, which
 * may fail. So nothing that they keep, neither definitions nor credentials, is in the snapshot, and
 * the connection of the one real request is closed. Addresses of hosts are forgotten by Lambda's
 * runtime before it tells that a snapshot can be taken, which is after the function is made.
 */
final class Priming {
  /** After so many the compilers have done most of their work. */
  private static final int ROUNDS = 100;

  private Priming() {}

  /** Of a function that answers comparison questions. */
  static void comparisons(Wiring real) {
    attempt(() -> ask(filled().comparisons(), Rehearsal.QUESTIONS));
    attempt(() -> reach(real));
  }

  /** Of a function that says what can be asked. */
  static void catalog(Wiring real) {
    attempt(() -> ask(filled().catalog(), Rehearsal.CATALOG));
    attempt(() -> reach(real));
  }

  /** Of a function that takes documents in: in memory, never in the real table. */
  static void observations(Wiring real) {
    attempt(() -> {
      HttpFunction function = memory().observations();
      for (int round = 0; round < ROUNDS; round++) {
        Rehearsal.give(function, Rehearsal.document(round));
      }
    });
    attempt(() -> reach(real));
  }

  private static Wiring memory() {
    MemoryTable table = new MemoryTable();
    return new Wiring(DynamoDb.of(table), MemoryTable.NAME, InstantSource.system());
  }

  private static Wiring filled() {
    Wiring memory = memory();
    Rehearsal.give(memory.observations(), Rehearsal.document(0));
    return memory;
  }

  private static void ask(HttpFunction function, List<String> questions) {
    for (int round = 0; round < ROUNDS; round++) {
      questions.forEach(question -> Rehearsal.ask(function, question));
    }
  }

  /** One question of the real table, about a company that isn't there. */
  private static void reach(Wiring real) {
    String endpoint =
        real.client().serviceClientConfiguration().endpointOverride().map(URI::toString).orElse("");
    try (DynamoDbClient client = DynamoDb.closing(endpoint)) {
      Rehearsal.ask(real.with(client).comparisons(), Rehearsal.QUESTIONS.getFirst());
    }
  }

  /** Does what may fail: then the first event is only slower. */
  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LambdaRuntime.getLogger().log("{\"level\":\"WARN\",\"message\":\"not primed: " + e + "\"}");
    }
  }
}
