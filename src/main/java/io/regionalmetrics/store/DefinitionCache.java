package io.regionalmetrics.store;

import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
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
 * Keeps definitions in memory for a minute. A request works on its own {@link Known} set, so that
 * requests at the same time never see each other's half-read definitions.
 */
final class DefinitionCache {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final AtomicReference<@Nullable Kept<Definitions>> common = new AtomicReference<>();
  private final Map<String, Kept<CompanyRecord>> companies = new ConcurrentHashMap<>();
  private final Map<String, Vocabulary> vocabularies = new ConcurrentHashMap<>();

  private record Kept<T>(T value, Instant until) {}

  DefinitionCache(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The definitions that one request knows.
   *
   * @param common those for all companies; empty if they must be read
   * @param requested the ids of the companies
   * @param records those of the requested companies that are known
   */
  record Known(
      Optional<Definitions> common,
      Collection<String> requested,
      Map<String, CompanyRecord> records) {
    /** The items that must be read. */
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
   * The definitions that are kept.
   *
   * @param fresh whether they must be read again
   */
  Known known(Collection<String> requested, boolean fresh) {
    if (fresh) {
      return new Known(Optional.empty(), requested, Map.of());
    }
    Instant now = clock.instant();
    Map<String, CompanyRecord> records = new LinkedHashMap<>();
    for (String company : requested) {
      kept(companies.get(company), now).ifPresent(record -> records.put(company, record));
    }
    return new Known(kept(common.get(), now), requested, records);
  }

  private static <T> Optional<T> kept(@Nullable Kept<T> kept, Instant now) {
    return kept != null && now.isBefore(kept.until())
        ? Optional.of(kept.value())
        : Optional.empty();
  }

  /** Keeps what was read for a minute, even that there are no definitions for all companies. */
  Known keep(Known known, Map<Table.Key, Map<String, AttributeValue>> items) {
    Instant until = clock.instant().plus(KEPT);
    Definitions all = known.common().orElseGet(() -> definitions(items.get(DefinitionItem.COMMON)));
    if (known.common().isEmpty()) {
      common.set(new Kept<>(all, until));
    }
    Map<String, CompanyRecord> records = new LinkedHashMap<>(known.records());
    for (String company : known.requested()) {
      Map<String, AttributeValue> item = items.get(DefinitionItem.key(company));
      if (item != null) {
        CompanyRecord record = DefinitionItem.readCompany(item);
        records.put(company, record);
        companies.put(company, new Kept<>(record, until));
      }
    }
    return new Known(Optional.of(all), known.requested(), records);
  }

  /** The definitions for all companies in an item; none if there is no item. */
  static Definitions definitions(@Nullable Map<String, AttributeValue> item) {
    return item == null ? Definitions.NONE : DefinitionItem.read(item);
  }

  /** Each known company's definitions, joined with those for all, in the order requested. */
  Map<String, Vocabulary> vocabularies(Known known) {
    Definitions all = known.common().orElse(Definitions.NONE);
    Map<String, Vocabulary> joined = new LinkedHashMap<>();
    for (String company : known.requested()) {
      CompanyRecord record = known.records().get(company);
      if (record != null) {
        joined.put(company, vocabulary(record, all));
      }
    }
    return joined;
  }

  /** Joins definitions, or finds them joined already: their algebra is costly to make. */
  private Vocabulary vocabulary(CompanyRecord record, Definitions all) {
    return vocabularies.merge(
        record.company().id(),
        new Vocabulary(record, all),
        (kept, made) -> kept.isOf(record, all) ? kept : made);
  }

  void forgetCommon() {
    common.set(null);
  }

  void forget(String company) {
    companies.remove(company);
  }
}
