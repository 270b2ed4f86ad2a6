package io.regionalmetrics.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches depth-first for regions that are defined through each other. */
final class CycleSearch {
  private final Map<String, Region> regions;
  private final List<String> path = new ArrayList<>();
  private final Set<String> done = new HashSet<>();

  CycleSearch(Map<String, Region> regions) {
    this.regions = regions;
  }

  /** The first cycle, starting and ending with the same region; empty if there is none. */
  Optional<List<String>> first() {
    for (String region : regions.keySet()) {
      Optional<List<String>> cycle = through(region);
      if (cycle.isPresent()) {
        return cycle;
      }
    }
    return Optional.empty();
  }

  private Optional<List<String>> through(String id) {
    if (path.contains(id)) {
      List<String> cycle = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
      cycle.add(id);
      return Optional.of(cycle);
    }
    Region region = regions.get(id);
    if (region == null || done.contains(id)) {
      return Optional.empty();
    }
    path.add(id);
    Optional<List<String>> found = throughParts(region);
    if (found.isEmpty()) {
      path.removeLast();
      done.add(id);
    }
    return found;
  }

  private Optional<List<String>> throughParts(Region region) {
    for (String part : region.parts().keySet()) {
      Optional<List<String>> found =
          areSameIdentity(region, regions.get(part)) ? Optional.empty() : through(part);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a whole's members and a part's residual state the same identity. */
  private static boolean areSameIdentity(Region whole, @Nullable Region part) {
    if (part == null || part.residual().isEmpty() || whole.members().isEmpty()) {
      return false;
    }
    Map<String, Integer> negated = new LinkedHashMap<>(whole.identity());
    negated.replaceAll((region, sign) -> -sign);
    return part.identity().equals(negated);
  }
}
