package io.regionalmetrics.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Spaces in texts. */
class WhitespaceTest {
  @Test
  void spacesAtTheEndsAreRemoved() {
    assertThat(Whitespace.collapse(" \u00a0Reuters\u3000 ")).isEqualTo("Reuters");
  }

  @Test
  void severalSpacesBetweenWordsAreOne() {
    assertThat(Whitespace.collapse("Financial \u00a0 Times\u202fLtd"))
        .isEqualTo("Financial Times Ltd");
  }

  @Test
  void lineBreakWithinATextStays() {
    assertThat(Whitespace.collapse("one\ntwo")).isEqualTo("one\ntwo");
  }
}
