package io.regionalmetrics.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeadStartTest {
  @Test
  void theQuestionHasAWholeAnswer() {
    assertThat(HeadStart.answer())
        .contains("\"statusCode\":200", "\"isBase64Encoded\":true")
        .doesNotContain("problem");
  }

  @Test
  void whatIsMadeMeanwhileIsGivenOrItsFailureThrown() {
    assertThat(HeadStart.<String>during(() -> "made")).isEqualTo("made");
    assertThatThrownBy(() ->
            HeadStart.during(() -> {
              throw new IllegalStateException("wrong environment");
            }))
        .hasMessage("wrong environment");
  }
}
