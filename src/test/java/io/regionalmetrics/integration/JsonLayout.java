package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** Formats JSON for people to read: keeps on one line whatever fits on it. */
final class JsonLayout {
  private static final int WIDTH = 118;

  private JsonLayout() {}

  /** The text of a file. */
  static String of(JsonNode node) {
    return laid(node, "", "") + "\n";
  }

  private static String laid(JsonNode node, String indent, String before) {
    String line = line(node);
    boolean fits = indent.length() + before.length() + line.length() <= WIDTH;
    if (!node.isContainerNode() || node.isEmpty() || fits) {
      return line;
    }
    String deeper = indent + "  ";
    return node.isObject()
        ? node.properties().stream()
            .map(member -> {
              String name = quoted(member.getKey()) + ": ";
              return deeper + name + laid(member.getValue(), deeper, name);
            })
            .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"))
        : node.valueStream()
            .map(value -> deeper + laid(value, deeper, ""))
            .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
  }

  private static String line(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .map(member -> quoted(member.getKey()) + ": " + line(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return node.isArray()
        ? node.valueStream().map(JsonLayout::line).collect(Collectors.joining(", ", "[", "]"))
        : node.isBigDecimal() ? node.decimalValue().toPlainString() : node.toString();
  }

  private static String quoted(String text) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
  }
}
