package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the members of the segments' axis that stand for all segments together, such as {@code
 * TotalSegmentsMember}. A segment is one if more of its figures equal total revenue than don't, or
 * if it is exactly the sum of all others in every period, of at least two. It is none if it adds up
 * to total revenue with others in a period: it is just the only segment of other periods then.
 *
 * <p>One figure may equal total revenue by chance. And all segments may differ from it in a period:
 * Disney's total segments are 63,595, its revenue is 62,572 after the early termination of
 * licenses.
 */
final class AllSegments {
  private static final int MIN_PERIODS = 2;
  private static final int MIN_OTHERS = 2;

  private final FactCube cube;
  private final Map<QualifiedName, Integer> equalToWhole = new HashMap<>();
  private final Map<QualifiedName, Integer> sumsOfOthers = new HashMap<>();
  private final Set<QualifiedName> noSums = new HashSet<>();
  private final Set<QualifiedName> parts = new HashSet<>();

  AllSegments(FactCube cube) {
    this.cube = cube;
  }

  /**
   * The members that stand for all segments.
   *
   * @param wholes where the filing may state total revenue
   */
  Set<QualifiedName> find(Collection<FactCell> wholes) {
    wholes.forEach(this::compare);
    Set<QualifiedName> found = new HashSet<>();
    equalToWhole.forEach((segment, more) -> {
      if (more > 0) {
        found.add(segment);
      }
    });
    sumsOfOthers.forEach((segment, periods) -> {
      if (periods >= MIN_PERIODS && !noSums.contains(segment)) {
        found.add(segment);
      }
    });
    found.removeAll(parts);
    return found;
  }

  private void compare(FactCell whole) {
    List<Fact> segments =
        cube.members(whole, StandardAxes.SEGMENTS).stream()
            .filter(one -> one.value().isPresent())
            .filter(one -> !FactCube.isElimination(one, StandardAxes.SEGMENTS))
            .toList();
    BigDecimal sum =
        segments.stream()
            .map(one -> one.value().orElseThrow())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    for (Fact one : segments) {
      QualifiedName segment = FactCube.member(one, StandardAxes.SEGMENTS).orElseThrow();
      compareWithWhole(segment, whole);
      compareWithOthers(segment, one.value().orElseThrow(), sum, segments.size() - 1);
    }
  }

  private void compareWithWhole(QualifiedName segment, FactCell whole) {
    boolean isEqual = isWhole(segment, whole, cube);
    if (cube.fact(whole).isPresent()) {
      equalToWhole.merge(segment, isEqual ? 1 : -1, Integer::sum);
    }
    if (!isEqual && cube.addsUp(whole, StandardAxes.SEGMENTS)) {
      parts.add(segment);
    }
  }

  private void compareWithOthers(
      QualifiedName segment, BigDecimal value, BigDecimal sumWithIt, int others) {
    if (others >= MIN_OTHERS && sumWithIt.subtract(value).compareTo(value) == 0) {
      sumsOfOthers.merge(segment, 1, Integer::sum);
    } else {
      noSums.add(segment);
    }
  }

  /**
   * Whether a segment equals the whole company, and isn't zero.
   *
   * @param whole where the filing states the figure of the whole company
   */
  static boolean isWhole(QualifiedName segment, FactCell whole, FactCube cube) {
    FactCell all = whole.with(StandardAxes.SEGMENTS, segment);
    Optional<BigDecimal> value =
        cube.fact(whole).flatMap(Fact::value).filter(one -> one.signum() != 0);
    return value.isPresent() && value.equals(cube.fact(all).flatMap(Fact::value));
  }
}
