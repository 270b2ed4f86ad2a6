package io.regionalmetrics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every colour has enough contrast, as WCAG 2.2 defines it. */
class StyleSheetTest {
  /** (L1 + 0.05) / (L2 + 0.05), where L1 is the relative luminance of the lighter colour. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  @Test
  void contrastOfBlackAndWhiteIsTheStandardsMaximum() {
    assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
  }

  @ParameterizedTest
  @CsvSource({
    StyleSheet.TEXT_LIGHT + "," + StyleSheet.BACKGROUND_LIGHT,
    StyleSheet.QUIET_LIGHT + "," + StyleSheet.BACKGROUND_LIGHT,
    StyleSheet.TEXT_DARK + "," + StyleSheet.BACKGROUND_DARK,
    StyleSheet.QUIET_DARK + "," + StyleSheet.BACKGROUND_DARK,
    StyleSheet.TEXT_LIGHT + "," + StyleSheet.GRID_LIGHT,
    StyleSheet.TEXT_DARK + "," + StyleSheet.GRID_DARK,
  })
  void textStandsOutFromItsBackground(String text, String background) {
    assertThat(contrast(text, background)).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @EnumSource
  void inkStandsOutFromTheBackground(Ink ink) {
    assertThat(contrast(ink.onWhite(), StyleSheet.BACKGROUND_LIGHT)).isGreaterThanOrEqualTo(3);
    assertThat(contrast(ink.onBlack(), StyleSheet.BACKGROUND_DARK)).isGreaterThanOrEqualTo(3);
  }

  @Test
  void rulesForDarkColoursComeLast() {
    assertThat(StyleSheet.SHEET.indexOf("@media"))
        .isGreaterThan(StyleSheet.SHEET.indexOf(StyleSheet.BACKGROUND_LIGHT));
    assertThat(StyleSheet.SHEET).doesNotContain("<", "&", "url(");
  }
}
