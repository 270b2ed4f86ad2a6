package io.regionalmetrics.store;

import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.RegionUnion;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Codes;
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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Caches definitions for a minute. Each request works on its own {@link Snapshot}, so that
 * concurrent requests never see definitions that another one has only partly read.
 */
final class DefinitionCache {
  private static final Duration LIFETIME = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final AtomicReference<@Nullable Entry<Definitions>> common = new AtomicReference<>();
  private final Map<String, Entry<CompanyRecord>> companies = new ConcurrentHashMap<>();
  private final Map<String, Joined> vocabularies = new ConcurrentHashMap<>();

  private record Entry<T>(T value, Instant until) {}

  /** A vocabulary, and the stored definitions that it was made of. */
  private record Joined(CompanyRecord record, Definitions common, Vocabulary vocabulary) {
    static Joined of(CompanyRecord record, Definitions common) {
      return new Joined(record, common, new Vocabulary(RegionUnion.of(record, common), common));
    }

    boolean isOf(CompanyRecord other, Definitions others) {
      return record.equals(other) && common.equals(others);
    }
  }

  DefinitionCache(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The definitions that one request works with.
   *
   * @param common the definitions for all companies; empty if they must be read
   * @param requested the ids of the requested companies
   * @param records the requested companies that are cached or have been read, by id
   */
  record Snapshot(
      Optional<Definitions> common,
      Collection<String> requested,
      Map<String, CompanyRecord> records) {
    /** The keys of the items that must be read. */
    List<Table.Key> missing() {
      List<Table.Key> missing = new ArrayList<>();
      if (common.isEmpty()) {
        missing.add(DefinitionItem.COMMON);
      }
      for (String company : requested) {
        if (Codes.isId(company) && !records.containsKey(company)) {
          missing.add(DefinitionItem.key(company));
        }
      }
      return missing;
    }
  }

  /**
   * A snapshot of what is cached.
   *
   * @param fresh whether to ignore the cache
   */
  Snapshot cached(Collection<String> requested, boolean fresh) {
    if (fresh) {
      return new Snapshot(Optional.empty(), requested, Map.of());
    }
    Instant now = clock.instant();
    Map<String, CompanyRecord> records = new LinkedHashMap<>();
    for (String company : requested) {
      unexpired(companies.get(company), now).ifPresent(record -> records.put(company, record));
    }
    return new Snapshot(unexpired(common.get(), now), requested, records);
  }

  private static <T> Optional<T> unexpired(@Nullable Entry<T> entry, Instant now) {
    return entry != null && now.isBefore(entry.until())
        ? Optional.of(entry.value())
        : Optional.empty();
  }

  /**
   * Caches what was read, even if there are no definitions for all companies, and returns a
   * snapshot that includes it.
   */
  Snapshot add(Snapshot snapshot, Map<Table.Key, Map<String, AttributeValue>> items) {
    Instant until = clock.instant().plus(LIFETIME);
    Definitions all =
        snapshot.common().orElseGet(() -> definitions(items.get(DefinitionItem.COMMON)));
    if (snapshot.common().isEmpty()) {
      common.set(new Entry<>(all, until));
    }
    Map<String, CompanyRecord> records = new LinkedHashMap<>(snapshot.records());
    for (String company : snapshot.requested()) {
      Map<String, AttributeValue> item = items.get(DefinitionItem.key(company));
      if (item != null) {
        CompanyRecord record = DefinitionItem.readCompany(item);
        records.put(company, record);
        companies.put(company, new Entry<>(record, until));
      }
    }
    return new Snapshot(Optional.of(all), snapshot.requested(), records);
  }

  /** The definitions for all companies in an item; none if there is no item. */
  static Definitions definitions(@Nullable Map<String, AttributeValue> item) {
    return item == null ? Definitions.NONE : DefinitionItem.read(item);
  }

  /** Each company's definitions, joined with those for all companies, in the order requested. */
  Map<String, Vocabulary> vocabularies(Snapshot snapshot) {
    Definitions all = snapshot.common().orElse(Definitions.NONE);
    Map<String, Vocabulary> joined = new LinkedHashMap<>();
    for (String company : snapshot.requested()) {
      CompanyRecord record = snapshot.records().get(company);
      if (record != null) {
        joined.put(company, vocabulary(record, all));
      }
    }
    return joined;
  }

  /**
   * Joins definitions, or reuses them if joined before, because uniting renamed regions and
   * building the algebra is slow.
   */
  private Vocabulary vocabulary(CompanyRecord record, Definitions all) {
    return vocabularies
        .compute(
            record.company().id(),
            (id, before) ->
                before != null && before.isOf(record, all) ? before : Joined.of(record, all))
        .vocabulary();
  }

  void forgetCommon() {
    common.set(null);
  }

  void forget(String company) {
    companies.remove(company);
  }
}
