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
 * The regions of a scenario, each expanded to a sum of indivisible places: a residual is its whole
 * minus its part, a group is the sum of its members.
 */
final class RegionDefinitions {
  private final String name;
  private final Map<String, Map<String, Integer>> places = new LinkedHashMap<>();
  private final List<String> definitions = new ArrayList<>();
  private final Map<String, String> sums = new LinkedHashMap<>();
  private final List<String> opaque = new ArrayList<>();
  private @Nullable RegionInterpretations interpretations;

  private RegionDefinitions(String name) {
    this.name = name;
  }

  /** Only the residual and the group that all have in common. */
  static RegionDefinitions plain() {
    return new RegionDefinitions("plain").place("WORLD").common();
  }

  /** With an opaque region, whose extent is unknown. */
  static RegionDefinitions withOpaque() {
    return new RegionDefinitions("opaque").place("WORLD").common().opaque("APAC");
  }

  /** With a second residual: the world without the group. */
  static RegionDefinitions withSecondResidual() {
    return new RegionDefinitions("residual")
        .place("WORLD")
        .common()
        .residual("OVERSEAS", "WORLD", "UCAN");
  }

  /** With a group that has a group as a member. */
  static RegionDefinitions withNestedGroup() {
    return new RegionDefinitions("nested")
        .place("WORLD")
        .common()
        .group("PACIFIC_RIM", "UCAN", "JP");
  }

  /** With a world defined by its members. */
  static RegionDefinitions withPartition() {
    RegionDefinitions regionDefinitions = new RegionDefinitions("partition");
    regionDefinitions.place("US").place("CA").place("JP").opaque("APAC").opaque("EMEA");
    regionDefinitions.group("UCAN", "US", "CA");
    regionDefinitions.group("WORLD", "UCAN", "APAC", "EMEA");
    return regionDefinitions.residual("INTERNATIONAL", "WORLD", "US");
  }

  static List<RegionDefinitions> all() {
    return List.of(plain(), withOpaque(), withSecondResidual(), withNestedGroup(), withPartition());
  }

  List<String> regions() {
    return List.copyOf(places.keySet());
  }

  /** Every interpretation of these definitions. */
  RegionInterpretations interpretations() {
    if (interpretations == null) {
      interpretations = new RegionInterpretations(this);
    }
    return interpretations;
  }

  /** The regions whose extent is unknown. */
  List<String> opaque() {
    return List.copyOf(opaque);
  }

  /** The expression that defines each defined region. */
  Map<String, String> sums() {
    return sums;
  }

  /** Whether all regions of an expression are defined. */
  boolean knows(String expression) {
    return terms(expression).keySet().stream().allMatch(places::containsKey);
  }

  /** The regions of an expression, each with its sign, 1 or -1. */
  static Map<String, Integer> terms(String expression) {
    Map<String, Integer> terms = new LinkedHashMap<>();
    for (String calculation : expression.split("(?=[+-])")) {
      terms.put(calculation.replaceAll("^[+-]", ""), calculation.startsWith("-") ? -1 : 1);
    }
    return terms;
  }

  /**
   * The divisions of a whole that the definitions give: its members, or a part and its residual, or
   * the terms of the expression.
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

  /** How often a region or expression counts each place; places counted 0 times are left out. */
  Map<String, Integer> places(String expression) {
    Map<String, Integer> sum = new TreeMap<>();
    terms(expression).forEach((region, sign) -> add(sum, places.get(region), sign));
    return sum;
  }

  static void add(Map<String, Integer> sum, Map<String, Integer> places, int sign) {
    places.forEach((place, times) ->
        sum.merge(place, sign * times, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b)));
  }

  /** The definitions as the member {@code regions} of a document. */
  String json() {
    return "\"regions\": [" + String.join(",\n", definitions) + "]";
  }

  private RegionDefinitions common() {
    return place("US")
        .place("CA")
        .place("JP")
        .group("UCAN", "US", "CA")
        .residual("INTERNATIONAL", "WORLD", "US");
  }

  private RegionDefinitions place(String id) {
    places.put(id, Map.of(id, 1));
    return this;
  }

  private RegionDefinitions opaque(String id) {
    define(id, "");
    opaque.add(id);
    return place(id);
  }

  private RegionDefinitions group(String id, String... members) {
    define(id, ", \"members\": [\"%s\"]".formatted(String.join("\", \"", members)));
    sums.put(id, String.join("+", members));
    places.put(id, places(String.join("+", members)));
    return this;
  }

  private RegionDefinitions residual(String id, String whole, String part) {
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
