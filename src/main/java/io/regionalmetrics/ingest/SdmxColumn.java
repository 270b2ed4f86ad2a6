package io.regionalmetrics.ingest;

import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of SDMX-CSV 2.0 as it is written and read here: which structure a row is of and what
 * is to be done with it, the dimensions, the value, and the attributes. The names are concepts of
 * SDMX where it has one.
 */
public enum SdmxColumn {
  /** What kind of structure the next column names: {@code dataflow}. */
  STRUCTURE(""),
  /** Agency, id and version of the structure. */
  STRUCTURE_ID(""),
  /** {@code I}: for information. A, M and R mean the same here: nothing is ever overwritten. */
  ACTION(""),
  /** Who published: a company's id. */
  COMPANY("company"),
  /** What is counted. */
  METRIC("metric"),
  /** Where. */
  REF_AREA("region"),
  /** The quarter. */
  TIME_PERIOD("period"),
  /** The level, or a growth that was published. */
  MEASURE("measure"),
  /** The unit; of a growth that of its levels. */
  UNIT("unit"),
  /** The value, in units of ten to the power of UNIT_MULT; empty where its status has none. */
  OBS_VALUE("value"),
  /** The power of ten that value, low and high are to be multiplied by; 0 where it is left out. */
  UNIT_MULT(""),
  /** How many decimals of OBS_VALUE, as it is written, are exact; {@code INF} for all. */
  DECIMALS("decimals"),
  /** The least that the value may be, of a figure that its source derived. */
  LOW("low"),
  /** The most that the value may be. */
  HIGH("high"),
  /** How the value is to be taken (CL_OBS_STATUS). */
  OBS_STATUS("status"),
  /** How the source derived it, in words. */
  DERIVATION("derivation"),
  /** Anything else in words. */
  COMMENT("note"),
  /** The source's id. */
  SOURCE_ID("id"),
  /** Its title. */
  SOURCE_TITLE("title"),
  /** Its publisher. */
  SOURCE_PUBLISHER("publisher"),
  /** Its address. */
  SOURCE_URL("url"),
  /** The day on which it was published. */
  SOURCE_PUBLISHED("published"),
  /** Its kind. */
  SOURCE_KIND("kind");

  private final String member;

  SdmxColumn(String member) {
    this.member = member;
  }

  /** The member of an observation, or of a source, that is the same; empty where none is. */
  String member() {
    return member;
  }

  /** Whether it tells of the source. */
  boolean isOfSource() {
    return name().startsWith("SOURCE_");
  }

  /** The names of all. */
  static List<String> names() {
    return Stream.of(values()).map(SdmxColumn::name).toList();
  }

  /** A place in a document by its column: {@code row 3.OBS_VALUE} is {@code row 3.value}. */
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
