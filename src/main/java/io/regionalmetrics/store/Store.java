package io.regionalmetrics.store;

import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.YearQuarter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table. Definitions change rarely and are kept in memory for a minute; figures are read each
 * time. Every write names the version that it replaces: if two write at the same time, the second
 * is told, and nothing is lost.
 */
public final class Store {
  /** DynamoDB's limit is 400 KB; the rest is for names and the next version. */
  private static final long MOST_BYTES = 390_000;

  private final Table table;
  private final DefinitionCache definitions;

  /** A page of a list, and where the next page begins; empty on the last page. */
  public record Page<T>(List<T> items, Optional<String> next) {}

  /** A store in a table. */
  public Store(DynamoDbClient client, String tableName, InstantSource clock) {
    this.table = new Table(client, tableName);
    this.definitions = new DefinitionCache(clock);
  }

  /**
   * Definitions, and the figures that were read in the same request.
   *
   * @param vocabularies of the companies that are known
   * @param quarters the requested quarters; empty if the definitions were kept from before
   */
  public record DefinitionsRead(
      Map<String, Vocabulary> vocabularies, Map<QuarterKey, MetricQuarter> quarters) {}

  /** Figures and rates that were read together. Every requested key is there, if only empty. */
  public record Read(Map<QuarterKey, MetricQuarter> quarters, Map<FixingsKey, Fixings> rates) {}

  /** Reads quarters, one request for each hundred. Quarters without figures are empty. */
  public Map<QuarterKey, MetricQuarter> quarters(Collection<QuarterKey> keys, Deadline deadline) {
    return read(keys, List.of(), deadline).quarters();
  }

  /** Reads quarters and rates, one request for each hundred of both. */
  public Read read(Collection<QuarterKey> keys, Collection<FixingsKey> rates, Deadline deadline) {
    List<Table.Key> all =
        Stream.concat(keys.stream().map(QuarterItem::key), rates.stream().map(FixingsItem::key))
            .toList();
    Map<Table.Key, Map<String, AttributeValue>> items = table.get(all, false, deadline);
    Map<QuarterKey, MetricQuarter> quarters = new LinkedHashMap<>();
    keys.forEach(key -> quarters.put(key, quarter(key, items).value()));
    Map<FixingsKey, Fixings> fixings = new LinkedHashMap<>();
    rates.forEach(key -> fixings.put(key, fixings(key, items).value()));
    return new Read(quarters, fixings);
  }

  /** Reads the quarters of a span that have figures: one Query, and one more for each megabyte. */
  public Map<QuarterKey, MetricQuarter> quarters(MetricSpan span, Deadline deadline) {
    Map<QuarterKey, MetricQuarter> quarters = new LinkedHashMap<>();
    table
        .range(
            QuarterItem.partition(span.company(), span.metric()),
            span.first().toString(),
            span.last().toString(),
            deadline)
        .forEach(item -> {
          YearQuarter period = YearQuarter.parse(Table.Key.of(item).sk());
          QuarterKey key = new QuarterKey(span.company(), span.metric(), period);
          quarters.put(key, QuarterItem.read(key, item));
        });
    return quarters;
  }

  /** Reads quarters consistently, with their versions, in order to replace them. */
  public Map<QuarterKey, Versioned<MetricQuarter>> quartersToWrite(
      Collection<QuarterKey> keys, Deadline deadline) {
    Map<Table.Key, Map<String, AttributeValue>> items =
        table.get(keys.stream().map(QuarterItem::key).toList(), true, deadline);
    Map<QuarterKey, Versioned<MetricQuarter>> quarters = new LinkedHashMap<>();
    keys.forEach(key -> quarters.put(key, quarter(key, items)));
    return quarters;
  }

  private static Versioned<MetricQuarter> quarter(
      QuarterKey key, Map<Table.Key, Map<String, AttributeValue>> items) {
    Map<String, AttributeValue> item = items.get(QuarterItem.key(key));
    return item == null
        ? new Versioned<>(MetricQuarter.empty(key), 0)
        : new Versioned<>(QuarterItem.read(key, item), version(item));
  }

  private static Versioned<Fixings> fixings(
      FixingsKey key, Map<Table.Key, Map<String, AttributeValue>> items) {
    Map<String, AttributeValue> item = items.get(FixingsItem.key(key));
    return item == null
        ? new Versioned<>(Fixings.none(key), 0)
        : new Versioned<>(FixingsItem.read(key, item), version(item));
  }

  /**
   * Reads a currency's rates in a range of quarters, oldest first. One Query, and one more for each
   * megabyte; a quarter has less than a kilobyte.
   */
  public List<Fixings> rates(
      String currency, YearQuarter first, YearQuarter last, Deadline deadline) {
    return table
        .range(FixingsItem.partition(currency), first.toString(), last.toString(), deadline)
        .stream()
        .map(item -> FixingsItem.read(currency, item))
        .toList();
  }

