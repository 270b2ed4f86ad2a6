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
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.YearQuarter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All that is kept. Definitions change rarely and are kept for a minute; figures are read each
 * time. Every write names the version that it replaces, so that of two writers at once one is told
 * and neither is lost.
 */
public final class Store {
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** DynamoDB's bound is 400 KB; what is left is for names and for the next version. */
  private static final long MOST_BYTES = 390_000;

  private final Table table;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Kept<Definitions>> keptCommon = new AtomicReference<>();
  private final Map<String, Kept<CompanyRecord>> keptCompanies = new ConcurrentHashMap<>();

  private final Map<String, Vocabulary> keptVocabularies = new ConcurrentHashMap<>();

  private record Kept<T>(T value, Instant until) {}

  /** A part of a list, and where the next part begins. */
  public record Page<T>(List<T> items, Optional<String> next) {}

  /** What is kept in one table. */
  public Store(DynamoDbClient client, String tableName, InstantSource clock) {
    this.table = new Table(client, tableName);
    this.clock = clock;
  }

  /**
   * Definitions, and the figures that were read in the same request.
   *
   * @param vocabularies of the companies that are known
   * @param quarters the requested quarters; empty if the definitions were kept from before
   */
  public record DefinitionsRead(
      Map<String, Vocabulary> vocabularies, Map<QuarterKey, MetricQuarter> quarters) {}

  /** What was read together: all that was asked for is there, empty where nothing is known. */
  public record Read(Map<QuarterKey, MetricQuarter> quarters, Map<FixingsKey, Fixings> rates) {}

  /**
   * Some quarters: those of which nothing was published are there, and empty. One request for each
   * hundred.
   */
  public Map<QuarterKey, MetricQuarter> quarters(Collection<QuarterKey> keys, Deadline deadline) {
    return read(keys, List.of(), deadline).quarters();
  }

  /** Some quarters, and the rates to convert them by, in one request for each hundred of both. */
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

  /**
   * The quarters of a span of which anything was published. One Query, and one more for each
   * megabyte.
   */
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

  /** Some quarters as they are now, to be written again. */
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
   * A currency's rates in the quarters from one to another, those of which any are known, oldest
   * first. One Query, and one more for each megabyte: a quarter has less than a kilobyte.
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
   * Puts fixings to those that are kept: days that are new are added, none is lost, and a day's
   * rate that differs is replaced. Whoever else writes them at the same time loses nothing either.
   * What is kept already is not written again; so what was stopped in the middle is completed by
   * putting the same again. One read for each hundred quarters, and one write for each that
   * changes.
   *
   * @param fixings each quarter of a currency once
   * @return how many days were added, revised and left as they are
   * @throws Unavailable where not all could be written in the time that there was
   */
  public Fixings.Change putRates(Collection<Fixings> fixings, Deadline deadline) {
    Fixings.Change change = Fixings.Change.NONE;
    List<Fixings> left = List.copyOf(fixings);
    Duration pause = Table.FIRST_PAUSE;
    while (true) {
      List<Fixings> overtaken = new ArrayList<>();
      Map<Table.Key, Map<String, AttributeValue>> items =
          table.get(left.stream().map(Fixings::key).map(FixingsItem::key).toList(), true, deadline);
      for (Fixings more : left) {
        Versioned<Fixings> kept = fixings(more.key(), items);
        Fixings.Change one = kept.value().change(more);
        if (!one.isNews() || write(kept.value().and(more), kept.version(), deadline)) {
          change = change.plus(one);
        } else {
          overtaken.add(more);
        }
      }
      if (overtaken.isEmpty()) {
        return change;
      }
      left = overtaken;
      pause = Table.wait(pause, deadline);
    }
  }

  private boolean write(Fixings fixings, long replaced, Deadline deadline) {
    return table.put(FixingsItem.write(fixings), replaced, deadline);
  }

  /**
   * Writes a quarter; says whether it could: not where somebody else has written it since it was
   * read.
   */
  public boolean write(MetricQuarter quarter, long replaced, Deadline deadline) {
    return table.put(QuarterItem.write(quarter), replaced, deadline);
  }

