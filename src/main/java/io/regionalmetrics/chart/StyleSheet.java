package io.regionalmetrics.chart;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The style sheet of every picture, with light and dark colours as the reader prefers. All rules
 * begin with {@code .rm}, so that a picture inside a page changes nothing else on it.
 */
final class StyleSheet {
  static final String BACKGROUND_LIGHT = "#ffffff";
  static final String BACKGROUND_DARK = "#15191d";
  static final String TEXT_LIGHT = "#1f2933";
  static final String TEXT_DARK = "#eef2f5";
  static final String QUIET_LIGHT = "#56626e";
  static final String QUIET_DARK = "#a9b4be";
  static final String GRID_LIGHT = "#e3e7eb";
  static final String GRID_DARK = "#2e353c";

  static final String SHEET =
      ".rm{font-family:\"Helvetica Neue\",Arial,\"Liberation Sans\",\"Hiragino Sans\",\"Yu Gothic\","
          + "\"Noto Sans CJK JP\",\"Noto Sans JP\",sans-serif}"
          + Stream.of(FontStyle.values()).map(FontStyle::rule).collect(Collectors.joining())
          + ".rm .w{fill:none;stroke-width:1.5}.rm .k{fill:none;stroke-width:4}.rm .o text{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}"
          + rules(false)
          + "@media(prefers-color-scheme:dark){"
          + rules(true)
          + "}";

  private StyleSheet() {}

  private static String rules(boolean dark) {
    String background = dark ? BACKGROUND_DARK : BACKGROUND_LIGHT;
    String text = dark ? TEXT_DARK : TEXT_LIGHT;
    String quiet = dark ? QUIET_DARK : QUIET_LIGHT;
    String grid = dark ? GRID_DARK : GRID_LIGHT;
    return ".rm text{fill:%2$s}.rm .q{fill:%3$s}.rm .p{fill:%1$s}.rm .k{stroke:%1$s}.rm .o text{stroke:%1$s}.rm .w{stroke:%2$s}.rm .l{stroke:%4$s}.rm .z{stroke:%3$s}.rm .r{fill:%4$s}"
            .formatted(background, text, quiet, grid)
        + Stream.of(Ink.values())
            .map(ink ->
                ".rm .%s{color:%s}".formatted(ink.code(), dark ? ink.onBlack() : ink.onWhite()))
            .collect(Collectors.joining());
  }
}