  /**
   * Adds fixings to those that are stored: new days are added, and a day's rate that differs is
   * replaced. No day is lost, whoever else writes at the same time. What is stored already is not
   * written again, so an interrupted call is completed by the same call. One read for each hundred
   * quarters, and one write for each that changes.
   *
   * @param fixings each quarter of a currency once
   * @return how many days were added, revised and unchanged
   * @throws Unavailable if not all could be written in time
   */
  public Fixings.Change putRates(Collection<Fixings> fixings, Deadline deadline) {
    Fixings.Change change = Fixings.Change.NONE;
    List<Fixings> left = List.copyOf(fixings);
    Duration pause = Table.FIRST_PAUSE;
    while (true) {
      List<Fixings> overtaken = new ArrayList<>();
      change = change.plus(putOnce(left, overtaken, deadline));
      if (overtaken.isEmpty()) {
        return change;
      }
      left = overtaken;
      pause = Table.wait(pause, deadline);
    }
  }

  /** Tries to add fixings; {@code overtaken} receives those that somebody else wrote meanwhile. */
  private Fixings.Change putOnce(
      List<Fixings> fixings, List<Fixings> overtaken, Deadline deadline) {
    Fixings.Change change = Fixings.Change.NONE;
    Map<Table.Key, Map<String, AttributeValue>> items =
        table.get(
            fixings.stream().map(Fixings::key).map(FixingsItem::key).toList(), true, deadline);
    for (Fixings more : fixings) {
      Versioned<Fixings> stored = fixings(more.key(), items);
      Fixings.Change one = stored.value().change(more);
      if (!one.isNews() || write(stored.value().and(more), stored.version(), deadline)) {
        change = change.plus(one);
      } else {
        overtaken.add(more);
      }
    }
    return change;
  }

  private boolean write(Fixings fixings, long replaced, Deadline deadline) {
    return table.put(FixingsItem.write(fixings), replaced, deadline);
  }

  /**
   * Writes a quarter.
   *
   * @param replaced the version that was read; 0 if there was none
   * @return false if somebody else has written it since
   */
  public boolean write(MetricQuarter quarter, long replaced, Deadline deadline) {
    return table.put(QuarterItem.write(quarter), replaced, deadline);
  }

  /**
   * Checks that a quarter fits into an item.
   *
   * @throws Refusal if it does not
   */
  public void refuseTooLarge(MetricQuarter quarter) {
    if (!quarter.allVintages().isEmpty()) {
      QuarterKey key = quarter.key();
      refuseTooLarge(
          QuarterItem.write(quarter),
          "%s of %s in %s".formatted(key.metric(), key.company(), key.period()));
    }
  }

  /**
   * The definitions that hold for some companies; unknown companies are left out.
   *
   * @param fresh whether definitions that are kept from before will not do
   */
  public Map<String, Vocabulary> vocabularies(
      Collection<String> companies, boolean fresh, Deadline deadline) {
    return vocabularies(companies, fresh, List.of(), deadline).vocabularies();
  }

  /**
   * Like {@link #vocabularies(Collection, boolean, Deadline)}, with figures that will probably be
   * needed: if definitions must be read, the same request reads these quarters. If they are kept
   * already, or if all together are more than one request can hold, no quarter is read.
   *
   * @param likely quarters of companies and metrics whose ids have the form of an id
   */
  public DefinitionsRead vocabularies(
      Collection<String> companies,
      boolean fresh,
      Collection<QuarterKey> likely,
      Deadline deadline) {
    DefinitionCache.Known known = definitions.known(companies, fresh);
    List<Table.Key> missing = known.missing();
    if (missing.isEmpty()) {
      return new DefinitionsRead(definitions.vocabularies(known), Map.of());
    }
    Collection<QuarterKey> along =
        missing.size() + likely.size() > Table.MOST_KEYS ? List.of() : likely;
    List<Table.Key> all =
        Stream.concat(missing.stream(), along.stream().map(QuarterItem::key)).toList();
    Map<Table.Key, Map<String, AttributeValue>> items = table.get(all, false, deadline);
    Map<QuarterKey, MetricQuarter> quarters = new LinkedHashMap<>();
    along.forEach(key -> quarters.put(key, quarter(key, items).value()));
    return new DefinitionsRead(definitions.vocabularies(definitions.keep(known, items)), quarters);
  }

  /** The definitions for all companies, kept for a minute. */
  public Definitions definitions(Deadline deadline) {
    DefinitionCache.Known known = definitions.known(List.of(), false);
    List<Table.Key> missing = known.missing();
    return missing.isEmpty()
        ? known.common().orElse(Definitions.NONE)
        : definitions
            .keep(known, table.get(missing, false, deadline))
            .common()
            .orElse(Definitions.NONE);
  }

  /** Reads the definitions for all companies consistently, in order to replace them. */
  public Versioned<Definitions> definitionsToWrite(Deadline deadline) {
    Map<String, AttributeValue> item =
        table.get(List.of(DefinitionItem.COMMON), true, deadline).get(DefinitionItem.COMMON);
    return new Versioned<>(DefinitionCache.definitions(item), version(item));
  }

