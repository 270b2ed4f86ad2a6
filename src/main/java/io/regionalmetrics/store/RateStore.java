package io.regionalmetrics.store;

import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.model.Periods;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.threeten.extra.YearQuarter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads and writes exchange rates: one item for each currency and quarter. */
public final class RateStore {
  private final Table table;

  RateStore(Table table) {
    this.table = table;
  }

  /**
   * Reads a currency's rates in a range of quarters, oldest first. One Query, and one more for each
   * megabyte; a quarter takes less than a kilobyte.
   *
   * @param last may be after {@link Periods#LAST}, where there are no rates
   */
  public List<Fixings> range(
      String currency, YearQuarter first, YearQuarter last, Deadline deadline) {
    // As text, a year of five digits, +10000, sorts before all others.
    YearQuarter end = last.isAfter(Periods.LAST) ? Periods.LAST : last;
    return table
        .range(FixingsItem.partition(currency), first.toString(), end.toString(), deadline)
        .stream()
        .map(item -> FixingsItem.read(currency, item))
        .toList();
  }

  /**
   * Adds fixings to those that are stored: adds new days, and replaces the rate of a day if it
   * differs. No day is lost if others write at the same time. If the call is interrupted, calling
   * again completes it without writing anything twice. One read for each hundred quarters, and one
   * write for each quarter that changes.
   *
   * @param fixings at most one for each currency and quarter
   * @return how many days were added, revised and unchanged
   * @throws Unavailable if time runs out before all are written
   */
  public Fixings.Change add(Collection<Fixings> fixings, Deadline deadline) {
    Fixings.Change change = Fixings.Change.NONE;
    List<Fixings> left = List.copyOf(fixings);
    Duration pause = Table.FIRST_PAUSE;
    while (true) {
      List<Fixings> overtaken = new ArrayList<>();
      change = change.plus(addOnce(left, overtaken, deadline));
      if (overtaken.isEmpty()) {
        return change;
      }
      left = overtaken;
      pause = Table.wait(pause, deadline);
    }
  }

  /** Tries once; {@code overtaken} receives the fixings of quarters that others wrote meanwhile. */
  private Fixings.Change addOnce(
      List<Fixings> fixings, List<Fixings> overtaken, Deadline deadline) {
    Fixings.Change change = Fixings.Change.NONE;
    List<Table.Key> keys = fixings.stream().map(Fixings::key).map(FixingsItem::key).toList();
    Map<Table.Key, Map<String, AttributeValue>> items = table.get(keys, true, deadline);
    for (Fixings more : fixings) {
      Versioned<Fixings> stored = stored(more.key(), items);
      Fixings.Change one = stored.value().change(more);
      if (!one.isNews() || write(stored.value().and(more), stored.version(), deadline)) {
        change = change.plus(one);
      } else {
        overtaken.add(more);
      }
    }
    return change;
  }

  private static Versioned<Fixings> stored(
      FixingsKey key, Map<Table.Key, Map<String, AttributeValue>> items) {
    Map<String, AttributeValue> item = items.get(FixingsItem.key(key));
    return new Versioned<>(FixingsItem.readOrNone(key, item), Table.version(item));
  }

  private boolean write(Fixings fixings, long replaced, Deadline deadline) {
    return table.put(FixingsItem.write(fixings), replaced, deadline);
  }
}
