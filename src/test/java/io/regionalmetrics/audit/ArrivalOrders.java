package io.regionalmetrics.audit;

import io.regionalmetrics.audit.FilingFolder.Entry;
import io.regionalmetrics.integration.FileServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads a folder of filings in different orders, repeatedly, and with interruptions, each into a
 * table of its own. All of them should give what reading them oldest first gives.
 */
public final class ArrivalOrders {
  private static final int MAX_SHOWN = 300;

  private final FilingFolder folder;
  private final Map<String, String> expected;
  private final long writes;

  private ArrivalOrders(FilingFolder folder, Map<String, String> expected, long writes) {
    this.folder = folder;
    this.expected = expected;
    this.writes = writes;
  }

  /** Reads a folder oldest first, which gives what all other orders are compared with. */
  public static ArrivalOrders of(FilingFolder folder) {
    try (AuditedService audited = AuditedService.fresh()) {
      audited.read(folder);
      return new ArrivalOrders(folder, audited.contents(), audited.writes());
    }
  }

  /** The differences if each filing arrives alone, in a random order. */
  public Map<String, String> oneByOne(int seed) {
    List<Entry> entries = new ArrayList<>(folder.entries());
    Collections.shuffle(entries, new Random(seed));
    return differences(audited -> {
      try (FileServer server = folder.serve()) {
        for (int i = 0; i < entries.size(); i++) {
          String cik = entries.get(i).cik();
          folder.list(cik, entries.subList(0, i + 1), server);
          audited.read(FilingFolder.event(server, List.of(cik)));
        }
      }
    });
  }

  /** The differences if all filings are read, forgotten by the feed, and read again. */
  public Map<String, String> twice() {
    return differences(audited -> {
      audited.read(folder);
      audited.forgetFilings();
      audited.read(folder);
    });
  }

  /**
   * The differences if processes that read the folder are killed, at equal intervals of writes.
   *
   * @param main a class whose main method reads what {@link FilingRun#of} makes of its arguments
   */
  public Map<String, String> killed(int kills, Class<?> main) {
    return differences(audited -> {
      try (FileServer server = folder.serve()) {
        String event = FilingFolder.event(server, folder.ciks());
        for (int kill = 1; kill <= kills; kill++) {
          audited.readUntilKilled(event, (int) (writes / (kills + 1)), main);
        }
        audited.read(event);
      }
    });
  }

  private Map<String, String> differences(Consumer<AuditedService> reading) {
    try (AuditedService audited = AuditedService.fresh()) {
      reading.accept(audited);
      return differences(expected, audited.contents());
    }
  }

  /** The items that are not the same in two tables, each with what differs. */
  static Map<String, String> differences(Map<String, String> expected, Map<String, String> actual) {
    Map<String, String> differences = new TreeMap<>();
    TreeSet<String> all = new TreeSet<>(expected.keySet());
    all.addAll(actual.keySet());
    for (String one : all) {
      String before = expected.getOrDefault(one, "nothing");
      String now = actual.getOrDefault(one, "nothing");
      if (!before.equals(now)) {
        differences.put(one, difference(before, now));
      }
    }
    return differences;
  }

  /** Two texts from shortly before the place where they begin to differ. */
  private static String difference(String before, String now) {
    int same = 0;
    while (same < Math.min(before.length(), now.length())
        && before.charAt(same) == now.charAt(same)) {
      same++;
    }
    int from = Math.max(0, same - MAX_SHOWN);
    return "%s instead of %s".formatted(shown(now, from, same), shown(before, from, same));
  }

  private static String shown(String text, int from, int same) {
    return text.substring(from, Math.min(text.length(), same + MAX_SHOWN));
  }
}