  /** Reads companies consistently, in order to replace them. Unknown companies are left out. */
  public Map<String, Versioned<CompanyRecord>> companiesToWrite(
      Collection<String> companies, Deadline deadline) {
    Map<String, Versioned<CompanyRecord>> records = new LinkedHashMap<>();
    table
        .get(companies.stream().map(DefinitionItem::key).toList(), true, deadline)
        .values()
        .forEach(item -> {
          CompanyRecord record = DefinitionItem.readCompany(item);
          records.put(record.company().id(), new Versioned<>(record, version(item)));
        });
    return records;
  }

  /** Writes the definitions for all companies; false if somebody else has since. */
  public boolean write(Definitions common, long replaced, Deadline deadline) {
    Map<String, AttributeValue> item = DefinitionItem.write(common);
    refuseTooLarge(item, "the definitions for all companies");
    boolean written = table.put(item, replaced, deadline);
    definitions.forgetCommon();
    return written;
  }

  /** Writes what is known about a company; false if somebody else has since. */
  public boolean write(CompanyRecord record, long replaced, Deadline deadline) {
    Map<String, AttributeValue> item = DefinitionItem.write(record);
    refuseTooLarge(item, "the definitions of " + record.company().id());
    boolean written = table.put(item, replaced, deadline);
    definitions.forget(record.company().id());
    return written;
  }

  /** Writes a company into the list of companies, unless it is there unchanged. */
  public void list(Company company, Deadline deadline) {
    Table.Key key = new Table.Key(DefinitionItem.CATALOG, company.id());
    Map<String, AttributeValue> item = table.get(List.of(key), true, deadline).get(key);
    if (item == null || !DefinitionItem.company(item).equals(company)) {
      // Anyone who writes it now has just read the same record, so losing to them loses nothing.
      table.put(DefinitionItem.writeCatalog(company), version(item), deadline);
    }
  }

  /** Lists the companies by id. */
  public Page<Company> companies(@Nullable String after, int most, Deadline deadline) {
    Table.Page page = table.query(DefinitionItem.CATALOG, after, most, deadline);
    return new Page<>(
        page.items().stream().map(DefinitionItem::company).toList(),
        Optional.ofNullable(page.next()));
  }

  /** Reads sources consistently, in order to replace them. Unknown sources are left out. */
  public Map<String, Versioned<SourceRecord>> sourcesToWrite(
      Collection<String> ids, Deadline deadline) {
    Map<String, Versioned<SourceRecord>> sources = new LinkedHashMap<>();
    table
        .get(ids.stream().map(SourceItem::key).toList(), true, deadline)
        .forEach((key, item) ->
            sources.put(key.sk(), new Versioned<>(SourceItem.read(item), version(item))));
    return sources;
  }

  /** Writes a source; false if somebody else has since. */
  public boolean write(SourceRecord source, long replaced, Deadline deadline) {
    return table.put(SourceItem.write(source), replaced, deadline);
  }

  /** Lists the sources by id. */
  public Page<SourceRecord> sources(@Nullable String after, int most, Deadline deadline) {
    Table.Page page = table.query(SourceItem.PARTITION, after, most, deadline);
    return new Page<>(
        page.items().stream().map(SourceItem::read).toList(), Optional.ofNullable(page.next()));
  }

  /** Reads a feed's state consistently, in order to replace it; empty if it never ran. */
  public Optional<Versioned<FeedState>> feedToWrite(String id, Deadline deadline) {
    Table.Key key = FeedItem.key(id);
    return Optional.ofNullable(table.get(List.of(key), true, deadline).get(key))
        .map(item -> new Versioned<>(FeedItem.read(item), version(item)));
  }

  /** Writes a feed's state; false if somebody else has since. */
  public boolean write(FeedState state, long replaced, Deadline deadline) {
    return table.put(FeedItem.write(state), replaced, deadline);
  }

  /** Reads what a feed stored between its runs, in order to replace it; empty at first. */
  public Optional<Versioned<byte[]>> fileToWrite(String feed, String name, Deadline deadline) {
    Table.Key key = FeedItem.file(feed, name);
    return Optional.ofNullable(table.get(List.of(key), true, deadline).get(key))
        .map(item -> new Versioned<>(FeedItem.content(item), version(item)));
  }

  /** Stores something for a feed's next run; false if somebody else has since. */
  public boolean writeFile(
      String feed, String name, byte[] content, long replaced, Deadline deadline) {
    return table.put(FeedItem.file(feed, name, content), replaced, deadline);
  }

  /** Lists the feeds' states by id. */
  public Page<FeedState> feeds(@Nullable String after, int most, Deadline deadline) {
    Table.Page page = table.query(FeedItem.PARTITION, after, most, deadline);
    return new Page<>(
        page.items().stream().map(FeedItem::read).toList(), Optional.ofNullable(page.next()));
  }

  private static long version(@Nullable Map<String, AttributeValue> item) {
    return item == null ? 0 : new Attributes(item).number(Table.VERSION).longValueExact();
  }

  private static void refuseTooLarge(Map<String, AttributeValue> item, String what) {
    if (Attributes.size(item) > MOST_BYTES) {
      throw Refusal.of(
          Refusal.Reason.TOO_LARGE,
          "observations",
          "%s would exceed the limit of %s bytes; leave some out".formatted(what, MOST_BYTES));
    }
  }
}
