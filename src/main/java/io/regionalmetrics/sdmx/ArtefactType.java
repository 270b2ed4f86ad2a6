package io.regionalmetrics.sdmx;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types of structural metadata that are served here. */
enum ArtefactType {
  /** A dataflow: the figures, as a data query names them. */
  DATAFLOW("dataflow", "datastructure", "Dataflow", "dataflows"),
  /** A data structure definition: dimensions, measures and attributes. */
  DATA_STRUCTURE("datastructure", "datastructure", "DataStructure", "dataStructures"),
  /** A concept scheme: what the components of a data structure mean. */
  CONCEPT_SCHEME("conceptscheme", "conceptscheme", "ConceptScheme", "conceptSchemes"),
  /** A code list: the values that a component may have. */
  CODELIST("codelist", "codelist", "Codelist", "codelists");

  /** The agency that maintains all artefacts. */
  static final String AGENCY = "REGIONAL_METRICS";

  /** The version of all artefacts. */
  static final String VERSION = "1.0.0";

  /** The types of SDMX-REST 2.1 of which nothing is kept here. */
  static final Set<String> NOT_KEPT =
      Set.of(
          "metadatastructure",
          "categoryscheme",
          "hierarchy",
          "hierarchyassociation",
          "valuelist",
          "agencyscheme",
          "dataproviderscheme",
          "metadataproviderscheme",
          "dataconsumerscheme",
          "organisationunitscheme",
          "metadataflow",
          "reportingtaxonomy",
          "provisionagreement",
          "metadataprovisionagreement",
          "structuremap",
          "representationmap",
          "conceptschememap",
          "categoryschememap",
          "organisationschememap",
          "reportingtaxonomymap",
          "process",
          "categorisation",
          "dataconstraint",
          "metadataconstraint",
          "transformationscheme",
          "rulesetscheme",
          "userdefinedoperatorscheme",
          "customtypescheme",
          "namepersonalisationscheme",
          "vtlmappingscheme");

  private final String query;
  private final String urnPackage;
  private final String urnClass;
  private final String collection;

  /**
   * A type.
   *
   * @param query its name in the path of a structure query
   * @param urnPackage the package of the information model, for URNs
   * @param urnClass the class of the information model, which is also the name of its element in
   *     SDMX-ML
   * @param collection the name of a list of such artefacts in SDMX-JSON
   */
  ArtefactType(String query, String urnPackage, String urnClass, String collection) {
    this.query = query;
    this.urnPackage = urnPackage;
    this.urnClass = urnClass;
    this.collection = collection;
  }

  /** The type with a name in queries, such as {@code codelist}; empty if there is none. */
  static Optional<ArtefactType> of(String query) {
    return Stream.of(values()).filter(type -> type.query.equals(query)).findFirst();
  }

  /** Its name in the path of a structure query. */
  String query() {
    return query;
  }

  /** Its class in the information model, and the name of its element in SDMX-ML. */
  String urnClass() {
    return urnClass;
  }

  /** The name of a list of such artefacts in SDMX-JSON. */
  String collection() {
    return collection;
  }

  /** Whether such an artefact is a list of items. */
  boolean hasItems() {
    return this == CODELIST || this == CONCEPT_SCHEME;
  }

  /** The URN of an artefact or, with another class, of an item or a component in it. */
  String urn(String ofClass, String id) {
    return "urn:sdmx:org.sdmx.infomodel.%s.%s=%s:%s(%s)"
        .formatted(urnPackage, ofClass, AGENCY, id, VERSION);
  }
}
