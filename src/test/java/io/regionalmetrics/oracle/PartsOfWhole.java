package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.oracle.RegionInterpretations.Certainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The parts and the whole that a request names.
 *
 * @param regions the parts, or {@code *}
 * @param wholeParameter the value of the parameter {@code whole}; empty to leave it out
 */
record PartsOfWhole(String metric, List<String> regions, String wholeParameter) {

  /** The query parameters. */
  String query() {
    return "metric=%s&region=%s%s"
        .formatted(
            metric,
            String.join(",", regions).replace("+", "%2B"),
            wholeParameter.isEmpty() ? "" : "&whole=" + wholeParameter.replace("+", "%2B"));
  }

  String whole() {
    return wholeParameter.isEmpty() ? "WORLD" : wholeParameter;
  }

  boolean areAll() {
    return regions.equals(List.of("*"));
  }

  /** The expected status. */
  int status(Oracle oracle) {
    RegionInterpretations interpretations = oracle.interpretations();
    if (RatioDefinition.of(metric).isPresent()) {
      return 422;
    }
    if (areAll()) {
      return of(oracle).isEmpty() ? 404 : 200;
    }
    return regions.stream()
            .anyMatch(part -> interpretations.holds(whole(), part) == Certainty.NEVER)
        ? 422
        : 200;
  }

  /**
   * The parts that the answer for a quarter must have: of all parts without a partition, those that
   * were published for the quarter, if any was.
   */
  private List<String> of(Oracle oracle, int quarter) {
    List<String> all = of(oracle);
    Set<String> published = oracle.ledger().regions(metric, quarter, oracle.asOf());
    List<String> some = all.stream().filter(published::contains).toList();
    return !areAll() || divide(oracle, all) || some.isEmpty() ? all : some;
  }

  /** The parts that are requested, in whatever quarter. */
  private List<String> of(Oracle oracle) {
    if (!areAll()) {
      return regions;
    }
    Set<String> known = oracle.ledger().regions(metric);
    List<Set<String>> partitions =
        oracle.regionDefinitions().partitions(whole()).stream()
            .filter(partition -> partition.stream().anyMatch(known::contains))
            .toList();
    if (!partitions.isEmpty()) {
      return List.copyOf(oracle.choices().pick("partition of " + whole(), partitions));
    }
    Map<String, Integer> places = oracle.regionDefinitions().places(whole());
    return known.stream()
        .filter(region -> !oracle.regionDefinitions().places(region).equals(places))
        .filter(region -> oracle.interpretations().holds(whole(), region) != Certainty.NEVER)
        .toList();
  }

  /** Whether parts make up the whole, each once. */
  private boolean divide(Oracle oracle, List<String> parts) {
    return oracle.regionDefinitions().partitions(whole()).stream()
        .anyMatch(
            partition -> partition.equals(Set.copyOf(parts)) && parts.size() == partition.size());
  }

  /**
   * The levels in some quarters. The parts of a partition are compared with each other; any other
   * part only with its whole.
   */
  List<ExpectedPartLevels> levels(Set<String> parts, List<Integer> quarters, Oracle oracle) {
    if (divide(oracle, List.copyOf(parts))) {
      return ExpectedPartLevels.together(this, parts, quarters, oracle);
    }
    return parts.stream()
        .map(part -> ExpectedPartLevels.together(this, Set.of(part), quarters, oracle))
        .reduce((some, more) ->
            IntStream.range(0, quarters.size())
                .mapToObj(i -> some.get(i).and(more.get(i)))
                .toList())
        .orElseThrow();
  }

  /** Adds the differences between the rows of an answer and the expected ones. */
  interface RowsComparison {
    void compare(Map<String, JsonNode> rows, AnswerDifferences differences);
  }

  /** The differences in an answer; compares rows only if they are those of the expected parts. */
  List<String> differences(JsonNode answer, Oracle oracle, int quarter, RowsComparison comparison) {
    AnswerDifferences differences = new AnswerDifferences(answer);
    List<String> parts = of(oracle, quarter);
    rows(answer, parts, differences).ifPresent(rows -> comparison.compare(rows, differences));
    findings(oracle, parts, differences);
    return differences.differences();
  }

  /** The remainder that the answer must have; empty if it must have none. */
  Optional<JsonNode> remainder(
      JsonNode answer, Set<String> parts, Oracle oracle, AnswerDifferences differences) {
    boolean remains = divide(oracle, List.copyOf(parts));
    differences.equal("remainder", remains, answer.has("remainder"));
    return remains ? Optional.of(answer.path("remainder")) : Optional.empty();
  }

  /** The row of each part; empty if the parts aren't the expected ones. */
  private Optional<Map<String, JsonNode>> rows(
      JsonNode answer, List<String> parts, AnswerDifferences differences) {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    answer.path("rows").forEach(row -> rows.put(row.path("region").asText(), row));
    List<String> there = new ArrayList<>(rows.keySet());
    Object expected = areAll() ? Set.copyOf(parts) : parts;
    Object actual = areAll() ? Set.copyOf(there) : there;
    differences.equal("rows", expected, actual);
    return expected.equals(actual) ? Optional.of(rows) : Optional.empty();
  }

  /** Checks that rows are in order: largest first, missing last. */
  void order(
      Map<String, JsonNode> rows, Map<String, ExpectedValue> by, AnswerDifferences differences) {
    if (areAll()) {
      Optional<Fraction> last = Optional.empty();
      boolean missing = false;
      for (String region : rows.keySet()) {
        Optional<Fraction> next =
            by.get(region) instanceof ExpectedValue.Figure found
                ? found.calculation().value()
                : Optional.empty();
        differences.equal("missing last at " + region, false, missing && next.isPresent());
        differences.equal(
            "largest first at " + region,
            false,
            last.isPresent() && next.isPresent() && next.get().compareTo(last.get()) > 0);
        missing |= next.isEmpty();
        last = next.isPresent() ? next : last;
      }
    }
  }

  /** Checks the findings about overlaps of the parts. */
  private void findings(Oracle oracle, List<String> parts, AnswerDifferences differences) {
    RegionInterpretations interpretations = oracle.interpretations();
    boolean shared = false;
    boolean unknown =
        interpretations.isWellDefined(whole()) != Certainty.ALWAYS
            || parts.stream()
                .anyMatch(part ->
                    interpretations.isWellDefined(part) != Certainty.ALWAYS
                        || interpretations.holds(whole(), part) == Certainty.UNCERTAIN);
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        Certainty both = interpretations.share(parts.get(i), parts.get(j));
        shared |= both == Certainty.ALWAYS;
        unknown |= both == Certainty.UNCERTAIN;
      }
    }
    differences.finding("regions-overlap", shared);
    differences.finding("overlap-unknown", unknown);
  }
}
