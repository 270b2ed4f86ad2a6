package io.regionalmetrics.sdmx;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The structural metadata: one dataflow, its data structure, and the concepts and code lists that
 * the data structure uses. Code lists and concepts have the ids of SDMX's cross-domain ones where
 * there is one; the code lists hold the codes that are used here.
 */
enum Artefact {
  /** What a data query asks for. */
  OBSERVATIONS_FLOW(
      ArtefactType.DATAFLOW,
      "OBSERVATIONS",
      "Regional figures of companies",
      "What companies publish by quarter and region: levels and growths, as published, each with its source."),
  /** The dimensions, the measure and the attributes of each figure. */
  OBSERVATIONS_STRUCTURE(
      ArtefactType.DATA_STRUCTURE,
      "OBSERVATIONS",
      "Regional figures of companies",
      "The columns of SDMX-CSV are these components."),
  /** The concepts of all components. */
  CONCEPTS(
      ArtefactType.CONCEPT_SCHEME,
      "CONCEPTS",
      "Concepts of regional figures",
      "The ids are those of SDMX's cross-domain concepts where there is one."),
  /** Countries and regions. */
  CL_AREA(
      ArtefactType.CODELIST,
      "CL_AREA",
      "Reference area",
      "Countries by ISO 3166-1, the world, and the regions that companies report. Partial where more than 100 companies define regions of their own."),
  /** Companies. */
  CL_COMPANY(ArtefactType.CODELIST, "CL_COMPANY", "Company", "The companies that have figures."),
  /** A level or a growth. */
  CL_MEASURE(
      ArtefactType.CODELIST,
      "CL_MEASURE",
      "Measure",
      "Whether a figure is a level, or a growth that its source published."),
  /** Metrics. */
  CL_METRIC(
      ArtefactType.CODELIST,
      "CL_METRIC",
      "Metric",
      "What is counted. Partial where more than 100 companies define metrics of their own."),
  /** Observation status. */
  CL_OBS_STATUS(
      ArtefactType.CODELIST,
      "CL_OBS_STATUS",
      "Observation status",
      "The codes of SDMX's code list, version 2.2, that figures may have."),
  /** Kinds of sources. */
  CL_SOURCE_KIND(ArtefactType.CODELIST, "CL_SOURCE_KIND", "Kind of source", "Who published it.");

  private final ArtefactType type;
  private final String id;
  private final String title;
  private final String description;

  Artefact(ArtefactType type, String id, String title, String description) {
    this.type = type;
    this.id = id;
    this.title = title;
    this.description = description;
  }

  /** What kind of structural metadata it is. */
  ArtefactType type() {
    return type;
  }

  /** Its id. */
  String id() {
    return id;
  }

  /** Its name in English. */
  String title() {
    return title;
  }

  /** Its description in English. */
  String description() {
    return description;
  }

  /** Its URN. */
  String urn() {
    return type.urn(type.urnClass(), id);
  }

  /** The URN of a concept, or of a component of the data structure. */
  String urn(String ofClass, String item) {
    return type.urn(ofClass, id) + "." + item;
  }

  /** The artefacts that it refers to itself. */
  Set<Artefact> children() {
    return switch (type) {
      case DATAFLOW -> Set.of(OBSERVATIONS_STRUCTURE);
      case DATA_STRUCTURE ->
          Stream.of(values())
              .filter(other -> other.type.hasItems())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      case CONCEPT_SCHEME, CODELIST -> Set.of();
    };
  }

  /** The artefacts that refer to it themselves. */
  Set<Artefact> parents() {
    return Stream.of(values())
        .filter(other -> other.children().contains(this))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Those that it refers to, and those that they refer to, and so on. */
  Set<Artefact> descendants() {
    Set<Artefact> all = new LinkedHashSet<>(children());
    children().forEach(child -> all.addAll(child.descendants()));
    return all;
  }

  /** Those that refer to it, and those that refer to them, and so on. */
  Set<Artefact> ancestors() {
    Set<Artefact> all = new LinkedHashSet<>(parents());
    parents().forEach(parent -> all.addAll(parent.ancestors()));
    return all;
  }

  /** Those that refer to it, and what these refer to. */
  Set<Artefact> parentsAndSiblings() {
    Set<Artefact> all = new LinkedHashSet<>(parents());
    parents().forEach(parent -> all.addAll(parent.children()));
    return all;
  }
}
