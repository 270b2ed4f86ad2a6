package io.regionalmetrics.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one at a time may do. A lease ends by itself when whoever has it must be over, so that one
 * who was killed holds nobody up for longer than that.
 */
public final class Leases {
  private static final String PARTITION = "leases";

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
   * Asks for a lease until the deadline.
   *
   * @param name of what is leased
   */
  public Answer ask(String name, Deadline deadline) {
    Table.Key key = new Table.Key(PARTITION, name);
    Map<String, AttributeValue> item = table.get(List.of(key), true, deadline).get(key);
    Instant until = until(item);
    long version = item == null ? 0 : new Attributes(item).number(Table.VERSION).longValueExact();
    if (until.isAfter(clock.instant())) {
      return new Answer(Optional.empty(), until);
    }
    return table.put(item(name, deadline.end()), version, deadline)
        ? new Answer(Optional.of(new Lease(name, version + 1)), deadline.end())
        : new Answer(Optional.empty(), deadline.end());
  }

  /** Gives a lease back; one that has ended and is somebody else's by now is left to them. */
  public void end(Lease lease, Deadline deadline) {
    table.put(item(lease.name(), Instant.EPOCH), lease.version(), deadline);
  }

  private static Map<String, AttributeValue> item(String name, Instant until) {
    return new Attributes()
        .string(Table.PK, PARTITION)
        .string(Table.SK, name)
        .string("until", until.toString())
        .map();
  }

  private static Instant until(@Nullable Map<String, AttributeValue> item) {
    return item == null ? Instant.EPOCH : Instant.parse(new Attributes(item).string("until"));
  }
}
