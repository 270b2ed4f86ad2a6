package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A metric to read from filings, and the facts that state it.
 *
 * @param id {@code [a-z0-9-]+}
 * @param name its name in words
 * @param kind {@code FLOW} or {@code STOCK}
 * @param concepts the names of its facts, in order of preference
 * @param dimensions the members, by axis, that its facts must have besides a region
 * @param unit the unit of a count; if empty, the unit is named as in the instance
 * @param mayBeNegative whether a figure may be below zero
 * @param bySlice whether facts of a part of the business, such as a segment or a product, are read
 *     too, as a metric of their own
 */
public record WantedMetric(
    String id,
    String name,
    MetricKind kind,
    List<QualifiedName> concepts,
    Map<QualifiedName, QualifiedName> dimensions,
    Optional<Unit> unit,
    boolean mayBeNegative,
    boolean bySlice) {

  /**
   * Revenue. The concepts of the newest standard (ASC 606) come first, those that are only a part
   * of revenue for some companies last.
   */
  public static final WantedMetric REVENUE =
      new WantedMetric(
          "revenue",
          "Revenue",
          MetricKind.FLOW,
          List.of(
              new QualifiedName("us-gaap", "RevenueFromContractWithCustomerExcludingAssessedTax"),
              new QualifiedName("us-gaap", "Revenues"),
              new QualifiedName("us-gaap", "SalesRevenueNet"),
              new QualifiedName("us-gaap", "RevenueFromContractWithCustomerIncludingAssessedTax"),
              new QualifiedName("us-gaap", "RevenuesNetOfInterestExpense"),
              new QualifiedName("us-gaap", "SalesRevenueGoodsNet"),
              new QualifiedName("us-gaap", "SalesRevenueServicesNet"),
              new QualifiedName("us-gaap", "RevenuesExcludingInterestAndDividends")),
          Map.of(),
          Optional.empty(),
          false,
          true);

  /** The id of revenue that includes what segments sell to each other. */
  static final String BEFORE_ELIMINATIONS = "revenue-before-eliminations";

  /** Copies the concepts and dimensions. */
  public WantedMetric {
    concepts = List.copyOf(concepts);
    dimensions = Map.copyOf(dimensions);
  }

  /**
   * A metric that an event requests: {@code "metrics":[{"id":"paid-memberships","kind":"stock",
   * "concepts":["nflx:NumberOfPaidMemberships"],
   * "dimensions":{"srt:ProductOrServiceAxis":"nflx:StreamingMember"}}]}. Prefixes are those of the
   * instance; standard taxonomies have {@code us-gaap}, {@code srt}, {@code country}, ...
   *
   * @throws Refusal if the metric can't be read
   */
  public static WantedMetric of(
      String id,
      Optional<String> name,
      String kind,
      List<String> concepts,
      Map<String, String> dimensions,
      Optional<Unit> unit,
      boolean mayBeNegative) {
    refuseId(id);
    return new WantedMetric(
        id,
        name.orElseGet(() -> ElementName.sentence(ElementName.ofId(id))),
        kind(kind),
        concepts(id, concepts),
        members(dimensions),
        unit,
        mayBeNegative,
        false);
  }

  /** The metric for figures that include what segments sell to each other. */
  WantedMetric beforeEliminations() {
    return new WantedMetric(
        BEFORE_ELIMINATIONS,
        name + " (regions before eliminations)",
        kind,
        concepts,
        dimensions,
        unit,
        mayBeNegative,
        bySlice);
  }

  /** The same metric, read from other concepts. */
  WantedMetric withConcepts(List<QualifiedName> others) {
    return new WantedMetric(id, name, kind, others, dimensions, unit, mayBeNegative, bySlice);
  }

  private static void refuseId(String id) {
    if (!Codes.isId(id)) {
      throw Refusal.of(
          Reason.MALFORMED,
          "metrics.id",
          "'%s' is not a valid id: use a-z, 0-9 and '-', such as paid-memberships".formatted(id));
    }
    if (id.equals(REVENUE.id)) {
      throw Refusal.of(
          Reason.SENSELESS, "metrics.id", "'revenue' is always read; choose another id");
    }
  }

  private static MetricKind kind(String kind) {
    return MetricKind.of(kind)
        .filter(known -> known != MetricKind.RATIO)
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "metrics.kind",
                "'%s' is not a kind that can be read: use flow or stock".formatted(kind)));
  }

  private static List<QualifiedName> concepts(String id, List<String> concepts) {
    if (concepts.isEmpty()) {
      throw Refusal.of(
          Reason.MALFORMED,
          "metrics.concepts",
          "are missing for %s: list at least one, such as [\"us-gaap:Revenues\"]".formatted(id));
    }
    return concepts.stream().map(concept -> name("metrics.concepts", concept)).toList();
  }

  private static Map<QualifiedName, QualifiedName> members(Map<String, String> dimensions) {
    Map<QualifiedName, QualifiedName> members = new LinkedHashMap<>();
    dimensions.forEach((axis, member) ->
        members.put(
            StandardAxes.current(name("metrics.dimensions", axis)),
            name("metrics.dimensions", member)));
    return members;
  }

  private static QualifiedName name(String place, String written) {
    return QualifiedName.parse(written)
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                place,
                "'%s' is not a name with a prefix, such as us-gaap:Revenues".formatted(written)));
  }
}
