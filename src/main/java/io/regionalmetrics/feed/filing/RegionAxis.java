package io.regionalmetrics.feed.filing;

/** The axis that names a fact's region. */
enum RegionAxis {
  /** No axis: the fact is of the whole company. */
  NONE(""),
  /** The geographical axis. It is preferred to the segments' axis. */
  GEOGRAPHY("geography"),
  /** The axis of business segments. */
  SEGMENTS("segments");

  private final String code;

  RegionAxis(String code) {
    this.code = code;
  }

  /** Its code in the stored history. */
  String code() {
    return code;
  }
}
