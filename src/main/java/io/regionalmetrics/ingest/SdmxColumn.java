package io.regionalmetrics.ingest;

import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of SDMX-CSV 2.0 as written and read here: a row's structure and action, then its
 * dimensions, value and attributes. Where SDMX has a concept, the column has its name.
 */
public enum SdmxColumn {
  /** The kind of structure that the next column names, such as {@code dataflow}. */
  STRUCTURE(""),
  /** The agency, id and version of the structure. */
  STRUCTURE_ID(""),
  /** {@code I} (information). A, M and R have the same effect: nothing is ever overwritten. */
  ACTION(""),
  /** The id of the company. */
  COMPANY("company"),
  /** The id of the metric. */
  METRIC("metric"),
  /** The id of the region. */
  REF_AREA("region"),
  /** The quarter. */
  TIME_PERIOD("period"),
  /** Whether the value is a level or a published growth. */
  MEASURE("measure"),
  /** The unit; for a growth, the unit of its levels. */
  UNIT("unit"),
  /** The value, in units of ten to the power of UNIT_MULT; empty if its status has no value. */
  OBS_VALUE("value"),
  /** The power of ten by which to multiply OBS_VALUE, LOW and HIGH; 0 if left out. */
  UNIT_MULT(""),
  /** How many decimals of OBS_VALUE are exact, before scaling; {@code INF} for all. */
  DECIMALS("decimals"),
  /** The lower bound of a figure that its source derived. */
  LOW("low"),
  /** The upper bound. */
  HIGH("high"),
  /** The observation status, a code of CL_OBS_STATUS. */
  OBS_STATUS("status"),
  /** How the source derived the figure, in words. */
  DERIVATION("derivation"),
  /** A note. */
  COMMENT("note"),
  /** The id of the source. */
  SOURCE_ID("id"),
  /** The title of the source. */
  SOURCE_TITLE("title"),
  /** The publisher of the source. */
  SOURCE_PUBLISHER("publisher"),
  /** The URL of the source. */
  SOURCE_URL("url"),
  /** The date of publication. */
  SOURCE_PUBLISHED("published"),
  /** The kind of source. */
  SOURCE_KIND("kind");

  private final String member;

  SdmxColumn(String member) {
    this.member = member;
  }

  /** Returns the corresponding JSON member of an observation or source; empty if there is none. */
  String member() {
    return member;
  }

  /** Whether the column describes the source. */
  boolean isOfSource() {
    return name().startsWith("SOURCE_");
  }

  /** Returns the names of all columns. */
  static List<String> names() {
    return Stream.of(values()).map(SdmxColumn::name).toList();
  }

  /**
   * Names a place by its column instead of its member: {@code row 3.value} becomes {@code row
   * 3.OBS_VALUE}.
   */
  static String place(String place) {
    int dot = place.lastIndexOf('.');
    String member = place.substring(dot + 1);
    return dot < 0
        ? place
        : Stream.of(values())
            .filter(column -> column.member.equals(member))
            .findFirst()
            .map(column -> place.substring(0, dot + 1) + column.name())
            .orElse(place);
  }
}
