package io.regionalmetrics.sdmx;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Reads the observations that a data query asks for: one request to the table for each metric of a
 * company, at most 100.
 */
final class DataReader {
  private static final int MOST_SPANS = 100;

  private static final Comparator<SdmxObservation> BY_SERIES_THEN_TIME =
      Comparator.<SdmxObservation, String>comparing(one -> one.value(Component.REF_AREA))
          .thenComparing(one -> one.value(Component.MEASURE))
          .thenComparing(one -> one.value(Component.UNIT))
          .thenComparing(SdmxObservation::period)
          .thenComparing(SdmxObservation::published);

  private final DataQuery query;
  private final CompanyList companies;
  private final Map<String, Vocabulary> definitions;
  private final List<KeyPattern> keys;

  private DataReader(DataQuery query, CompanyList companies, Map<String, Vocabulary> definitions) {
    this.query = query;
    this.companies = companies;
    this.definitions = definitions;
    this.keys = query.patterns();
  }

  /**
   * A reader that knows the definitions of the companies of a query.
   *
   * @throws Refusal if the query names more companies than one query may
   */
  static DataReader of(DataQuery query, CompanyList companies) {
    return new DataReader(query, companies, companies.definitions(ids(query, companies)));
  }

  private static Collection<String> ids(DataQuery query, CompanyList companies) {
    Set<String> ids = new LinkedHashSet<>();
    for (KeyPattern key : query.patterns()) {
      Set<String> named = key.of(Component.COMPANY);
      if (named.isEmpty()) {
        companies.first(CompanyList.MOST_DEFINITIONS + 1).stream()
            .map(Company::id)
            .forEach(ids::add);
      }
      ids.addAll(named);
    }
    refuseTooMany(ids.size(), CompanyList.MOST_DEFINITIONS, "companies");
    ids.remove("");
    return ids;
  }

  private static void refuseTooMany(int number, int most, String what) {
    if (number > most) {
      throw Refusal.of(
          Reason.TOO_LARGE,
          "key",
          "needs more than %s %s; name fewer, such as twitter.revenue.*.*.*".formatted(most, what));
    }
  }

  /** The definitions of the companies, by id. */
  Map<String, Vocabulary> definitions() {
    return definitions;
  }

  /**
   * The observations that match, series by series, each oldest first.
   *
   * @throws Refusal if they are more than one query may read or an answer may have
   */
  List<SdmxObservation> matching() {
    List<SdmxObservation> matching = new ArrayList<>();
    for (MetricSpan span : spans()) {
      matching.addAll(matching(span));
      if (!query.extent().isRestricted()) {
        DataExtent.refuseTooMany(matching.size());
      }
    }
    return matching;
  }

  private List<MetricSpan> spans() {
    Optional<TimeSpan> time = query.span();
    if (time.isEmpty()) {
      return List.of();
    }
    YearQuarter first = YearQuarter.from(time.get().first());
    YearQuarter last = YearQuarter.from(time.get().last());
    List<MetricSpan> spans =
        definitions.values().stream()
            .flatMap(company ->
                metrics(company).map(metric -> new MetricSpan(company.id(), metric, first, last)))
            .toList();
    refuseTooMany(spans.size(), MOST_SPANS, "metrics of companies");
    return spans;
  }

  /** The metrics of a company that have figures and are asked for. */
  private Stream<String> metrics(Vocabulary company) {
    return company.company().coverage().keySet().stream()
        .sorted()
        .filter(metric ->
            keys.stream()
                .anyMatch(key ->
                    key.includes(Component.COMPANY, company.id())
                        && key.includes(Component.METRIC, metric)))
        .filter(metric -> query.passes(Component.METRIC, metric));
  }

  private List<SdmxObservation> matching(MetricSpan span) {
    Vocabulary company = Objects.requireNonNull(definitions.get(span.company()));
    List<KeyPattern> ofCompany = KeyMatcher.resolved(keys, company);
    List<SdmxObservation> matching = new ArrayList<>();
    for (MetricQuarter quarter : companies.quarters(span)) {
      if (query.passes(Component.TIME_PERIOD, quarter.key().period().toString())) {
        matching(company.company().complete(quarter), ofCompany).forEach(matching::add);
      }
    }
    matching.sort(BY_SERIES_THEN_TIME);
    return matching;
  }

  private Stream<SdmxObservation> matching(MetricQuarter quarter, List<KeyPattern> ofCompany) {
    return byCell(quarter).entrySet().stream()
        .filter(cell -> KeyMatcher.matches(ofCompany, query, cell.getKey()))
        .flatMap(cell -> answering(cell.getValue()))
        .map(SdmxObservation::of)
        .filter(this::passes);
  }

  /** The vintages of each cell up to the day, oldest first: all of them, or without repetitions. */
  private Map<Cell, List<Vintage>> byCell(MetricQuarter quarter) {
    Map<Cell, List<Vintage>> byCell = new LinkedHashMap<>();
    List<Vintage> vintages = query.history() ? quarter.allVintages() : quarter.vintages();
    for (Vintage vintage : vintages) {
      if (!vintage.source().published().isAfter(query.asOf())) {
        byCell.computeIfAbsent(vintage.cell(), cell -> new ArrayList<>()).add(vintage);
      }
    }
    return byCell;
  }

  private Stream<Vintage> answering(List<Vintage> ofCell) {
    return query.history()
        ? ofCell.stream()
        : CurrentVintage.of(ofCell).map(CurrentVintage::vintage).stream();
  }

  private boolean passes(SdmxObservation observation) {
    return Stream.concat(Stream.of(Component.OBS_VALUE), Component.ATTRIBUTES.stream())
        .allMatch(component -> query.passes(component, observation.value(component)));
  }
}
