package io.regionalmetrics.region;

/** Whether one region contains another. */
public enum Containment {
  /** Contains all of it. */
  YES,
  /** Does not contain all of it. */
  NO,
  /** Not known, because an opaque region is involved. */
  UNKNOWN
}
