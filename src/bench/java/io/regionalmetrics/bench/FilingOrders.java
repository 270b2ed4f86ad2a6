package io.regionalmetrics.bench;

import io.regionalmetrics.audit.ArrivalOrders;
import io.regionalmetrics.audit.FilingFolder;
import io.regionalmetrics.audit.FilingRun;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads a folder of filings oldest first, one by one in several random orders, twice, and with
 * processes that are killed in the middle. Prints what differs in the table and in the answers,
 * which should be nothing.
 *
 * @see FilingFolder
 */
public final class FilingOrders {
  private static final int ORDERS = 3;
  private static final int KILLS = 6;

  private FilingOrders() {}

  /**
   * Compares the ways to read a folder.
   *
   * @param args the folder and, if not three, the number of random orders; or, for a process that
   *     is killed, what {@link FilingRun} needs
   */
  public static void main(String[] args) {
    try {
      if (args.length == FilingRun.ARGUMENTS) {
        FilingRun.of(args).read();
        System.exit(0);
      }
      int orders = args.length > 1 ? Integer.parseInt(args[1]) : ORDERS;
      System.exit(compare(FilingFolder.read(Path.of(args[0])), orders) ? 0 : 1);
    } catch (RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  /** Whether all ways to read a folder give the same. */
  private static boolean compare(FilingFolder folder, int orders) {
    ArrivalOrders all = ArrivalOrders.of(folder);
    boolean same = print("Oldest first", Map.of());
    for (int seed = 1; seed <= orders; seed++) {
      same &= print("One by one, order %d".formatted(seed), all.oneByOne(seed));
    }
    same &= print("Twice", all.twice());
    return same & print("Killed %d times".formatted(KILLS), all.killed(KILLS, FilingOrders.class));
  }

  private static boolean print(String way, Map<String, String> differences) {
    System.out.printf("%-24s %5d differences%n", way, differences.size());
    differences.forEach((what, how) -> System.out.printf("  %s: %s%n", what, how));
    return differences.isEmpty();
  }
}
