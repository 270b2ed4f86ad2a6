package io.regionalmetrics.feed.filing;

import java.util.Arrays;

/** The axis that names a fact's region; the preferred ones come first. */
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

  /** The axis that has a code. */
  static RegionAxis ofCode(String code) {
    return Arrays.stream(values())
        .filter(axis -> axis.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no axis has the code " + code));
  }

  /** Its code in the stored history. */
  String code() {
    return code;
  }
}
