package io.regionalmetrics.sdmx;

import io.regionalmetrics.ingest.SdmxColumn;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which components an answer has, in addition to the dimensions.
 *
 * @param hasValue whether it has the values
 * @param attributes the attributes
 */
record DataColumns(boolean hasValue, Set<Component> attributes) {
  private static final Set<Component> ALL = new LinkedHashSet<>(Component.ATTRIBUTES);

  /**
   * Reads the parameters {@code measures}, {@code attributes} and, from older versions of
   * SDMX-REST, {@code detail}.
   *
   * @throws Refusal if one of them names no component
   */
  static DataColumns parse(QueryParameters parameters) {
    Optional<DataColumns> detail = parameters.text("detail").map(DataColumns::ofDetail);
    List<String> measures = parameters.list("measures").orElse(List.of("all"));
    List<String> attributes = parameters.list("attributes").orElse(List.of("dsd"));
    DataColumns columns = new DataColumns(hasValue(measures), attributes(attributes));
    return detail.orElse(columns);
  }

  private static DataColumns ofDetail(String detail) {
    return switch (detail) {
      case "full" -> new DataColumns(true, ALL);
      case "dataonly" -> new DataColumns(true, Set.of());
      case "serieskeysonly" -> new DataColumns(false, Set.of());
      case "nodata" -> new DataColumns(false, ALL);
      default ->
          throw Refusal.of(
              Reason.MALFORMED,
              "detail",
              "'%s' is not one of full, dataonly, serieskeysonly, nodata; better use attributes and measures"
                  .formatted(detail));
    };
  }

  private static boolean hasValue(List<String> measures) {
    boolean hasValue = false;
    for (String measure : measures) {
      hasValue |=
          switch (measure) {
            case "all", "OBS_VALUE" -> true;
            case "none" -> false;
            default -> throw unknown("measures", measure, List.of("all", "none", "OBS_VALUE"));
          };
    }
    return hasValue;
  }

  private static Set<Component> attributes(List<String> names) {
    Set<Component> attributes = EnumSet.noneOf(Component.class);
    names.forEach(name -> attributes.addAll(attributes(name)));
    return attributes;
  }

  private static Set<Component> attributes(String name) {
    return switch (name) {
      case "dsd", "all", "obs" -> ALL;
      case "none", "msd", "dataset", "series" -> Set.of();
      default ->
          Component.ATTRIBUTES.stream()
              .filter(attribute -> attribute.name().equals(name))
              .findFirst()
              .map(Set::of)
              .orElseThrow(() -> unknown("attributes", name, attributeNames()));
    };
  }

  private static List<String> attributeNames() {
    return Stream.concat(
            Stream.of("dsd", "all", "obs", "none"), Component.ATTRIBUTES.stream().map(Enum::name))
        .toList();
  }

  private static Refusal unknown(String parameter, String name, List<String> known) {
    return Refusal.of(
        Reason.MALFORMED,
        parameter,
        "'%s' is not one of %s%s"
            .formatted(name, String.join(", ", known), Codes.suggestion(name, known)));
  }

  /** Whether only the keys of series are wanted. */
  boolean areSeriesKeys() {
    return !hasValue && attributes.isEmpty();
  }

  /** The columns of SDMX-CSV. */
  List<SdmxColumn> columns() {
    List<SdmxColumn> columns =
        new ArrayList<>(List.of(SdmxColumn.STRUCTURE, SdmxColumn.STRUCTURE_ID, SdmxColumn.ACTION));
    Set<Component> components = EnumSet.copyOf(Component.KEY);
    components.addAll(attributes);
    if (!areSeriesKeys()) {
      components.add(Component.TIME_PERIOD);
    }
    if (hasValue) {
      components.add(Component.OBS_VALUE);
    }
    components.stream().map(Component::column).sorted().forEach(columns::add);
    return columns;
  }
}
