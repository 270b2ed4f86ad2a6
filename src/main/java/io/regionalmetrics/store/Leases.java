package io.regionalmetrics.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one at a time may do. A lease ends by itself when whoever has it must be over, so that one
 * who was killed holds nobody up for longer than that.
 */
public final class Leases {
  private static final String PARTITION = "leases";
  private static final String HOLDER = "holder";

  private final Table table;
  private final InstantSource clock;

  /** The leases of a table. */
  public Leases(DynamoDbClient client, String tableName, InstantSource clock) {
    this.table = new Table(client, tableName);
    this.clock = clock;
  }

  /**
   * A lease that is held.
   *
   * @param name of what is leased
   * @param version of its item
   */
  public record Lease(String name, long version) {}

  /** What came of asking: a lease, or until when somebody else has it. */
  public record Answer(Optional<Lease> lease, Instant until) {}

  /**
   * Asks for a lease until the deadline. One who asks again has it already: Lambda tries a run that
   * was killed again under the same name, and an answer that was lost may have been a yes.
   *
   * @param name of what is leased
   * @param holder who asks
   */
  public Answer ask(String name, String holder, Deadline deadline) {
    Optional<Map<String, AttributeValue>> item = item(name, deadline);
    Instant until = item.map(Leases::until).orElse(Instant.EPOCH);
    if (until.isAfter(clock.instant()) && !isHeldBy(item, holder)) {
      return new Answer(Optional.empty(), until);
    }
    long version = item.map(Leases::version).orElse(0L);
    if (table.put(item(name, holder, deadline.end()), version, deadline)) {
      return new Answer(Optional.of(new Lease(name, version + 1)), deadline.end());
    }
    Optional<Map<String, AttributeValue>> now = item(name, deadline);
    return new Answer(
        now.filter(there -> isHeldBy(now, holder)).map(there -> new Lease(name, version(there))),
        now.map(Leases::until).orElse(deadline.end()));
  }

  private Optional<Map<String, AttributeValue>> item(String name, Deadline deadline) {
    Table.Key key = new Table.Key(PARTITION, name);
    return Optional.ofNullable(table.get(List.of(key), true, deadline).get(key));
  }

  private static boolean isHeldBy(Optional<Map<String, AttributeValue>> item, String holder) {
    return item.map(there -> new Attributes(there).string(HOLDER).equals(holder)).orElse(false);
  }

  private static long version(Map<String, AttributeValue> item) {
    return new Attributes(item).number(Table.VERSION).longValueExact();
  }

  /** Gives a lease back; one that has ended and is somebody else's by now is left to them. */
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
