package io.regionalmetrics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** The width of texts, and how they are cut and broken into lines. */
class TextMetricsTest {
  @Example
  void japaneseCharacterIsOneEmWide() {
    assertThat(TextMetrics.width("日本", FontStyle.TEXT)).isEqualTo(26);
  }

  @Example
  void combiningMarkHasNoWidth() {
    assertThat(TextMetrics.width("u\u0308", FontStyle.TEXT))
        .isEqualTo(TextMetrics.width("u", FontStyle.TEXT));
  }

  @Example
  void boldTextIsWider() {
    assertThat(TextMetrics.width("Japan", FontStyle.STRONG))
        .isGreaterThan(TextMetrics.width("Japan", FontStyle.TEXT));
  }

  @Example
  void linesBreakAtSpacesAndBetweenJapaneseCharacters() {
    assertThat(TextMetrics.wrap("United States and Canada", FontStyle.TEXT, 100, 3))
        .containsExactly("United States", "and Canada");
    assertThat(TextMetrics.wrap("日本アジア太平洋", FontStyle.TEXT, 60, 3)).containsExactly("日本アジ", "ア太平洋");
  }

  @Example
  void wordLongerThanALineIsBroken() {
    assertThat(TextMetrics.wrap("Donaudampfschifffahrt", FontStyle.TEXT, 60, 9))
        .hasSizeGreaterThan(1)
        .allMatch(line -> TextMetrics.width(line, FontStyle.TEXT) <= 60);
  }

  @Example
  void surrogatePairIsNotCutInHalf() {
    assertThat(TextMetrics.cut("😀😀😀", FontStyle.TEXT, 30)).isEqualTo("😀…");
  }

  @Property
  void cutTextFitsAndKeepsItsBeginning(
      @ForAll String text, @ForAll @DoubleRange(min = 20, max = 300) double room) {
    String cut = TextMetrics.cut(text, FontStyle.TEXT, room);
    assertThat(TextMetrics.width(cut, FontStyle.TEXT)).isLessThanOrEqualTo(room);
    if (!cut.equals(text)) {
      assertThat(cut).endsWith("…");
      assertThat(text).startsWith(text.substring(0, cut.length() - 1));
    }
  }

  @Property
  void linesFitAndContainTheWholeText(
      @ForAll String text, @ForAll @DoubleRange(min = 20, max = 300) double room) {
    List<String> lines = TextMetrics.wrap(text, FontStyle.TEXT, room, Integer.MAX_VALUE);
    assertThat(withoutSpaces(String.join("", lines))).isEqualTo(withoutSpaces(text));
    assertThat(lines).allMatch(line -> TextMetrics.width(line, FontStyle.TEXT) <= room);
  }

  private static String withoutSpaces(String text) {
    return text.codePoints()
        .filter(character -> !Character.isWhitespace(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
