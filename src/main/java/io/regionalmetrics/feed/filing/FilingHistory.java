package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.FiscalYear.FiscalQuarter;
import io.regionalmetrics.model.FilingTraits;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * What a company's filings have stated so far about the parts of its fiscal years. Quarters that no
 * filing states follow from it: a fourth quarter is the year of one filing less the nine months of
 * another. A value that later filings only repeat is kept once. {@link HistoryFormat} stores it
 * between runs.
 */
final class FilingHistory {
  private final Instant begun;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, FiscalYear> fiscalYears = new LinkedHashMap<>();
  private final Map<FactSeries, List<StatedSpan>> stated = new LinkedHashMap<>();
  private final Map<FactSeries, ProvedSpans> proved = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<RecordedQuarter> recorded = new LinkedHashSet<>();
  private final ConceptEvidence concepts = new ConceptEvidence();
  private final RegionalSpans regional = new RegionalSpans();
  private final ToldRegions regions = new ToldRegions();

  /**
   * A derived quarter that a document already holds.
   *
   * @param source the id of the source that the document gives for it
   */
  record RecordedQuarter(FactSeries series, Span quarter, String source) {}

  private FilingHistory(Instant begun) {
    this.begun = begun;
  }

  /** A history of no filings, which began at an unknown time. */
  static FilingHistory empty() {
    return begunAt(Instant.EPOCH);
  }

  /** A history of no filings, which begins now. */
  static FilingHistory begunAt(Instant now) {
    return new FilingHistory(now);
  }

  /** All of its filings were read after this time; 1970 if it is unknown. */
  Instant begun() {
    return begun;
  }

  /** The ids of the filings that were read. */
  Set<String> sourceIds() {
    return Set.copyOf(sources.keySet());
  }

  /** An independent copy. */
  FilingHistory copy() {
    FilingHistory copy = begunAt(begun);
    copy.sources.putAll(sources);
    copy.fiscalYears.putAll(fiscalYears);
    stated.forEach((series, spans) -> copy.stated.put(series, new ArrayList<>(spans)));
    proved.forEach((series, spans) -> copy.proved.put(series, spans.copy()));
    copy.names.putAll(names);
    copy.recorded.addAll(recorded);
    copy.concepts.addAll(concepts);
    copy.regional.addAll(regional);
    copy.regions.addAll(regions);
    return copy;
  }

  /** The ids of filings that were read after another one that was filed on a later day. */
  Set<String> lateFilings() {
    Set<String> late = new LinkedHashSet<>();
    LocalDate newest = LocalDate.MIN;
    for (Source source : sources.values()) {
      if (source.published().isBefore(newest)) {
        late.add(source.id());
      } else {
        newest = source.published();
      }
    }
    return late;
  }

  /** The filings, in the order in which they were read. */
  Collection<Source> sources() {
    return Collections.unmodifiableCollection(sources.values());
  }

  /**
   * The filing with an id.
   *
   * @throws IllegalArgumentException if it was not read
   */
  Source source(String id) {
    Source source = sources.get(id);
    if (source == null) {
      throw new IllegalArgumentException("the source '%s' is not known".formatted(id));
    }
    return source;
  }

  /** Orders source ids by publication, then by id. */
  Comparator<String> oldestFirst() {
    return Comparator.<String, LocalDate>comparing(id -> source(id).published())
        .thenComparing(Comparator.naturalOrder());
  }

  /** Adds a filing, and the fiscal year in which it names quarters, if that is known. */
  void add(Source source, Optional<FiscalYear> fiscalYear) {
    sources.put(source.id(), source);
    fiscalYear.ifPresent(year -> fiscalYears.put(source.id(), year));
  }

  /**
   * The fiscal year in which a filing names quarters; if that is unknown, the one of any other
   * filing; empty if none is known.
   */
  Optional<FiscalYear> fiscalYear(String source) {
    return Optional.ofNullable(fiscalYears.get(source))
        .or(() -> fiscalYears.values().stream().findFirst());
  }

  /** The name of the quarter of some days, as a filing names it; empty if it is unknown. */
  Optional<YearQuarter> quarterOf(Span days, String source) {
    return fiscalYear(source).flatMap(year -> year.quarter(days)).map(FiscalQuarter::name);
  }

  /** The series that filings stated anything about. */
  Set<FactSeries> series() {
    return Collections.unmodifiableSet(stated.keySet());
  }

  /** What filings stated about a series, in no particular order. */
  List<StatedSpan> stated(FactSeries series) {
    return Collections.unmodifiableList(stated.getOrDefault(series, List.of()));
  }

  /** The proved breakdowns of spans, by what the regions' facts have in common. */
  Map<FactSeries, ProvedSpans> proved() {
    return Collections.unmodifiableMap(proved);
  }

  /** Adds a breakdown that a filing proves. */
  void add(ProvedBreakdown breakdown) {
    breakdown
        .time()
        .span()
        .ifPresent(span -> addProved(breakdown.series(), span, breakdown.parts()));
  }

