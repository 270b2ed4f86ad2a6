package io.regionalmetrics.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every way the world can be, as far as regions are defined: a region of which nothing is known may
 * be any lands, the others are the lands that their definitions say. So what regions have in common
 * is sure where it is so in every world, and not known where it is so in some.
 */
final class Worlds {
  /** Three countries, and three lands more: enough for what is unknown to be anything. */
  private static final Map<String, Integer> COUNTRIES = Map.of("US", 1, "CA", 2, "JP", 4);

  private static final int ALL = 63;

  private final List<Map<String, Integer>> worlds = new ArrayList<>();

  /** Whether something holds. */
  enum Answer {
    ALWAYS,
    NEVER,
    PERHAPS
  }

  private interface Test {
    boolean holds(int one, int other);
  }

  Worlds(Atlas atlas) {
    Map<String, Integer> world = new HashMap<>(COUNTRIES);
    world.put("WORLD", ALL);
    guess(atlas, 0, world);
  }

  private void guess(Atlas atlas, int next, Map<String, Integer> world) {
    if (next == atlas.opaque().size()) {
      Map<String, Integer> whole = new HashMap<>(world);
      if (isDefined(atlas, whole)) {
        worlds.add(whole);
      }
      return;
    }
    for (int lands = 1; lands <= ALL; lands++) {
      world.put(atlas.opaque().get(next), lands);
      guess(atlas, next + 1, world);
    }
  }

  private static boolean isDefined(Atlas atlas, Map<String, Integer> world) {
    for (Map.Entry<String, String> sum : atlas.sums().entrySet()) {
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
   * The lands of an expression; nothing where it counts any twice, or takes away what isn't there.
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
    return Atlas.terms(expression).entrySet().stream()
        .filter(term -> (world.get(term.getKey()) & land) != 0)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** The lands that an expression counts at all. */
  private static int counted(String expression, Map<String, Integer> world) {
    int lands = 0;
    for (int land = 1; land < ALL; land <<= 1) {
      lands |= times(land, expression, world) > 0 ? land : 0;
    }
    return lands;
  }

  /** Whether an expression makes sense. */
  Answer sense(String expression) {
    return answer(worlds.stream().map(world -> lands(expression, world).isPresent()).toList());
  }

  /** Whether a whole holds all of a part. */
  Answer holds(String whole, String part) {
    return both(whole, part, (all, some) -> (some & ~all) == 0);
  }

  /** Whether two regions have something in common. */
  Answer share(String one, String other) {
    return both(one, other, (a, b) -> (a & b) != 0);
  }

  private Answer both(String one, String other, Test test) {
    List<Boolean> answers = new ArrayList<>();
    for (Map<String, Integer> world : worlds) {
      int a = counted(one, world);
      int b = counted(other, world);
      if (a != 0 && b != 0) {
        answers.add(test.holds(a, b));
      }
    }
    return answer(answers);
  }

  private static Answer answer(List<Boolean> answers) {
    return !answers.contains(false)
        ? Answer.ALWAYS
        : answers.contains(true) ? Answer.PERHAPS : Answer.NEVER;
  }
}
