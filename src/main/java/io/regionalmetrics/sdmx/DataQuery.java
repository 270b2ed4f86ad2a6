package io.regionalmetrics.sdmx;

import io.regionalmetrics.model.Periods;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A data query: {@code data/{context}/{agencyID}/{resourceID}/{version}/{key}}, whose last parts
 * may be left out.
 *
 * @param context {@code dataflow} or {@code datastructure}
 * @param keys the series that are wanted, each by one of these keys
 * @param filters what each observation must fulfil as well
 * @param asOf the last day whose publications count
 * @param history whether to answer with all vintages, not only the current ones
 * @param columns which components to answer with
 * @param extent how many observations to answer with
 * @param observation the dimension at the observations; empty for all dimensions
 * @param format the parameter {@code format}
 */
record DataQuery(
    String context,
    List<KeyPattern> keys,
    List<ComponentFilter> filters,
    LocalDate asOf,
    boolean history,
    DataColumns columns,
    DataExtent extent,
    Optional<Component> observation,
    Optional<String> format) {
  private static final List<String> PARAMETERS =
      List.of(
          "startPeriod",
          "endPeriod",
          "asOf",
          "includeHistory",
          "attributes",
          "measures",
          "detail",
          "dimensionAtObservation",
          "firstNObservations",
          "lastNObservations",
          "offset",
          "limit",
          "format");

  /** What SDMX-REST allows and isn't offered, with the reason. */
  private static final List<List<String>> NOT_OFFERED =
      List.of(
          List.of("updatedAfter", "it isn't kept when a figure arrived here; use asOf"),
          List.of("sort", "observations come series by series, oldest first"),
          List.of("reportingYearStartDay", "quarters are named by the calendar"));

  private static final int VERSION = 3;
  private static final int KEY = 4;

  /**
   * Reads a query.
   *
   * @param path the path after {@code data}
   * @param query the raw query string
   * @param today the current day, in UTC
   * @throws Refusal if it is malformed, not supported, or names no dataflow that is here
   */
  static DataQuery parse(SdmxPath path, String query, LocalDate today) {
    QueryParameters parameters = QueryParameters.of(query, known(), Set.of());
    for (List<String> one : NOT_OFFERED) {
      if (parameters.text(one.getFirst()).isPresent()) {
        throw SdmxError.notImplemented(one.getFirst(), one.getLast());
      }
    }
    return new DataQuery(
        context(path),
        KeyPattern.parse(path.tail(KEY, "*")),
        filters(parameters),
        asOf(parameters, today),
        parameters.truth("includeHistory", false),
        DataColumns.parse(parameters),
        DataExtent.parse(parameters),
        DataLayout.observation(parameters),
        parameters.text("format"));
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(PARAMETERS);
    NOT_OFFERED.forEach(one -> known.add(one.getFirst()));
    Stream.of(Component.values()).map(DataQuery::filter).forEach(known::add);
    return known;
  }

  /** The name of the parameter that filters by a component. */
  private static String filter(Component component) {
    return "c[%s]".formatted(component);
  }

  private static String context(SdmxPath path) {
    String context = path.part(0, "*");
    switch (context) {
      case "dataflow", "datastructure", "*", "all" -> {}
      case "provisionagreement" ->
          throw SdmxError.notImplemented(
              "context", "there are no provision agreements here; use dataflow");
      default ->
          throw Refusal.of(
              Reason.MALFORMED,
              "context",
              "'%s' is not dataflow, datastructure or *%s"
                  .formatted(
                      context, Codes.suggestion(context, List.of("dataflow", "datastructure"))));
    }
    SdmxPath.refuseOtherAgency(path.part(1, "*"));
    refuseOtherFlow(path);
    SdmxPath.refuseOtherVersion(path.part(VERSION, "*"));
    return context.equals("datastructure") ? context : "dataflow";
  }

  private static void refuseOtherFlow(SdmxPath path) {
    List<String> known = List.of(Artefact.OBSERVATIONS_FLOW.id());
    List<String> ids = path.list(2);
    if (!ids.isEmpty() && !ids.containsAll(known)) {
      String text = String.join(",", ids);
      throw Refusal.of(
          Reason.UNKNOWN,
          "resourceID",
          "'%s' is not a dataflow here; there is %s%s"
              .formatted(text, known.getFirst(), Codes.suggestion(text, known)));
    }
  }

  private static List<ComponentFilter> filters(QueryParameters parameters) {
    List<ComponentFilter> filters = new ArrayList<>();
    for (Component component : Component.values()) {
      String name = filter(component);
      parameters
          .text(name)
          .ifPresent(text -> filters.add(ComponentFilter.parse(component, name, text)));
    }
    period(parameters, "startPeriod", FilterOperator.GE).ifPresent(filters::add);
    period(parameters, "endPeriod", FilterOperator.LE).ifPresent(filters::add);
    return filters;
  }

  /** The filter that a parameter of older versions of SDMX-REST stands for. */
  private static Optional<ComponentFilter> period(
      QueryParameters parameters, String name, FilterOperator operator) {
    return parameters
        .text(name)
        .map(text -> ComponentFilter.parse(Component.TIME_PERIOD, name, operator.prefix() + text));
  }

  private static LocalDate asOf(QueryParameters parameters, LocalDate today) {
    LocalDate day = parameters.text("asOf").map(DataQuery::day).orElse(today);
    if (day.isAfter(today)) {
      throw Refusal.of(
          Reason.SENSELESS, "asOf", "%s is in the future; today is %s, UTC".formatted(day, today));
    }
    return day;
  }

  /** The day, in UTC, of a day or of a moment such as {@code 2018-03-01T12:00:00Z}. */
  private static LocalDate day(String text) {
    return Periods.day(text)
        .or(() -> moment(text))
        .or(() -> moment(text + "Z"))
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "asOf",
                "'%s' is not a moment such as 2018-03-01T12:00:00Z, or a day such as 2018-03-01"
                    .formatted(text)));
  }

  private static Optional<LocalDate> moment(String text) {
    try {
      return Optional.of(
          OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The keys, narrowed by the filters that list codes of dimensions. */
  List<KeyPattern> patterns() {
    return keys.stream().map(this::narrowed).toList();
  }

  private KeyPattern narrowed(KeyPattern key) {
    KeyPattern narrowed = key;
    for (ComponentFilter filter : filters) {
      if (Component.KEY.contains(filter.component()) && filter.equal().isPresent()) {
        narrowed = narrowed.with(filter.component(), filter.equal().get());
      }
    }
    return narrowed;
  }

  /**
   * Whether a value of a component fulfils all filters of it. Filters that list codes of dimensions
   * are in the keys.
   */
  boolean passes(Component component, String value) {
    return filters.stream()
        .filter(filter -> filter.component() == component)
        .filter(filter -> filter.equal().isEmpty() || !Component.KEY.contains(component))
        .allMatch(filter -> filter.condition().test(value));
  }

  /** The span of time in which all periods lie that pass the filters; empty if none does. */
  Optional<TimeSpan> span() {
    Optional<TimeSpan> span = Optional.of(TimeSpan.ALL);
    for (ComponentFilter filter : filters) {
      span = span.flatMap(one -> filter.span().flatMap(one::and));
    }
    return span;
  }
}
