package io.regionalmetrics.sdmx;

import io.regionalmetrics.ingest.SdmxColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The components of the data structure, in its order: each is the column of SDMX-CSV of the same
 * name.
 */
enum Component {
  /** The company that a figure is about. */
  COMPANY(Role.DIMENSION, "COMPANY", "Company", "The company that the figure is about."),
  /** What is counted. */
  METRIC(Role.DIMENSION, "METRIC", "Metric", "What is counted, such as revenue."),
  /** Where. */
  REF_AREA(
      Role.DIMENSION,
      "REF_AREA",
      "Reference area",
      "The country or region that the figure is about."),
  /** A level or a growth. */
  MEASURE(
      Role.DIMENSION,
      "MEASURE",
      "Measure",
      "Whether the value is a level, or a growth in percent."),
  /** The unit. */
  UNIT(
      Role.DIMENSION,
      "UNIT_MEASURE",
      "Unit of measure",
      "The unit of a level, such as USD or users; for a growth, the unit of the levels that it compares."),
  /** When. */
  TIME_PERIOD(
      Role.TIME_DIMENSION,
      "TIME_PERIOD",
      "Time period",
      "The company's fiscal quarter, such as 2017-Q4, named by the calendar quarter that holds the second of its months."),
  /** The value. */
  OBS_VALUE(
      Role.MEASURE,
      "OBS_VALUE",
      "Observation value",
      "The value as published, in base units: 106000000, not 106 million. Empty if the status says why there is none."),
  /** A power of ten. */
  UNIT_MULT(
      Role.ATTRIBUTE,
      "UNIT_MULT",
      "Unit multiplier",
      "The power of ten by which to multiply the value. It is 0 in every answer; documents may use another."),
  /** How exact the value is. */
  DECIMALS(
      Role.ATTRIBUTE,
      "DECIMALS",
      "Decimals",
      "How far the value is exact, as in XBRL: -6 is to the million, INF is exactly. Empty if the source doesn't say."),
  /** The lower bound. */
  LOW(
      Role.ATTRIBUTE,
      "LOW",
      "Lower bound",
      "The lowest number that a value derived by its source may stand for."),
  /** The upper bound. */
  HIGH(
      Role.ATTRIBUTE,
      "HIGH",
      "Upper bound",
      "The highest number that a value derived by its source may stand for."),
  /** The status. */
  OBS_STATUS(
      Role.ATTRIBUTE,
      "OBS_STATUS",
      "Observation status",
      "Whether the value is normal, estimated, provisional, missing and so on."),
  /** How it was derived. */
  DERIVATION(
      Role.ATTRIBUTE, "DERIVATION", "Derivation", "How the source derived the value, in words."),
  /** A note. */
  COMMENT(Role.ATTRIBUTE, "COMMENT", "Comment", "What else the source says about the figure."),
  /** The source's id. */
  SOURCE_ID(Role.ATTRIBUTE, "SOURCE_ID", "Source id", "The id of the source."),
  /** The source's title. */
  SOURCE_TITLE(Role.ATTRIBUTE, "SOURCE_TITLE", "Source title", "The title of the source."),
  /** The source's publisher. */
  SOURCE_PUBLISHER(
      Role.ATTRIBUTE, "SOURCE_PUBLISHER", "Source publisher", "The publisher of the source."),
  /** The source's address. */
  SOURCE_URL(Role.ATTRIBUTE, "SOURCE_URL", "Source address", "Where the source can be read."),
  /** The source's day. */
  SOURCE_PUBLISHED(
      Role.ATTRIBUTE,
      "SOURCE_PUBLISHED",
      "Day of publication",
      "The day on which the source was published, in UTC: the figure is known from then on."),
  /** The source's kind. */
  SOURCE_KIND(Role.ATTRIBUTE, "SOURCE_KIND", "Kind of source", "Who published the source.");

  /** What a component does in the data structure. */
  enum Role {
    /** Identifies a series, together with the other dimensions. */
    DIMENSION,
    /** Identifies an observation of a series. */
    TIME_DIMENSION,
    /** What was observed. */
    MEASURE,
    /** Says more about an observation. */
    ATTRIBUTE
  }

  /** The dimensions that identify a series, in the order of a key. */
  static final List<Component> KEY = with(Role.DIMENSION);

  /** The dimensions that identify a series, then the time. */
  static final List<Component> DIMENSIONS =
      Stream.concat(KEY.stream(), Stream.of(TIME_PERIOD)).toList();

  /** The attributes. */
  static final List<Component> ATTRIBUTES = with(Role.ATTRIBUTE);

  private final Role role;
  private final String concept;
  private final String title;
  private final String description;

  Component(Role role, String concept, String title, String description) {
    this.role = role;
    this.concept = concept;
    this.title = title;
    this.description = description;
  }

  private static List<Component> with(Role role) {
    return Stream.of(values()).filter(component -> component.role == role).toList();
  }

  /** What it does in the data structure. */
  Role role() {
    return role;
  }

  /** The id of its concept. */
  String concept() {
    return concept;
  }

  /** The name of its concept in English. */
  String title() {
    return title;
  }

  /** The description of its concept in English. */
  String description() {
    return description;
  }

  /** Its column of SDMX-CSV. */
  SdmxColumn column() {
    return SdmxColumn.valueOf(name());
  }

  /** The code list that its values are from; empty if it is not coded. */
  Optional<Artefact> codes() {
    return switch (this) {
      case COMPANY -> Optional.of(Artefact.CL_COMPANY);
      case METRIC -> Optional.of(Artefact.CL_METRIC);
      case REF_AREA -> Optional.of(Artefact.CL_AREA);
      case MEASURE -> Optional.of(Artefact.CL_MEASURE);
      case OBS_STATUS -> Optional.of(Artefact.CL_OBS_STATUS);
      case SOURCE_KIND -> Optional.of(Artefact.CL_SOURCE_KIND);
      default -> Optional.empty();
    };
  }

  /** The data type of its values if it is not coded, as SDMX names it. */
  String dataType() {
    return switch (this) {
      case TIME_PERIOD -> "ObservationalTimePeriod";
      case OBS_VALUE, LOW, HIGH -> "Decimal";
      case UNIT_MULT -> "Integer";
      case SOURCE_PUBLISHED -> "GregorianDay";
      default -> "String";
    };
  }

  /** Whether its values are numbers. */
  boolean isNumeric() {
    return dataType().equals("Decimal") || dataType().equals("Integer");
  }

  /** Whether every figure has it: each has a status and a source. */
  boolean isMandatory() {
    return switch (this) {
      case OBS_STATUS, SOURCE_ID, SOURCE_TITLE, SOURCE_PUBLISHER, SOURCE_PUBLISHED, SOURCE_KIND ->
          true;
      default -> false;
    };
  }
}
