package io.regionalmetrics.feed.filing;

/** The axis that names a fact's region. */
enum RegionAxis {
  /** No axis: the fact is of the whole company. */
  NONE(""),
  /** The geographical axis. It is preferred to the segments' axis. */
  GEOGRAPHY("geography"),
  /** An axis of the company's own that names places. The standard axis is preferred to it. */
  OWN_GEOGRAPHY("own-geography"),
  /** The axis of business segments. */
  SEGMENTS("segments"),
  /** None of these: the fact is of no region, and told beside those that are. */
  BESIDE("beside");

  private final String code;

  RegionAxis(String code) {
    this.code = code;
  }

  /** Its code in the stored history. */
  String code() {
    return code;
  }
}
