package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The facts of a filing that may be what its regions leave of the whole, with their names. Only
 * {@link BreakdownProof} decides which of them are.
 */
final class Remainders {
  /** Facts that are no remainders are reported with the regions, so not here. */
  private final ReadingReport silent = new ReadingReport();

  private final PreferredFacts preferred = new PreferredFacts(silent);
  private final Map<String, List<CandidateFact>> byMetric = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final List<CandidateFact> items = new ArrayList<>();
  private final Set<String> certain = new HashSet<>();
  private final ReadingReport report;

  /** The remainders of a filing; those that turn out to be none are left out in its report. */
  Remainders(ReadingReport report) {
    this.report = report;
  }

  /**
   * Where a fact stands beside regions, if it may be a remainder. The whole of a segment without a
   * place is one for the business that the segment is a part of.
   */
  Optional<Placement.Beside> beside(Placement placement) {
    return switch (placement) {
      case Placement.Beside beside -> Optional.of(beside);
      case Placement.Placed placed when placed.region().isEmpty() ->
          placed
              .slice()
              .member(StandardAxes.SEGMENTS)
              .filter(RemainderMember::isRemainder)
              .map(segment ->
                  new Placement.Beside(
                      segment,
                      RegionAxis.SEGMENTS,
                      placed.slice().without(StandardAxes.SEGMENTS),
                      placed.hasIgnoredAxis()));
      default -> Optional.empty();
    };
  }

  /** The code of a remainder, by the name of its member or concept; remembers its name. */
  String code(QualifiedName element) {
    List<String> words = words(element);
    String code = ElementName.code(words).toLowerCase(Locale.ROOT);
    names.putIfAbsent(code, ElementName.title(words));
    return code;
  }

  /** The words of a name; of {@code CorporateNonSegment}, what remains is Corporate. */
  private static List<String> words(QualifiedName element) {
    List<String> words = MemberName.of(element).words();
    return words.size() > 1 && words.getLast().equals("Non")
        ? words.subList(0, words.size() - 1)
        : words;
  }

  /** The name of a remainder for people, by its code. */
  String name(String code) {
    return Objects.requireNonNull(names.get(code));
  }

  /**
   * Adds the {@linkplain RevenueItems items} of the filing's revenue, those of the whole company
   * first.
   */
  void addItems(RevenueItems all, Filing filing, RevenueLines revenue, FactCitations citations) {
    all.all()
        .filter(item -> filing.isOf(item.fact().context().entity()))
        .forEach(item -> addItem(item, revenue, citations));
    items.sort(
        Comparator.<CandidateFact, Boolean>comparing(
                one -> !one.fact().context().isWithoutDimensions())
            .thenComparing(CandidateFact::region));
  }

  private void addItem(RevenueItem item, RevenueLines revenue, FactCitations citations) {
    String code = code(item.name());
    if (item.isCertain()) {
      certain.add(code);
    }
    items.add(
        new CandidateFact(
            WantedMetric.REVENUE,
            Slice.WHOLE,
            Optional.empty(),
            revenue.line(item.fact().concept()),
            code,
            RegionAxis.BESIDE,
            false,
            item.fact(),
            FactOrigin.of(item.filed(), citations)));
  }

  /** Adds a fact that may be a remainder. */
  void add(CandidateFact fact) {
    byMetric.computeIfAbsent(fact.metricId(), id -> new ArrayList<>()).add(fact);
    if (fact.axis() != RegionAxis.SEGMENTS) {
      report.leaveOut(LeftOutReason.MEMBER_NOT_A_REGION, List.of(fact));
    }
  }

  /** Adds a fact beside regions before eliminations, which is left out for a reason already. */
  void addBesideGross(CandidateFact fact) {
    byMetric.computeIfAbsent(fact.metricId(), id -> new ArrayList<>()).add(fact);
  }

  /** All figures that may be remainders of some metrics. */
  RemainderCandidates candidates(Map<String, DefinedMetric> metrics) {
    FigureSlots slots = new FigureSlots(silent);
    Map<ReportedFact, List<CandidateFact>> figures = new LinkedHashMap<>();
    metrics.forEach((id, metric) -> {
      List<CandidateFact> facts = byMetric.getOrDefault(id, List.of());
      if (!facts.isEmpty()) {
        figures.putAll(slots.figures(preferred.of(facts), metric.metric()));
      }
      if (metric.wanted().bySlice()) {
        figures.putAll(slots.figures(items, metric.metric()));
      }
    });
    figures.forEach(report::addFigure);
    return new RemainderCandidates(figures.keySet(), certain);
  }
}
