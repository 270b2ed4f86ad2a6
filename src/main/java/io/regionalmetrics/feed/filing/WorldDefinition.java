package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionAlgebra;
import io.regionalmetrics.region.RegionExpression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Defines the world by its members, if a filing shows them and no other definition objects. */
final class WorldDefinition {
  private final Vocabulary vocabulary;
  private final ReadingReport report;

  WorldDefinition(Vocabulary vocabulary, ReadingReport report) {
    this.vocabulary = vocabulary;
    this.report = report;
  }

  /**
   * The definition of the world; empty if the facts show none, or if the world is defined already.
   *
   * @param newRegions the regions that are defined along with it
   * @param day the day from which the definition holds
   */
  Optional<Region> define(
      List<ReportedFact> facts,
      Map<String, DefinedMetric> metrics,
      Collection<Region> newRegions,
      LocalDate day) {
    return new WorldMembers(facts, metrics)
        .find()
        .map(members -> world(members, day))
        .filter(this::isUndefined)
        .filter(world -> !containsResidual(world, newRegions))
        .filter(world -> isConsistent(world, newRegions));
  }

  private static Region world(Set<String> members, LocalDate day) {
    return new Region(
        Region.WORLD, "World", List.of(), List.copyOf(members), Optional.empty(), day);
  }

  private boolean isUndefined(Region world) {
    Map<String, Integer> known =
        vocabulary.region(Region.WORLD).map(Region::parts).orElse(Map.of());
    if (!known.isEmpty() && !known.equals(world.parts())) {
      report.note(
          "world-differs",
          "the figures of %s add up to the whole, but the world is defined as %s"
              .formatted(String.join("+", world.members()), new RegionExpression(known)));
    }
    return known.isEmpty();
  }

  /** Whether a member is a residual, which makes a breakdown of the world by itself. */
  private boolean containsResidual(Region world, Collection<Region> newRegions) {
    return Stream.concat(vocabulary.definedRegions().stream(), newRegions.stream())
        .anyMatch(region -> region.residual().isPresent() && world.members().contains(region.id()));
  }

  /** Whether the definitions make no circle and the world contains nothing twice. */
  private boolean isConsistent(Region world, Collection<Region> newRegions) {
    List<Region> all = new ArrayList<>(vocabulary.definedRegions());
    all.removeIf(region -> region.id().equals(world.id()));
    all.addAll(newRegions);
    all.add(world);
    RegionAlgebra algebra = new RegionAlgebra(all);
    return algebra.cycle().isEmpty()
        && algebra.overlaps().objection(new RegionExpression(world.parts())).isEmpty();
  }
}
