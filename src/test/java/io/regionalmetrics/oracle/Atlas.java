package io.regionalmetrics.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The regions of a case, each written out as a sum of places that are taken for indivisible: a
 * residual is its whole less its part, a group the sum of its members.
 */
final class Atlas {
  private final String name;
  private final Map<String, Map<String, Integer>> places = new LinkedHashMap<>();
  private final List<String> definitions = new ArrayList<>();
  private final Map<String, String> sums = new LinkedHashMap<>();
  private final List<String> opaque = new ArrayList<>();
  private @Nullable Worlds worlds;

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

  /** The ways in which it can be. */
  Worlds worlds() {
    if (worlds == null) {
      worlds = new Worlds(this);
    }
    return worlds;
  }

  /** Regions of which nothing is known. */
  List<String> opaque() {
    return List.copyOf(opaque);
  }

  /** What the regions that are defined are, each as an expression. */
  Map<String, String> sums() {
    return sums;
  }

  /** Whether all regions of an expression are known. */
  boolean knows(String expression) {
    return terms(expression).keySet().stream().allMatch(places::containsKey);
  }

  /** The regions of an expression, each with its sign. */
  static Map<String, Integer> terms(String expression) {
    Map<String, Integer> terms = new LinkedHashMap<>();
    for (String term : expression.split("(?=[+-])")) {
      terms.put(term.replaceAll("^[+-]", ""), term.startsWith("-") ? -1 : 1);
    }
    return terms;
  }

  /**
   * How a whole is divided by what is defined: into its members, or into a part and the residual
   * that leaves it out, or into the terms that it is asked as.
   */
  List<Set<String>> partitions(String whole) {
    Map<String, Integer> terms = terms(whole);
    List<Set<String>> partitions = new ArrayList<>();
    if (terms.size() > 1) {
      return terms.containsValue(-1) ? List.of() : List.of(terms.keySet());
    }
    sums.forEach((region, sum) -> {
      Map<String, Integer> parts = new LinkedHashMap<>(terms(sum));
      if (region.equals(whole) && !parts.containsValue(-1)) {
        partitions.add(parts.keySet());
      }
      if (parts.containsValue(-1) && parts.getOrDefault(whole, 0) == 1) {
        Set<String> all = new LinkedHashSet<>(parts.keySet());
        all.remove(whole);
        all.add(region);
        partitions.add(all);
      }
    });
    return partitions;
  }

  /** The places that a region or an expression counts, and how often; none is zero. */
  Map<String, Integer> places(String expression) {
    Map<String, Integer> sum = new TreeMap<>();
    terms(expression).forEach((region, sign) -> add(sum, places.get(region), sign));
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
    opaque.add(id);
    return place(id);
  }

  private Atlas group(String id, String... members) {
    define(id, ", \"members\": [\"%s\"]".formatted(String.join("\", \"", members)));
    sums.put(id, String.join("+", members));
    places.put(id, places(String.join("+", members)));
    return this;
  }

  private Atlas residual(String id, String whole, String part) {
    define(id, ", \"residual\": \"%s-%s\"".formatted(whole, part));
    sums.put(id, whole + "-" + part);
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
