package io.regionalmetrics.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in cells. */
class CellTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        " =1+1",
        "\u00a0=1+1",
        "\ufeff=1+1",
        "\u200b\u2003-1",
        "\u0001=1",
      })
  void textThatASpreadsheetMayRunIsRecognized(String text) {
    assertThat(CellText.isLikeFormula(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Twitter", "1=1", "a-b", "'=1", "(=1)"})
  void otherTextIsLeftAlone(String text) {
    assertThat(CellText.isLikeFormula(text)).isFalse();
  }

  @Test
  void textThatLooksEscapedIsReadAsItIs() {
    assertThat(CellText.inCell("_x0041_")).isEqualTo("_x005F_x0041_");
    assertThat(CellText.inCell("a_x1")).isEqualTo("a_x1");
  }

  @Test
  void characterThatXmlCannotHoldIsReplaced() {
    assertThat(CellText.inCell("a\u0001b\ud800c\uffff")).isEqualTo("a\ufffdb\ufffdc\ufffd");
    assertThat(CellText.inCell("日本 😀\n")).isEqualTo("日本 😀\n");
  }

  @Test
  void cellHoldsTheFirstCharactersOfALongText() {
    assertThat(CellText.inCell("x".repeat(40_000))).hasSize(32_767).endsWith("x…");
    assertThat(CellText.inCell("😀".repeat(20_000))).hasSizeLessThan(32_768).endsWith("😀…");
    assertThat(CellText.inCell("x".repeat(32_767))).doesNotContain("…");
  }
}
