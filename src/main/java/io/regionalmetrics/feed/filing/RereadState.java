package io.regionalmetrics.feed.filing;

import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.ingest.NewRegionId;
import io.regionalmetrics.ingest.StaleDefinitions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far reading all filings of a company again has come. Stored as lines: {@code begun
 * 2026-12-01T03:00:00Z}, {@code name}, {@code metric revenue-stores}, {@code region NORTH}, {@code
 * renamed NORTH NORTH_AMERICA 3}.
 *
 * @param begun when it began
 * @param namesCompany whether filings decide the company's name, because no document does
 * @param stale the definitions that only the earlier reading made, and no filing has confirmed yet
 * @param renamed in how many filings regions have another id than before
 */
record RereadState(
    Instant begun,
    boolean namesCompany,
    StaleDefinitions stale,
    Map<NewRegionId, Integer> renamed) {
  private static final String BEGUN = "begun";
  private static final String NAME = "name";
  private static final String METRIC = "metric";
  private static final String REGION = "region";
  private static final String RENAMED = "renamed";

  /** Copies the counts. */
  RereadState {
    renamed = Map.copyOf(renamed);
  }

  /** The state after one more filing. */
  RereadState after(Collection<Document> documents, Set<NewRegionId> renamedNow) {
    StaleDefinitions left = stale;
    for (Document document : documents) {
      left = left.without(document);
    }
    Map<NewRegionId, Integer> counts = new HashMap<>(renamed);
    renamedNow.forEach(one -> counts.merge(one, 1, Integer::sum));
    return new RereadState(begun, namesCompany, left, counts);
  }

  /** The new id of each renamed region: the one that most filings show, unless two are equal. */
  List<NewRegionId> newIds() {
    Map<String, List<NewRegionId>> best = new TreeMap<>();
    for (NewRegionId one : renamed.keySet()) {
      best.merge(one.from(), List.of(one), this::moreOften);
    }
    return best.values().stream().filter(ids -> ids.size() == 1).map(List::getFirst).toList();
  }

  private List<NewRegionId> moreOften(List<NewRegionId> some, List<NewRegionId> others) {
    int order = Integer.compare(count(some), count(others));
    List<NewRegionId> both = new ArrayList<>(some);
    both.addAll(others);
    return order == 0 ? both : order > 0 ? some : others;
  }

  private int count(List<NewRegionId> equal) {
    return renamed.getOrDefault(equal.getFirst(), 0);
  }

  byte[] bytes() {
    List<String> lines = new ArrayList<>(List.of(BEGUN + " " + begun));
    if (namesCompany) {
      lines.add(NAME);
    }
    stale.metrics().stream().sorted().forEach(id -> lines.add(METRIC + " " + id));
    stale.regions().stream().sorted().forEach(id -> lines.add(REGION + " " + id));
    renamed.forEach((one, count) ->
        lines.add(String.join(" ", RENAMED, one.from(), one.to(), count.toString())));
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a state.
   *
   * @throws UnreadableHistory if {@link #bytes} did not make it
   */
  static RereadState read(byte[] bytes) {
    Instant begun = Instant.EPOCH;
    boolean namesCompany = false;
    Set<String> metrics = new HashSet<>();
    Set<String> regions = new HashSet<>();
    Map<NewRegionId, Integer> renamed = new HashMap<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case BEGUN -> begun = Instant.parse(words[1]);
        case NAME -> namesCompany = true;
        case METRIC -> metrics.add(words[1]);
        case REGION -> regions.add(words[1]);
        case RENAMED -> renamed.put(new NewRegionId(words[1], words[2]), Integer.valueOf(words[3]));
        default -> throw new UnreadableHistory("the stored state of a reread is damaged: " + line);
      }
    }
    return new RereadState(begun, namesCompany, new StaleDefinitions(metrics, regions), renamed);
  }
}
