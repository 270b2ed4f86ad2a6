package io.regionalmetrics.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The regions of a case, each written out as a sum of places that are taken for indivisible: a
 * residual is its whole less its part, a group the sum of its members.
 */
final class Atlas {
  private final String name;
  private final Map<String, Map<String, Integer>> places = new LinkedHashMap<>();
  private final List<String> definitions = new ArrayList<>();

  private Atlas(String name) {
    this.name = name;
  }

  /** With nothing but the residual and the group that all have. */
  static Atlas plain() {
    return new Atlas("plain").place("WORLD").common();
  }

  /** With a region of which nothing is known. */
  static Atlas withOpaque() {
    return new Atlas("opaque").place("WORLD").common().opaque("APAC");
  }

  /** With a second residual, of the group. */
  static Atlas withSecondResidual() {
    return new Atlas("residual").place("WORLD").common().residual("OVERSEAS", "WORLD", "UCAN");
  }

  /** With a group of a group. */
  static Atlas withNestedGroup() {
    return new Atlas("nested").place("WORLD").common().group("PACIFIC_RIM", "UCAN", "JP");
  }

  /** With a world that is made of members. */
  static Atlas withPartition() {
    Atlas atlas = new Atlas("partition");
    atlas.place("US").place("CA").place("JP").opaque("APAC").opaque("EMEA");
    atlas.group("UCAN", "US", "CA");
    atlas.group("WORLD", "UCAN", "APAC", "EMEA");
    return atlas.residual("INTERNATIONAL", "WORLD", "US");
  }

  static List<Atlas> all() {
    return List.of(plain(), withOpaque(), withSecondResidual(), withNestedGroup(), withPartition());
  }

  List<String> regions() {
    return List.copyOf(places.keySet());
  }

  /** The places that a region or an expression counts, and how often; none is zero. */
  Map<String, Integer> places(String expression) {
    Map<String, Integer> sum = new TreeMap<>();
    for (String term : expression.split("(?=[+-])")) {
      int sign = term.startsWith("-") ? -1 : 1;
      add(sum, places.get(term.replaceAll("^[+-]", "")), sign);
    }
    return sum;
  }

  static void add(Map<String, Integer> sum, Map<String, Integer> places, int sign) {
    places.forEach((place, times) ->
        sum.merge(place, sign * times, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b)));
  }

  /** The definitions, as a member of a document. */
  String json() {
    return "\"regions\": [" + String.join(",\n", definitions) + "]";
  }

  private Atlas common() {
    return place("US")
        .place("CA")
        .place("JP")
        .group("UCAN", "US", "CA")
        .residual("INTERNATIONAL", "WORLD", "US");
  }

  private Atlas place(String id) {
    places.put(id, Map.of(id, 1));
    return this;
  }

  private Atlas opaque(String id) {
    define(id, "");
    return place(id);
  }

  private Atlas group(String id, String... members) {
    define(id, ", \"members\": [\"%s\"]".formatted(String.join("\", \"", members)));
    places.put(id, places(String.join("+", members)));
    return this;
  }

  private Atlas residual(String id, String whole, String part) {
    define(id, ", \"residual\": \"%s-%s\"".formatted(whole, part));
    places.put(id, places(whole + "-" + part));
    return this;
  }

  private void define(String id, String how) {
    definitions.add(
        "{\"id\": \"%s\", \"company\": \"twitter\", \"name\": \"%s\"%s}".formatted(id, id, how));
  }

  @Override
  public String toString() {
    return name;
  }
}
