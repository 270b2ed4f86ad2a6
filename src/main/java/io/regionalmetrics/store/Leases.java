package io.regionalmetrics.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Grants leases, so that only one run at a time does something. A lease expires at its holder's
 * deadline, so a run that was killed never blocks others for longer.
 */
public final class Leases {
  private static final String PARTITION = "leases";
  private static final String HOLDER = "holder";

  private final Table table;
  private final InstantSource clock;

  /** Leases in a table. */
  public Leases(DynamoDbClient client, String tableName, InstantSource clock) {
    this.table = new Table(client, tableName);
    this.clock = clock;
  }

  /**
   * A lease that was granted.
   *
   * @param name what is leased
   * @param version the version of its item, which changes with every holder
   */
  public record Lease(String name, long version) {}

  /**
   * The answer to a request for a lease.
   *
   * @param lease the lease; empty if another holder has it
   * @param until when it expires, whoever holds it
   */
  public record Answer(Optional<Lease> lease, Instant until) {}

  /**
   * Requests a lease until the deadline. The current holder may request it again and gets it,
   * because Lambda retries a killed run under the same name, and because the answer to the first
   * request may have been lost.
   *
   * @param name what is leased
   * @param holder who requests it
   */
  public Answer ask(String name, String holder, Deadline deadline) {
    Optional<Map<String, AttributeValue>> item = item(name, deadline);
    Instant until = item.map(Leases::until).orElse(Instant.EPOCH);
    if (until.isAfter(clock.instant()) && !isHeldBy(item, holder)) {
      return new Answer(Optional.empty(), until);
    }
    long version = item.map(Table::version).orElse(0L);
    if (table.put(item(name, holder, deadline.end()), version, deadline)) {
      return new Answer(Optional.of(new Lease(name, version + 1)), deadline.end());
    }
    Optional<Map<String, AttributeValue>> now = item(name, deadline);
    return new Answer(
        now.filter(there -> isHeldBy(now, holder))
            .map(there -> new Lease(name, Table.version(there))),
        now.map(Leases::until).orElse(deadline.end()));
  }

  private Optional<Map<String, AttributeValue>> item(String name, Deadline deadline) {
    Table.Key key = new Table.Key(PARTITION, name);
    return Optional.ofNullable(table.get(List.of(key), true, deadline).get(key));
  }

  private static boolean isHeldBy(Optional<Map<String, AttributeValue>> item, String holder) {
    return item.map(there -> new Attributes(there).string(HOLDER).equals(holder)).orElse(false);
  }

  /** Ends a lease. Does nothing if it has expired and another holder has it now. */
  public void end(Lease lease, Deadline deadline) {
    table.put(item(lease.name(), "nobody", Instant.EPOCH), lease.version(), deadline);
  }

  private static Map<String, AttributeValue> item(String name, String holder, Instant until) {
    return new Attributes()
        .string(Table.PK, PARTITION)
        .string(Table.SK, name)
        .string(HOLDER, holder)
        .string("until", until.toString())
        .map();
  }

  private static Instant until(Map<String, AttributeValue> item) {
    return Instant.parse(new Attributes(item).string("until"));
  }
}
