package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.oracle.Worlds.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parts of a whole, as they are asked about.
 *
 * @param regions the parts, or {@code *}
 * @param asked the whole; empty where it is left out
 */
record Parts(String metric, List<String> regions, String asked) {

  /** As parameters. */
  String query() {
    return "metric=%s&region=%s%s"
        .formatted(
            metric,
            String.join(",", regions).replace("+", "%2B"),
            asked.isEmpty() ? "" : "&whole=" + asked.replace("+", "%2B"));
  }

  String whole() {
    return asked.isEmpty() ? "WORLD" : asked;
  }

  boolean areAll() {
    return regions.equals(List.of("*"));
  }

  /** What is answered: refused where it makes no sense. */
  int status(Oracle oracle) {
    Worlds worlds = oracle.worlds();
    if (Ratio.of(metric).isPresent()) {
      return 422;
    }
    if (areAll()) {
      return of(oracle).isEmpty() ? 404 : 200;
    }
    return regions.stream().anyMatch(part -> worlds.holds(whole(), part) == Answer.NEVER)
        ? 422
        : 200;
  }

  /** The parts that have to be answered. */
  List<String> of(Oracle oracle) {
    if (!areAll()) {
      return regions;
    }
    Set<String> known = oracle.ledger().regions(metric);
    List<Set<String>> partitions =
        oracle.atlas().partitions(whole()).stream()
            .filter(partition -> partition.stream().anyMatch(known::contains))
            .toList();
    if (!partitions.isEmpty()) {
      return List.copyOf(oracle.choices().pick("partition of " + whole(), partitions));
    }
    Map<String, Integer> places = oracle.atlas().places(whole());
    return known.stream()
        .filter(region -> !oracle.atlas().places(region).equals(places))
        .filter(region -> oracle.worlds().holds(whole(), region) != Answer.NEVER)
        .toList();
  }

  /** Whether these are all parts of the whole, none twice. */
  boolean divide(Oracle oracle, List<String> parts) {
    return oracle.atlas().partitions(whole()).stream()
        .anyMatch(
            partition -> partition.equals(Set.copyOf(parts)) && parts.size() == partition.size());
  }

  /** The row of each part; empty where there are others than there have to be. */
  Optional<Map<String, JsonNode>> rows(JsonNode answer, List<String> parts, Judge judge) {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    answer.path("rows").forEach(row -> rows.put(row.path("region").asText(), row));
    List<String> there = new ArrayList<>(rows.keySet());
    Object expected = areAll() ? Set.copyOf(parts) : parts;
    Object actual = areAll() ? Set.copyOf(there) : there;
    judge.same("rows", expected, actual);
    return expected.equals(actual) ? Optional.of(rows) : Optional.empty();
  }

  /** That what is listed largest first is, and what is missing last. */
  void order(Map<String, JsonNode> rows, Map<String, Field> by, Judge judge) {
    if (areAll()) {
      Optional<Fraction> last = Optional.empty();
      boolean missing = false;
      for (String region : rows.keySet()) {
        Optional<Fraction> next =
            by.get(region) instanceof Field.Found found ? found.term().value() : Optional.empty();
        judge.same("missing last at " + region, false, missing && next.isPresent());
        judge.same(
            "largest first at " + region,
            false,
            last.isPresent() && next.isPresent() && next.get().compareTo(last.get()) > 0);
        missing |= next.isEmpty();
        last = next.isPresent() ? next : last;
      }
    }
  }

  /** What is said of what the parts have in common. */
  void findings(Oracle oracle, List<String> parts, Judge judge) {
    Worlds worlds = oracle.worlds();
    boolean shared = false;
    boolean unknown =
        worlds.sense(whole()) != Answer.ALWAYS
            || parts.stream()
                .anyMatch(part ->
                    worlds.sense(part) != Answer.ALWAYS
                        || worlds.holds(whole(), part) == Answer.PERHAPS);
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        Answer both = worlds.share(parts.get(i), parts.get(j));
        shared |= both == Answer.ALWAYS;
        unknown |= both == Answer.PERHAPS;
      }
    }
    judge.finding("regions-overlap", shared);
    judge.finding("overlap-unknown", unknown);
  }

  /** What the parts leave of the whole. */
  static Field remainder(Field whole, List<Field> parts) {
    if (!whole.isFound() || !parts.stream().allMatch(Field::isFound)) {
      return Field.missing();
    }
    Term rest = whole.term();
    for (Field part : parts) {
      rest = rest.minus(part.term());
    }
    return Field.derived(rest);
  }
}