  /**
   * Looks whether a quarter can be written.
   *
   * @throws Refusal where it holds more than an item can
   */
  public void refuseTooLarge(MetricQuarter quarter) {
    if (!quarter.words().isEmpty()) {
      QuarterKey key = quarter.key();
      refuseTooLarge(
          QuarterItem.write(quarter),
          "%s of %s in %s".formatted(key.metric(), key.company(), key.period()));
    }
  }

  /** The words that hold for some companies; those that aren't known are left out. */
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
    if (fresh) {
      keptCommon.set(null);
      keptCompanies.keySet().removeAll(companies);
    }
    Instant now = clock.instant();
    List<Table.Key> missing = missingDefinitions(companies, now);
    Map<QuarterKey, MetricQuarter> quarters =
        missing.isEmpty() ? Map.of() : read(missing, now, likely, deadline);
    return new DefinitionsRead(vocabularies(companies, now), quarters);
  }

  private List<Table.Key> missingDefinitions(Collection<String> companies, Instant now) {
    List<Table.Key> missing = new ArrayList<>();
    if (!isFresh(keptCommon.get(), now)) {
      missing.add(DefinitionItem.COMMON);
    }
    companies.stream()
        .filter(company -> Codes.isId(company) && !isFresh(keptCompanies.get(company), now))
        .forEach(company -> missing.add(DefinitionItem.key(company)));
    return missing;
  }

  private static boolean isFresh(@Nullable Kept<?> kept, Instant now) {
    return kept != null && now.isBefore(kept.until());
  }

  /**
   * Reads definitions and keeps them for a minute, even if there are none for all companies.
   *
   * @return the likely quarters, read with them
   */
  private Map<QuarterKey, MetricQuarter> read(
      List<Table.Key> missing, Instant now, Collection<QuarterKey> likely, Deadline deadline) {
    Collection<QuarterKey> along =
        missing.size() + likely.size() > Table.MOST_KEYS ? List.of() : likely;
    List<Table.Key> all =
        Stream.concat(missing.stream(), along.stream().map(QuarterItem::key)).toList();
    Map<Table.Key, Map<String, AttributeValue>> items = table.get(all, false, deadline);
    keep(missing, items, now.plus(KEPT));
    Map<QuarterKey, MetricQuarter> quarters = new LinkedHashMap<>();
    along.forEach(key -> quarters.put(key, quarter(key, items).value()));
    return quarters;
  }

  private void keep(
      List<Table.Key> keys, Map<Table.Key, Map<String, AttributeValue>> items, Instant until) {
    for (Table.Key key : keys) {
      Map<String, AttributeValue> item = items.get(key);
      if (key.equals(DefinitionItem.COMMON)) {
        keptCommon.set(new Kept<>(definitions(item), until));
      } else if (item != null) {
        CompanyRecord record = DefinitionItem.readCompany(item);
        keptCompanies.put(record.company().id(), new Kept<>(record, until));
      }
    }
  }

  private Map<String, Vocabulary> vocabularies(Collection<String> companies, Instant now) {
    Kept<Definitions> common = keptCommon.get();
    Definitions definitions = common == null ? Definitions.NONE : common.value();
    Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
    for (String company : companies) {
      Kept<CompanyRecord> kept = keptCompanies.get(company);
      if (kept != null && isFresh(kept, now)) {
        vocabularies.put(company, vocabulary(kept.value(), definitions));
      }
    }
    return vocabularies;
  }

  /** The words of a company: as before, while its definitions and those for all are the same. */
  private Vocabulary vocabulary(CompanyRecord record, Definitions common) {
    return keptVocabularies.merge(
        record.company().id(),
        new Vocabulary(record, common),
        (kept, made) -> kept.isOf(record, common) ? kept : made);
  }

  /** The definitions for all companies, kept for a minute. */
  public Definitions definitions(Deadline deadline) {
    Instant now = clock.instant();
    if (!isFresh(keptCommon.get(), now)) {
      read(List.of(DefinitionItem.COMMON), now, List.of(), deadline);
    }
    Kept<Definitions> kept = keptCommon.get();
    return kept == null ? Definitions.NONE : kept.value();
  }

  private static Definitions definitions(@Nullable Map<String, AttributeValue> item) {
    return item == null ? Definitions.NONE : DefinitionItem.read(item);
  }

  /** The definitions for all companies as they are now, to be written again. */
  public Versioned<Definitions> definitionsToWrite(Deadline deadline) {
    Map<String, AttributeValue> item =
        table.get(List.of(DefinitionItem.COMMON), true, deadline).get(DefinitionItem.COMMON);
    return new Versioned<>(definitions(item), version(item));
  }

  /**
   * What is known of some companies as it is now, to be written again; those that aren't known are
   * left out.
   */
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

  /** Writes the definitions for all companies; says whether it could. */
  public boolean write(Definitions common, long replaced, Deadline deadline) {
    Map<String, AttributeValue> item = DefinitionItem.write(common);
    refuseTooLarge(item, "the definitions for all companies");
    boolean written = table.put(item, replaced, deadline);
    keptCommon.set(null);
    return written;
  }

  /**
   * Writes what is known of a company; says whether it could. The list of companies shows it too.
   */
  public boolean write(CompanyRecord record, long replaced, Deadline deadline) {
    Map<String, AttributeValue> item = DefinitionItem.write(record);
    refuseTooLarge(item, "the definitions of " + record.company().id());
    boolean written = table.put(item, replaced, deadline);
    keptCompanies.remove(record.company().id());
    return written;
  }

  /** Writes a company into the list of companies, if it isn't there as it is. */
  public void list(Company company, Deadline deadline) {
    Table.Key key = new Table.Key(DefinitionItem.CATALOG, company.id());
    Map<String, AttributeValue> item = table.get(List.of(key), true, deadline).get(key);
    if (item == null || !DefinitionItem.company(item).equals(company)) {
      // Whoever else writes it now has just read the same record: losing to them loses nothing.
      table.put(DefinitionItem.writeCatalog(company), version(item), deadline);
    }
  }

  /** The companies, by id. */
  public Page<Company> companies(@Nullable String after, int most, Deadline deadline) {
    Table.Page page = table.query(DefinitionItem.CATALOG, after, most, deadline);
    return new Page<>(
        page.items().stream().map(DefinitionItem::company).toList(),
        Optional.ofNullable(page.next()));
  }

  /** Some sources as they are now, to be written again; those that aren't known are left out. */
  public Map<String, Versioned<SourceRecord>> sourcesToWrite(
      Collection<String> ids, Deadline deadline) {
    Map<String, Versioned<SourceRecord>> sources = new LinkedHashMap<>();
    table
        .get(ids.stream().map(SourceItem::key).toList(), true, deadline)
        .forEach((key, item) ->
            sources.put(key.sk(), new Versioned<>(SourceItem.read(item), version(item))));
    return sources;
  }

  /** Writes a source; says whether it could. */
  public boolean write(SourceRecord source, long replaced, Deadline deadline) {
    return table.put(SourceItem.write(source), replaced, deadline);
  }

  /** The sources, by id. */
  public Page<SourceRecord> sources(@Nullable String after, int most, Deadline deadline) {
    Table.Page page = table.query(SourceItem.PARTITION, after, most, deadline);
    return new Page<>(
        page.items().stream().map(SourceItem::read).toList(), Optional.ofNullable(page.next()));
  }

  /** How a feed is doing, as it is now, to be written again; nothing where it was never run. */
  public Optional<Versioned<FeedState>> feedToWrite(String id, Deadline deadline) {
    Table.Key key = FeedItem.key(id);
    return Optional.ofNullable(table.get(List.of(key), true, deadline).get(key))
        .map(item -> new Versioned<>(FeedItem.read(item), version(item)));
  }

  /** Writes how a feed is doing; says whether it could. */
  public boolean write(FeedState state, long replaced, Deadline deadline) {
    return table.put(FeedItem.write(state), replaced, deadline);
  }

  /** What a feed keeps between its runs under a name, to be written again; nothing at first. */
  public Optional<Versioned<byte[]>> fileToWrite(String feed, String name, Deadline deadline) {
    Table.Key key = FeedItem.file(feed, name);
    return Optional.ofNullable(table.get(List.of(key), true, deadline).get(key))
        .map(item -> new Versioned<>(FeedItem.content(item), version(item)));
  }

  /** Writes what a feed keeps; says whether it could. */
  public boolean writeFile(
      String feed, String name, byte[] content, long replaced, Deadline deadline) {
    return table.put(FeedItem.file(feed, name, content), replaced, deadline);
  }

  /** How all feeds are doing, by id. */
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
          "%s would be larger than the %s bytes that are kept of it; leave some out"
              .formatted(what, MOST_BYTES));
    }
  }
}
