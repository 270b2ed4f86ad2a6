package io.regionalmetrics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void byteOrderMarkBeforeADocumentIsNoPartOfIt() {
    byte[] document = "\uFEFF{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
    assertThat(Utf8.decode(document)).isEqualTo("{\"a\": 1}");
    assertThat(DocumentFields.ofJson(document, new DocumentFaults()).names()).containsExactly("a");
  }

  @Test
  void documentOfByteOrderMarksOnlyIsEmpty() {
    assertThat(Utf8.decode("\uFEFF\uFEFF".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void faultQuotesWhatStandsAroundTheUnreadableCharacter() {
    assertThat(Utf8.unreadable("x".repeat(100) + "\uFFFD" + "y".repeat(100)))
        .startsWith("'" + "x".repeat(20) + "\uFFFD" + "y".repeat(20) + "' is not UTF-8");
  }

  @Test
  void halfOfASurrogatePairIsNotIntact() {
    assertThat(Utf8.isIntact("cut \ud83d")).isFalse();
    assertThat(Utf8.isIntact("\ude80 cut")).isFalse();
    assertThat(Utf8.isIntact("whole \ud83d\ude80")).isTrue();
  }
}
