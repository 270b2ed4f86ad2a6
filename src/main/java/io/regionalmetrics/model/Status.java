package io.regionalmetrics.model;

import java.util.Optional;
import java.util.stream.Stream;

/** The status of an observation: SDMX's code list CL_OBS_STATUS, version 2.2. */
public enum Status {
  /** Normal. */
  NORMAL('A', true),
  /** Time series break: not comparable with earlier quarters. */
  BREAK('B', true),
  /** The definition differs. */
  DEFINITION_DIFFERS('D', true),
  /** Estimated by its publisher. */
  ESTIMATED('E', true),
  /** Forecast. */
  FORECAST('F', true),
  /** Experimental. */
  EXPERIMENTAL('G', true),
  /** Imputed. */
  IMPUTED('I', true),
  /** Not significant. */
  NOT_SIGNIFICANT('N', true),
  /** Provisional: its publisher expects to revise it. */
  PROVISIONAL('P', true),
  /** Strike and other special events. */
  STRIKE('S', true),
  /** Low reliability. */
  LOW_RELIABILITY('U', true),
  /** Not validated. */
  UNVALIDATED('V', true),
  /** Includes data from another category. */
  INCLUDES_OTHER('W', true),
  /** Missing, or withdrawn by a newer source. */
  MISSING('O', false),
  /** Missing: the data exist but were not collected. */
  NOT_COLLECTED('L', false),
  /** Missing: the data cannot exist. */
  CANNOT_EXIST('M', false),
  /** Missing: suppressed. */
  SUPPRESSED('Q', false);

  private final char code;
  private final boolean hasValue;

  Status(char code, boolean hasValue) {
    this.code = code;
    this.hasValue = hasValue;
  }

  /** The letter that stands for this status in the code list. */
  public String code() {
    return String.valueOf(code);
  }

  /** Whether an observation of this status has a value. */
  public boolean hasValue() {
    return hasValue;
  }

  /** The status that a letter stands for; empty if it stands for none. */
  public static Optional<Status> of(String code) {
    return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
  }
}
