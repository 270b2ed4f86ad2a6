package io.regionalmetrics.model;

import java.util.Locale;

/** Where a figure comes from. */
public enum Origin {
  /** Published as it is. */
  REPORTED,
  /** Computed from other figures. */
  DERIVED,
  /** Solved from a published growth. */
  IMPLIED;

  /** The word in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
