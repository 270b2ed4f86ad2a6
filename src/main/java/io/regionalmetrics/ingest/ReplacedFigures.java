package io.regionalmetrics.ingest;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.region.Region;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The figures of one source in one quarter of a metric, as it was read before and as it is read
 * now.
 *
 * <p>A region is renamed if the same facts, or the same value in a reading without facts, stood
 * under another id before. A value that several regions have tells nothing.
 */
record ReplacedFigures(List<Vintage> before, List<Vintage> now) {
  /** What a figure without facts is recognised by. */
  private record Amount(BigDecimal value, Unit unit) {}

  /** How many figures the source reports no longer. */
  int removed() {
    return gone(before, now).size();
  }

  /** The regions that have another id now. */
  Set<NewRegionId> renamed() {
    List<Vintage> gone = gone(before, now);
    List<Vintage> added = gone(now, before);
    List<Vintage> withoutFacts =
        gone.stream().filter(one -> one.observation().facts().isEmpty()).toList();
    List<NewRegionId> renamed = new ArrayList<>(matches(gone, added, this::facts));
    renamed.addAll(matches(withoutFacts, added, this::amount));
    return Set.copyOf(renamed);
  }

  private static List<Vintage> gone(List<Vintage> from, List<Vintage> others) {
    Set<Object> cells = others.stream().map(Vintage::cell).collect(Collectors.toSet());
    return from.stream().filter(one -> !cells.contains(one.cell())).toList();
  }

  private <K> List<NewRegionId> matches(
      List<Vintage> gone, List<Vintage> added, Function<Vintage, Optional<K>> key) {
    Map<K, List<Vintage>> candidates = byKey(added, key);
    List<NewRegionId> matches = new ArrayList<>();
    byKey(gone, key)
        .forEach((same, old) -> {
          List<Vintage> found = candidates.getOrDefault(same, List.of());
          if (old.size() == 1 && found.size() == 1) {
            matches.add(
                new NewRegionId(old.getFirst().cell().region(), found.getFirst().cell().region()));
          }
        });
    return matches;
  }

  private static <K> Map<K, List<Vintage>> byKey(
      List<Vintage> vintages, Function<Vintage, Optional<K>> key) {
    Map<K, List<Vintage>> all = new LinkedHashMap<>();
    for (Vintage vintage : vintages) {
      if (isOfRegion(vintage)) {
        key.apply(vintage)
            .ifPresent(one -> all.computeIfAbsent(one, same -> new ArrayList<>()).add(vintage));
      }
    }
    return all;
  }

  private static boolean isOfRegion(Vintage vintage) {
    return vintage.cell().measure() == Measure.LEVEL
        && !vintage.cell().region().equals(Region.WORLD);
  }

  private Optional<List<FiledFact>> facts(Vintage vintage) {
    return Optional.of(vintage.observation().facts()).filter(facts -> !facts.isEmpty());
  }

  private Optional<Amount> amount(Vintage vintage) {
    return vintage
        .observation()
        .value()
        .filter(value -> value.signum() != 0)
        .map(value -> new Amount(value.stripTrailingZeros(), vintage.cell().unit()));
  }
}
