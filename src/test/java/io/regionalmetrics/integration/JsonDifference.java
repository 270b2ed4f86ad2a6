package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists where two JSON documents differ, so that a failing test shows only that. */
final class JsonDifference {
  private final List<String> differences = new ArrayList<>();

  private JsonDifference() {}

  /**
   * The differences between two documents, one per path, such as {@code /rows/0/rank: expected 1
   * but was 2}. Empty exactly if the documents are equal.
   */
  static List<String> between(JsonNode expected, JsonNode actual) {
    JsonDifference difference = new JsonDifference();
    difference.compare("", expected, actual);
    return difference.differences;
  }

  private void compare(String path, JsonNode expected, JsonNode actual) {
    if (expected.equals(actual)) {
      return;
    }
    int before = differences.size();
    if (expected.isObject() && actual.isObject()) {
      compareMembers(path, expected, actual);
    } else if (expected.isArray() && actual.isArray()) {
      compareElements(path, expected, actual);
    }
    if (differences.size() == before) {
      differences.add("%s: expected %s but was %s".formatted(path, shown(expected), shown(actual)));
    }
  }

  private void compareMembers(String path, JsonNode expected, JsonNode actual) {
    Set<String> names = new LinkedHashSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    actual.fieldNames().forEachRemaining(names::add);
    names.forEach(name -> compare(path + "/" + name, expected.path(name), actual.path(name)));
  }

  private void compareElements(String path, JsonNode expected, JsonNode actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      compare(path + "/" + i, expected.path(i), actual.path(i));
    }
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }
}
