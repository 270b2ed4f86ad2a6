package io.regionalmetrics.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.http.HttpFunction;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is rehearsed is answered, and not refused: a refusal would prime little. */
class RehearsalTest {
  @SuppressWarnings("unused")
  private static final Iterable<String> QUESTIONS = Rehearsal.QUESTIONS;

  @SuppressWarnings("unused")
  private static final Iterable<String> CATALOG = Rehearsal.CATALOG;

  private final Wiring wiring =
      new Wiring(DynamoDb.of(new MemoryTable()), MemoryTable.NAME, InstantSource.system());

  @BeforeEach
  void takeIn() {
    String response = Rehearsal.give(wiring.observations(), Rehearsal.document(0));
    assertThat(response).contains("\"statusCode\":200");
  }

  @ParameterizedTest
  @FieldSource("QUESTIONS")
  void questionIsAnswered(String question) {
    assertAnswered(wiring.comparisons(), question);
  }

  @ParameterizedTest
  @FieldSource("CATALOG")
  void catalogAnswers(String question) {
    assertAnswered(wiring.catalog(), question);
  }

  @Test
  void laterEditionsRevise() {
    String response = Rehearsal.give(wiring.observations(), Rehearsal.document(1));
    assertThat(response).contains("\"statusCode\":200").contains("\\\"revised\\\":10");
  }

  private static void assertAnswered(HttpFunction function, String question) {
    assertThat(Rehearsal.ask(function, question)).contains("\"statusCode\":200");
  }
}
