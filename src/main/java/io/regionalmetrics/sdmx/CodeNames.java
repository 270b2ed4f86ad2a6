package io.regionalmetrics.sdmx;

import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.Status;

/** The English names of codes that do not come from documents. */
final class CodeNames {
  private CodeNames() {}

  /** The name of a measure. */
  static String of(Measure measure) {
    return switch (measure) {
      case LEVEL -> "Level";
      case YOY -> "Growth on the same quarter a year before, in percent";
      case QOQ -> "Growth on the quarter before, in percent";
    };
  }

  /** The name of a status in SDMX's code list CL_OBS_STATUS, version 2.2. */
  static String of(Status status) {
    return switch (status) {
      case NORMAL -> "Normal value";
      case BREAK -> "Time series break";
      case DEFINITION_DIFFERS -> "Definition differs";
      case ESTIMATED -> "Estimated value";
      case FORECAST -> "Forecast value";
      case EXPERIMENTAL -> "Experimental value";
      case IMPUTED -> "Imputed value (CCSA definition)";
      case NOT_SIGNIFICANT -> "Not significant";
      case PROVISIONAL -> "Provisional value";
      case STRIKE -> "Strike and other special events";
      case LOW_RELIABILITY -> "Low reliability";
      case UNVALIDATED -> "Unvalidated value";
      case INCLUDES_OTHER -> "Includes data from another category";
      case MISSING, NOT_COLLECTED, CANNOT_EXIST, SUPPRESSED -> "Missing value" + reason(status);
    };
  }

  /** Why a value is missing, after a semicolon; empty if the status gives no reason. */
  private static String reason(Status missing) {
    return switch (missing) {
      case NOT_COLLECTED -> "; data exist but were not collected";
      case CANNOT_EXIST -> "; data cannot exist";
      case SUPPRESSED -> "; suppressed";
      default -> "";
    };
  }

  /** The name of a kind of source. */
  static String of(SourceKind kind) {
    return switch (kind) {
      case FILING -> "Filed with an authority by the company";
      case COMPANY -> "Published by the company";
      case PRESS -> "Press";
      case DATASET -> "Dataset";
    };
  }
}
