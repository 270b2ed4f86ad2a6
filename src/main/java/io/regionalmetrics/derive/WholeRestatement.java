package io.regionalmetrics.derive;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.region.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole that was restated after one of its regions was published, without the region.
 *
 * <p>Worked example: Johnson &amp; Johnson's revenue of 2023-Q2 was restated from 25.5bn to 21.5bn
 * when it had sold its consumer business. Its regions of that quarter weren't. So they are larger
 * than those of a later quarter for this reason, too.
 *
 * @param whole the restated value of the whole
 * @param region the figure that wasn't restated with it
 */
public record WholeRestatement(CurrentVintage whole, Cell region) {

  /**
   * The restatements of the wholes of two levels; none if one publication reports both levels.
   *
   * @param quarters the quarters that the levels are from
   */
  public static List<WholeRestatement> between(Quarters quarters, LevelGrowth growth) {
    List<CurrentVintage> levels =
        Stream.of(growth.value(), growth.base())
            .flatMap(level -> published(level).stream())
            .toList();
    return levels.size() < 2 || isNoneRestated(quarters, levels) || isToldTogether(quarters, levels)
        ? List.of()
        : levels.stream().flatMap(level -> of(quarters, level).stream()).toList();
  }

  private static boolean isNoneRestated(Quarters quarters, List<CurrentVintage> levels) {
    return levels.stream().allMatch(level -> restatedWhole(quarters, level).isEmpty());
  }

  private static boolean isToldTogether(Quarters quarters, List<CurrentVintage> levels) {
    return ToldValue.of(quarters, levels.getFirst())
        .isToldWith(ToldValue.of(quarters, levels.getLast()));
  }

  private static Optional<CurrentVintage> published(RowValue level) {
    return level instanceof KnownFigure known ? known.published() : Optional.empty();
  }

  private static Optional<WholeRestatement> of(Quarters quarters, CurrentVintage level) {
    return restatedWhole(quarters, level)
        .filter(
            world -> ToldValue.of(quarters, world).isRestatedWithout(ToldValue.of(quarters, level)))
        .map(world -> new WholeRestatement(world, level.vintage().cell()));
  }

  private static Optional<CurrentVintage> restatedWhole(Quarters quarters, CurrentVintage level) {
    Cell region = level.vintage().cell();
    Cell whole = new Cell(region.quarter(), Region.WORLD, region.measure(), region.unit());
    return Optional.of(whole)
        .filter(world -> !world.equals(region))
        .flatMap(quarters::current)
        .filter(world -> world.restated().isPresent());
  }
}
