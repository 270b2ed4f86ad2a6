package io.regionalmetrics.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.http.HttpFunction;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The sample requests of priming are answered, since a refusal would prime little. */
class SampleRequestsTest {
  @SuppressWarnings("unused")
  private static final Iterable<String> QUESTIONS = SampleRequests.QUESTIONS;

  @SuppressWarnings("unused")
  private static final Iterable<String> CATALOG = SampleRequests.CATALOG;

  private final Wiring wiring =
      new Wiring(DynamoDb.on(new MemoryTable()), MemoryTable.NAME, InstantSource.system());

  @BeforeEach
  void storeFigures() {
    String response = SampleRequests.post(wiring.observations(), SampleDocument.json(0));
    assertThat(response).contains("\"statusCode\":200");
  }

  @ParameterizedTest
  @FieldSource("QUESTIONS")
  void comparisonOrSeriesIsAnswered(String question) {
    assertAnswered(wiring.comparisons(), question);
  }

  @ParameterizedTest
  @FieldSource("CATALOG")
  void catalogRequestIsAnswered(String question) {
    assertAnswered(wiring.catalog(), question);
  }

  @Test
  void laterEditionsAreRevisions() {
    String response = SampleRequests.post(wiring.observations(), SampleDocument.json(1));
    assertThat(response).contains("\"statusCode\":200").contains("\\\"revised\\\":10");
  }

  private static void assertAnswered(HttpFunction function, String question) {
    assertThat(SampleRequests.get(function, question)).contains("\"statusCode\":200");
  }
}
