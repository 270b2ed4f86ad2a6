package io.regionalmetrics.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.audit.AuditedService;
import io.regionalmetrics.audit.FilingFolder;
import io.regionalmetrics.audit.FilingsAudit;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a folder of filings, compares the answers with them, and prints how many facts were found,
 * stored and refused, what is wrong, and how long it took.
 *
 * @see FilingFolder
 */
public final class FilingsTable {
  private FilingsTable() {}

  /**
   * Prints the table.
   *
   * @param args the folder
   */
  public static void main(String[] args) {
    try {
      printTable(args[0]);
      System.exit(0); // DynamoDB Local leaves threads running.
    } catch (RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void printTable(String path) {
    FilingFolder folder = FilingFolder.read(Path.of(path));
    try (AuditedService audited = AuditedService.fresh()) {
      long begun = System.nanoTime();
      JsonNode state = audited.read(folder);
      double seconds = (System.nanoTime() - begun) / 1e9;
      print(state, FilingsAudit.of(folder, audited.service()));
      System.out.printf(
          "%d filings: %.1f s, %d requests, %d writes%n",
          folder.entries().size(),
          seconds,
          state.at("/lastResult/requests").intValue(),
          audited.writes());
    }
  }

  private static void print(JsonNode state, FilingsAudit audit) {
    int refused = audit.refused().values().stream().mapToInt(List::size).sum();
    System.out.printf("Figures stored             %6d%n", audit.figures());
    System.out.printf("Three-month regional facts %6d%n", audit.facts());
    System.out.printf("  stored                   %6d%n", audit.facts() - refused);
    audit
        .refused()
        .forEach((reason, facts) -> {
          System.out.printf("  %-24s %6d%n", reason, facts.size());
          facts.forEach(fact -> System.out.println("      " + fact));
        });
    System.out.printf("Growths told and compared  %6d%n", audit.growths());
    print("Wrong figures", audit.wrongFigures());
    print("Wrong regions", audit.wrongRegions());
    print("Shared quarters", audit.sharedQuarters());
    print("Wrong growths", audit.wrongGrowths());
    System.out.println("Facts of all lengths and places that the feed left out:");
    state
        .at("/lastResult/leftOut")
        .forEach(reason ->
            System.out.printf(
                "  %6d %s%n", reason.get("count").intValue(), reason.get("why").textValue()));
  }

  private static void print(String what, List<String> wrong) {
    System.out.printf("%-26s %6d%n", what, wrong.size());
    wrong.forEach(one -> System.out.println("  " + one));
  }
}
