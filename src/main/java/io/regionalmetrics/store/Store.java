package io.regionalmetrics.store;

import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Refusal;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.YearQuarter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads and writes what the table holds: figures and definitions directly, the rest through {@link
 * #rates}, {@link #sources} and {@link #feeds}.
 *
 * <p>Definitions change rarely and are cached for a minute; figures are read each time. Every write
 * names the version that it replaces. If two writers replace the same version, the second write
 * returns false, and nothing is lost.
 */
public final class Store {
  /** DynamoDB's limit is 400 KB; the rest leaves room for keys and the version. */
  private static final long MAX_BYTES = 390_000;

  private final Table table;
  private final DefinitionCache definitions;

  /** A store in a table. */
  public Store(DynamoDbClient client, String tableName, InstantSource clock) {
    this.table = new Table(client, tableName);
    this.definitions = new DefinitionCache(clock);
  }

  /** The exchange rates. */
  public RateStore rates() {
    return new RateStore(table);
  }

  /** The sources. */
  public SourceStore sources() {
    return new SourceStore(table);
  }

  /** The states and files of feeds. */
  public FeedStore feeds() {
    return new FeedStore(table);
  }

  /**
   * Definitions, and the figures that the same request read.
   *
   * @param vocabularies the definitions for each known company, by the company's id
   * @param quarters the requested quarters; empty if the definitions were cached
   */
  public record DefinitionsRead(
      Map<String, Vocabulary> vocabularies, Map<QuarterKey, MetricQuarter> quarters) {}

  /** Figures and rates that one request read. Every requested key is present, even without data. */
  public record QuartersAndRates(
      Map<QuarterKey, MetricQuarter> quarters, Map<FixingsKey, Fixings> rates) {}

  /** Reads quarters, in one request for each hundred. Quarters without figures are empty. */
  public Map<QuarterKey, MetricQuarter> quarters(Collection<QuarterKey> keys, Deadline deadline) {
    return read(keys, List.of(), deadline).quarters();
  }

  /** Reads quarters and rates, in one request for each hundred of both together. */
  public QuartersAndRates read(
      Collection<QuarterKey> keys, Collection<FixingsKey> rates, Deadline deadline) {
    List<Table.Key> all =
        Stream.concat(keys.stream().map(QuarterItem::key), rates.stream().map(FixingsItem::key))
            .toList();
    Map<Table.Key, Map<String, AttributeValue>> items = table.get(all, false, deadline);
    Map<FixingsKey, Fixings> fixings = new LinkedHashMap<>();
    rates.forEach(
        key -> fixings.put(key, FixingsItem.readOrNone(key, items.get(FixingsItem.key(key)))));
    return new QuartersAndRates(quarters(keys, items), fixings);
  }

  private static Map<QuarterKey, MetricQuarter> quarters(
      Collection<QuarterKey> keys, Map<Table.Key, Map<String, AttributeValue>> items) {
    Map<QuarterKey, MetricQuarter> quarters = new LinkedHashMap<>();
    keys.forEach(key -> quarters.put(key, quarter(key, items).value()));
    return quarters;
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
          QuarterKey key = key(span.company(), span.metric(), item);
          quarters.put(key, QuarterItem.read(key, item));
        });
    return quarters;
  }

  /** The quarters of a span that have figures, oldest first. Reads no figures. */
  public NavigableSet<YearQuarter> periods(MetricSpan span, Deadline deadline) {
    NavigableSet<YearQuarter> periods = new TreeSet<>();
    table
        .sortKeys(
            QuarterItem.partition(span.company(), span.metric()),
            span.first().toString(),
            span.last().toString(),
            deadline)
        .forEach(period -> periods.add(YearQuarter.parse(period)));
    return periods;
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

  /** Reads all quarters of a company's metric consistently, because a write will follow. */
  public List<MetricQuarter> quartersToWrite(String company, String metric, Deadline deadline) {
    return table.partitionToWrite(QuarterItem.partition(company, metric), deadline).stream()
        .map(item -> QuarterItem.read(key(company, metric, item), item))
        .toList();
  }

  private static QuarterKey key(String company, String metric, Map<String, AttributeValue> item) {
    return new QuarterKey(company, metric, YearQuarter.parse(Table.Key.of(item).sk()));
  }

  private static Versioned<MetricQuarter> quarter(
      QuarterKey key, Map<Table.Key, Map<String, AttributeValue>> items) {
    Map<String, AttributeValue> item = items.get(QuarterItem.key(key));
    MetricQuarter quarter = item == null ? MetricQuarter.empty(key) : QuarterItem.read(key, item);
    return new Versioned<>(quarter, Table.version(item));
  }

  /**
   * Writes a quarter, or deletes it if it has no figures.
   *
   * @param replaced the version that was read; 0 if there was none
   * @return false if another writer has replaced that version meanwhile
   */
  public boolean write(MetricQuarter quarter, long replaced, Deadline deadline) {
    return quarter.allVintages().isEmpty()
        ? table.delete(QuarterItem.key(quarter.key()), replaced, deadline)
        : table.put(QuarterItem.write(quarter), replaced, deadline);
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
   * The definitions for some companies, by the companies' ids. Unknown companies are left out.
   *
   * @param fresh whether to read the definitions even if they are cached
   */
  public Map<String, Vocabulary> vocabularies(
      Collection<String> companies, boolean fresh, Deadline deadline) {
    return vocabularies(companies, fresh, List.of(), deadline).vocabularies();
  }

  /**
   * Like {@link #vocabularies(Collection, boolean, Deadline)}; if definitions must be read, the
   * same request also reads figures that will probably be needed. Reads no figures if the
   * definitions are cached, or if both together do not fit into one request.
   *
   * @param likely the quarters that will probably be needed; their companies and metrics are valid
   *     ids, whether or not they exist
   */
  public DefinitionsRead vocabularies(
      Collection<String> companies,
      boolean fresh,
      Collection<QuarterKey> likely,
      Deadline deadline) {
    DefinitionCache.Snapshot cached = definitions.cached(companies, fresh);
    List<Table.Key> missing = cached.missing();
    if (missing.isEmpty()) {
      return new DefinitionsRead(definitions.vocabularies(cached), Map.of());
    }
    Collection<QuarterKey> alsoRead =
        missing.size() + likely.size() > Table.MAX_KEYS ? List.of() : likely;
    List<Table.Key> all =
        Stream.concat(missing.stream(), alsoRead.stream().map(QuarterItem::key)).toList();
    Map<Table.Key, Map<String, AttributeValue>> items = table.get(all, false, deadline);
    return new DefinitionsRead(
        definitions.vocabularies(definitions.add(cached, items)), quarters(alsoRead, items));
  }

  /** The definitions for all companies, cached for a minute. */
  public Definitions definitions(Deadline deadline) {
    DefinitionCache.Snapshot cached = definitions.cached(List.of(), false);
    List<Table.Key> missing = cached.missing();
    return missing.isEmpty()
        ? cached.common().orElse(Definitions.NONE)
        : definitions
            .add(cached, table.get(missing, false, deadline))
            .common()
            .orElse(Definitions.NONE);
  }

  /** Reads the definitions for all companies consistently, in order to replace them. */
  public Versioned<Definitions> definitionsToWrite(Deadline deadline) {
    Map<String, AttributeValue> item =
        table.get(List.of(DefinitionItem.COMMON), true, deadline).get(DefinitionItem.COMMON);
    return new Versioned<>(DefinitionCache.definitions(item), Table.version(item));
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
          records.put(record.company().id(), new Versioned<>(record, Table.version(item)));
        });
    return records;
  }

  /** Writes the definitions for all companies; false if another writer has meanwhile. */
  public boolean write(Definitions common, long replaced, Deadline deadline) {
    Map<String, AttributeValue> item = DefinitionItem.write(common);
    refuseTooLarge(item, "the definitions for all companies");
    boolean written = table.put(item, replaced, deadline);
    definitions.forgetCommon();
    return written;
  }

  /** Writes what is known about a company; false if another writer has meanwhile. */
  public boolean write(CompanyRecord record, long replaced, Deadline deadline) {
    Map<String, AttributeValue> item = DefinitionItem.write(record);
    refuseTooLarge(item, "the definitions of " + record.company().id());
    boolean written = table.put(item, replaced, deadline);
    definitions.forget(record.company().id());
    return written;
  }

  /** Adds a company to the list of companies, or updates it there if it has changed. */
  public void list(Company company, Deadline deadline) {
    Table.Key key = new Table.Key(DefinitionItem.CATALOG, company.id());
    Map<String, AttributeValue> item = table.get(List.of(key), true, deadline).get(key);
    if (item == null || !DefinitionItem.company(item).equals(company)) {
      // A concurrent writer has read the same record, so nothing is lost if this write fails.
      table.put(DefinitionItem.writeCatalog(company), Table.version(item), deadline);
    }
  }

  /**
   * Lists the companies, ordered by id.
   *
   * @param after the id after which the page begins; null for the first page
   * @param limit the most companies on the page
   */
  public Page<Company> companies(@Nullable String after, int limit, Deadline deadline) {
    return table.query(DefinitionItem.CATALOG, after, limit, deadline).as(DefinitionItem::company);
  }

  private static void refuseTooLarge(Map<String, AttributeValue> item, String what) {
    if (Attributes.size(item) > MAX_BYTES) {
      throw Refusal.of(
          Refusal.Reason.TOO_LARGE,
          "observations",
          "%s would exceed the limit of %s bytes; leave some out".formatted(what, MAX_BYTES));
    }
  }
}
