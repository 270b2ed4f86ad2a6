package io.regionalmetrics.model;

import java.util.Locale;

/** Where a figure comes from. */
public enum Origin {
  /** Published. */
  REPORTED,
  /** Computed from other figures. */
  DERIVED,
  /** Solved from a published growth. */
  IMPLIED;

  /** The code used in answers, such as {@code reported}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
