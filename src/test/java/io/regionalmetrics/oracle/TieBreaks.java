package io.regionalmetrics.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Tries every way to break the ties that the design leaves open. */
final class TieBreaks {
  private static final int MOST = 64;

  private final List<Integer> script;
  private final List<Integer> sizes = new ArrayList<>();
  private final Map<Object, Integer> made = new HashMap<>();

  private TieBreaks(List<Integer> script) {
    this.script = script;
  }

  /** Picks one of several options, always the same for the same tie. */
  <T> T pick(Object tie, List<T> several) {
    if (several.size() == 1) {
      return several.getFirst();
    }
    List<Object> tieOfSize = List.of(tie, several.size());
    return several.get(made.computeIfAbsent(tieOfSize, unknown -> next(several.size())));
  }

  private int next(int size) {
    int choice = sizes.size() < script.size() ? script.get(sizes.size()) : 0;
    sizes.add(size);
    return choice;
  }

  /** Whether a test holds for some way to break the ties. */
  static boolean some(Predicate<TieBreaks> test) {
    List<Integer> script = List.of();
    for (int i = 0; i < MOST && script != null; i++) {
      TieBreaks choices = new TieBreaks(script);
      if (test.test(choices)) {
        return true;
      }
      script = choices.following();
    }
    return false;
  }

  /** Breaks every tie in favour of the first option. */
  static TieBreaks first() {
    return new TieBreaks(List.of());
  }

  private List<Integer> following() {
    List<Integer> next = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      next.add(i < script.size() ? script.get(i) : 0);
    }
    for (int i = sizes.size() - 1; i >= 0; i--) {
      if (next.get(i) + 1 < sizes.get(i)) {
        next.set(i, next.get(i) + 1);
        return next.subList(0, i + 1);
      }
    }
    return null;
  }
}