  /** Adds a proved breakdown of a span. */
  void addProved(FactSeries series, Span span, ProvedParts parts) {
    proved.computeIfAbsent(series, same -> new ProvedSpans()).put(span, parts);
  }

  /** Remembers the name of a remainder. */
  void addName(String remainder, String name) {
    names.put(remainder, name);
  }

  /** The names of remainders, by code. */
  Map<String, String> names() {
    return Collections.unmodifiableMap(names);
  }

  /**
   * The spans in which a metric's whole is proved to divide into regions, one result for each axis.
   */
  Stream<ProvedSpans> breakdowns(String metric, Unit unit) {
    return proved(metric, unit, axis -> !axis.equals(SegmentDivisions.AXIS));
  }

  /**
   * Whether the whole of a metric is proved to divide differently in two spans, on any axis, by the
   * finest breakdowns.
   */
  boolean isRecast(String metric, Unit unit, Span one, Span other) {
    return proved(metric, unit, axis -> !FactSeries.isOfCoarserBreakdowns(axis))
        .anyMatch(spans -> spans.differ(one, other));
  }

  private Stream<ProvedSpans> proved(String metric, Unit unit, Predicate<String> axes) {
    return proved.entrySet().stream()
        .filter(one ->
            one.getKey().metric().equals(metric)
                && one.getKey().unit().equals(unit)
                && axes.test(one.getKey().axis()))
        .map(Map.Entry::getValue);
  }

  /** Which regions each filing tells. */
  ToldRegions regions() {
    return regions;
  }

  /** What single filings show about concepts that may mean the same. */
  ConceptEvidence concepts() {
    return concepts;
  }

  /** Adds what one filing shows about concepts. */
  void add(ConceptEvidence ofFiling) {
    concepts.addAll(ofFiling);
  }

  /** For which metrics filings report regions, by the length of time. */
  RegionalSpans regional() {
    return regional;
  }

  /** Adds for which metrics one filing reports regions. */
  void add(RegionalSpans ofFiling) {
    regional.addAll(ofFiling);
  }

  /** What all filings show together, apart from renamed regions. */
  FilingTraits traits() {
    ConceptEvidence all = concepts.copy();
    all.addAll(ConceptTellings.across(series(), this::stated));
    return FilingTraits.of(all.lines(), regional.yearlyOnly());
  }

  /** The derived quarters that documents already hold. */
  Set<RecordedQuarter> recorded() {
    return Collections.unmodifiableSet(recorded);
  }

  boolean hasRecorded(RecordedQuarter quarter) {
    return recorded.contains(quarter);
  }

  void record(RecordedQuarter quarter) {
    recorded.add(quarter);
  }

  /** Adds a stated span as it was stored. */
  void restore(FactSeries series, StatedSpan span) {
    stated.computeIfAbsent(series, same -> new ArrayList<>()).add(span);
  }

  /** Adds what one filing states, in its place among the statements about the same days. */
  void add(FactSeries series, StatedSpan added) {
    ReadingTime.check();
    List<StatedSpan> all = stated.computeIfAbsent(series, same -> new ArrayList<>());
    String source = added.first();
    Comparator<String> order = oldestFirst();
    List<StatedSpan> sameDays =
        all.stream().filter(one -> one.span().equals(added.span())).toList();
    if (sameDays.stream()
        .noneMatch(one -> one.hasSameValueAs(added) && one.isStatedAt(source, order))) {
      insert(all, added, lastUntil(source, sameDays), firstAfter(source, sameDays));
    }
  }

  private Optional<StatedSpan> lastUntil(String source, List<StatedSpan> sameDays) {
    Comparator<String> order = oldestFirst();
    return sameDays.stream()
        .filter(one -> order.compare(one.first(), source) <= 0)
        .max(Comparator.comparing(StatedSpan::first, order));
  }

  private Optional<StatedSpan> firstAfter(String source, List<StatedSpan> sameDays) {
    Comparator<String> order = oldestFirst();
    return sameDays.stream()
        .filter(one -> order.compare(one.first(), source) > 0)
        .min(Comparator.comparing(StatedSpan::first, order));
  }

  private void insert(
      List<StatedSpan> all,
      StatedSpan added,
      Optional<StatedSpan> before,
      Optional<StatedSpan> after) {
    String source = added.first();
    if (before.isPresent() && before.get().hasSameValueAs(added)) {
      all.set(all.indexOf(before.get()), before.get().withLast(source, added.lastFacts()));
    } else if (after.isPresent() && after.get().hasSameValueAs(added)) {
      all.set(all.indexOf(after.get()), after.get().withFirst(source, added.firstFacts()));
    } else {
      before
          .filter(one -> oldestFirst().compare(one.last(), source) > 0)
          .ifPresent(one -> split(all, one));
      all.add(added);
    }
  }

  /** Makes room for another value between two filings that state the same one. */
  private static void split(List<StatedSpan> all, StatedSpan span) {
    all.set(all.indexOf(span), span.withLast(span.first(), span.firstFacts()));
    all.add(span.withFirst(span.last(), span.lastFacts()));
  }
}
