package io.regionalmetrics.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every assignment of territories to regions that the definitions allow. An opaque region may be
 * any set of territories; the others are what their definitions say. A relation between regions is
 * certain if it holds in every interpretation, and uncertain if it holds in some.
 */
final class RegionInterpretations {
  /**
   * Three countries and three more territories, enough for every way an opaque region can overlap.
   */
  private static final Map<String, Integer> COUNTRIES = Map.of("US", 1, "CA", 2, "JP", 4);

  private static final int ALL = 63;

  private final List<Map<String, Integer>> interpretations = new ArrayList<>();

  /** Whether a relation between regions holds. */
  enum Certainty {
    ALWAYS,
    NEVER,
    UNCERTAIN
  }

  private interface Test {
    boolean holds(int one, int other);
  }

  RegionInterpretations(RegionDefinitions regionDefinitions) {
    Map<String, Integer> world = new HashMap<>(COUNTRIES);
    world.put("WORLD", ALL);
    guess(regionDefinitions, 0, world);
  }

  private void guess(RegionDefinitions regionDefinitions, int next, Map<String, Integer> world) {
    if (next == regionDefinitions.opaque().size()) {
      Map<String, Integer> whole = new HashMap<>(world);
      if (isDefined(regionDefinitions, whole)) {
        interpretations.add(whole);
      }
      return;
    }
    for (int lands = 1; lands <= ALL; lands++) {
      world.put(regionDefinitions.opaque().get(next), lands);
      guess(regionDefinitions, next + 1, world);
    }
  }

  private static boolean isDefined(
      RegionDefinitions regionDefinitions, Map<String, Integer> world) {
    for (Map.Entry<String, String> sum : regionDefinitions.sums().entrySet()) {
      Optional<Integer> lands = lands(sum.getValue(), world);
      if (lands.isEmpty() || lands.get() == 0) {
        return false;
      }
      Integer known = world.putIfAbsent(sum.getKey(), lands.get());
      if (known != null && !known.equals(lands.get())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The territories of an expression; empty if it counts one twice or subtracts one that isn't
   * there.
   */
  private static Optional<Integer> lands(String expression, Map<String, Integer> world) {
    int lands = 0;
    for (int land = 1; land < ALL; land <<= 1) {
      int times = times(land, expression, world);
      if (times < 0 || times > 1) {
        return Optional.empty();
      }
      lands |= times * land;
    }
    return Optional.of(lands);
  }

  private static int times(int land, String expression, Map<String, Integer> world) {
    return RegionDefinitions.terms(expression).entrySet().stream()
        .filter(calculation -> (world.get(calculation.getKey()) & land) != 0)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** The territories that an expression counts at least once. */
  private static int counted(String expression, Map<String, Integer> world) {
    int lands = 0;
    for (int land = 1; land < ALL; land <<= 1) {
      lands |= times(land, expression, world) > 0 ? land : 0;
    }
    return lands;
  }

  /** Whether an expression counts no territory twice and subtracts only what is there. */
  Certainty isWellDefined(String expression) {
    return answer(
        interpretations.stream().map(world -> lands(expression, world).isPresent()).toList());
  }

  /** Whether a whole contains all of a part. */
  Certainty holds(String whole, String part) {
    return both(whole, part, (all, some) -> (some & ~all) == 0);
  }

  /** Whether two regions overlap. */
  Certainty share(String one, String other) {
    return both(one, other, (a, b) -> (a & b) != 0);
  }

  private Certainty both(String one, String other, Test test) {
    List<Boolean> answers = new ArrayList<>();
    for (Map<String, Integer> world : interpretations) {
      int a = counted(one, world);
      int b = counted(other, world);
      if (a != 0 && b != 0) {
        answers.add(test.holds(a, b));
      }
    }
    return answer(answers);
  }

  private static Certainty answer(List<Boolean> answers) {
    return !answers.contains(false)
        ? Certainty.ALWAYS
        : answers.contains(true) ? Certainty.UNCERTAIN : Certainty.NEVER;
  }
}
