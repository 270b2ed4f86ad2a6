package io.regionalmetrics.sdmx;

import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A structure query: {@code structure/{artefactType}/{agencyID}/{resourceID}/{version}/{itemID}},
 * whose last parts may be left out.
 *
 * @param matched the artefacts that the path names
 * @param items the ids of the only items that are wanted; empty for all
 * @param references which related artefacts to add
 * @param detail how much of each artefact to show
 * @param format the parameter {@code format}
 */
record StructureQuery(
    Set<Artefact> matched,
    Set<String> items,
    List<String> references,
    StructureDetail detail,
    Optional<String> format) {
  private static final Set<String> PARAMETERS = Set.of("detail", "references", "asOf", "format");
  private static final Set<String> RELATIONS =
      Set.of(
          "none", "parents", "parentsandsiblings", "ancestors", "children", "descendants", "all");
  private static final int VERSION = 3;
  private static final int ITEM = 4;

  /**
   * Reads a query.
   *
   * @param path the path after {@code structure}
   * @param query the raw query string
   * @throws Refusal if it is malformed, not supported, or names nothing that is here
   */
  static StructureQuery parse(SdmxPath path, String query) {
    QueryParameters parameters = QueryParameters.of(query, PARAMETERS, Set.of());
    path.refuseMoreThan(ITEM + 1, "artefactType/agencyID/resourceID/version/itemID");
    if (parameters.text("asOf").isPresent()) {
      throw SdmxError.notImplemented("asOf", "structures are kept only as they are today");
    }
    Set<ArtefactType> types = types(path.part(0, "*"));
    return new StructureQuery(
        matched(types, path),
        items(types, path),
        references(parameters),
        StructureDetail.parse(parameters.text("detail")),
        parameters.text("format"));
  }

  private static Set<ArtefactType> types(String text) {
    if (SdmxPath.isAll(text)) {
      return Set.of(ArtefactType.values());
    }
    if (ArtefactType.NOT_KEPT.contains(text)) {
      throw SdmxError.notImplemented(
          "artefactType", "there is no %s here; there are %s".formatted(text, known()));
    }
    return Set.of(
        ArtefactType.of(text)
            .orElseThrow(() ->
                Refusal.of(
                    Reason.MALFORMED,
                    "artefactType",
                    "'%s' is not one of %s%s"
                        .formatted(text, known(), Codes.suggestion(text, names())))));
  }

  private static List<String> names() {
    return Stream.of(ArtefactType.values()).map(ArtefactType::query).toList();
  }

  private static String known() {
    return String.join(", ", names());
  }

  private static Set<Artefact> matched(Set<ArtefactType> types, SdmxPath path) {
    List<Artefact> ofTypes =
        Stream.of(Artefact.values()).filter(artefact -> types.contains(artefact.type())).toList();
    SdmxPath.refuseOtherAgency(path.part(1, "*"));
    List<String> ids = path.list(2);
    Set<Artefact> named =
        ofTypes.stream()
            .filter(artefact -> ids.isEmpty() || ids.contains(artefact.id()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (named.isEmpty()) {
      throw unknown(path.part(2, "*"), ofTypes.stream().map(Artefact::id).distinct().toList());
    }
    SdmxPath.refuseOtherVersion(path.part(VERSION, "~"));
    return named;
  }

  private static Refusal unknown(String id, List<String> known) {
    return Refusal.of(
        Reason.UNKNOWN,
        "resourceID",
        "'%s' is not one of %s%s"
            .formatted(id, String.join(", ", known), Codes.suggestion(id, known)));
  }

  private static Set<String> items(Set<ArtefactType> types, SdmxPath path) {
    List<String> items = path.list(ITEM);
    boolean haveItems = types.stream().allMatch(ArtefactType::hasItems);
    if (!items.isEmpty() && !haveItems) {
      throw Refusal.of(
          Reason.MALFORMED,
          "itemID",
          "'%s' has no place here: only a codelist and a conceptscheme have items"
              .formatted(String.join(",", items)));
    }
    return new LinkedHashSet<>(items);
  }

  private static List<String> references(QueryParameters parameters) {
    List<String> references = parameters.list("references").orElse(List.of("none"));
    for (String one : references) {
      if (!RELATIONS.contains(one) && !isType(one)) {
        throw Refusal.of(
            Reason.MALFORMED,
            "references",
            "'%s' is not none, parents, parentsandsiblings, ancestors, children, descendants, all or a type such as codelist%s"
                .formatted(one, Codes.suggestion(one, RELATIONS)));
      }
    }
    return references;
  }

  private static boolean isType(String text) {
    return ArtefactType.of(text).isPresent() || ArtefactType.NOT_KEPT.contains(text);
  }

  /** The query for the data structure of what is named here, with all that it refers to. */
  StructureQuery schema(Optional<String> otherFormat) {
    return new StructureQuery(
        Set.of(Artefact.OBSERVATIONS_STRUCTURE),
        Set.of(),
        List.of("descendants"),
        detail,
        otherFormat);
  }

  /** The artefacts to answer with: those that match, then those that are related to them. */
  Set<Artefact> artefacts() {
    Set<Artefact> all = new LinkedHashSet<>(matched);
    for (Artefact artefact : matched) {
      references.forEach(reference -> all.addAll(related(artefact, reference)));
    }
    return all;
  }

  private static Set<Artefact> related(Artefact artefact, String reference) {
    return switch (reference) {
      case "none" -> Set.of();
      case "parents" -> artefact.parents();
      case "parentsandsiblings" -> artefact.parentsAndSiblings();
      case "ancestors" -> artefact.ancestors();
      case "children" -> artefact.children();
      case "descendants" -> artefact.descendants();
      case "all" -> union(artefact.parentsAndSiblings(), artefact.descendants());
      default -> ofType(artefact, ArtefactType.of(reference));
    };
  }

  private static Set<Artefact> ofType(Artefact artefact, Optional<ArtefactType> type) {
    return union(artefact.ancestors(), artefact.descendants()).stream()
        .filter(other -> type.filter(other.type()::equals).isPresent())
        .collect(Collectors.toSet());
  }

  private static Set<Artefact> union(Set<Artefact> some, Set<Artefact> others) {
    Set<Artefact> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Whether an artefact is shown without its content. */
  boolean isStub(Artefact artefact) {
    return matched.contains(artefact) ? detail.stubsOfMatched() : detail.stubsOfReferences();
  }

  /** The description that is shown of an artefact; empty for a stub without one. */
  Optional<String> description(Artefact artefact) {
    return isStub(artefact) && !detail.describesStubs()
        ? Optional.empty()
        : Optional.of(artefact.description());
  }

  /** The ids of the only items that are wanted of an artefact; empty for all. */
  Set<String> itemsOf(Artefact artefact) {
    return matched.contains(artefact) ? items : Set.of();
  }
}
