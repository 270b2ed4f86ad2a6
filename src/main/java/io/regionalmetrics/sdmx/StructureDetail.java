package io.regionalmetrics.sdmx;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.List;
import java.util.Optional;

/**
 * How much a structure query shows of each artefact.
 *
 * @param stubsOfMatched whether artefacts that the path names are shown without their content
 * @param stubsOfReferences whether related artefacts are shown without their content
 * @param describesStubs whether stubs have descriptions
 */
record StructureDetail(boolean stubsOfMatched, boolean stubsOfReferences, boolean describesStubs) {
  private static final List<String> NAMES =
      List.of(
          "full",
          "raw",
          "referencepartial",
          "allstubs",
          "allcompletestubs",
          "referencestubs",
          "referencecompletestubs");

  /**
   * Reads the parameter {@code detail}. No code list extends another, and no constraint leaves
   * codes out: {@code raw} and {@code referencepartial} are the same as {@code full}.
   *
   * @throws Refusal if it is none of the details of SDMX-REST
   */
  static StructureDetail parse(Optional<String> detail) {
    return switch (detail.orElse("full")) {
      case "full", "raw", "referencepartial" -> new StructureDetail(false, false, false);
      case "allstubs" -> new StructureDetail(true, true, false);
      case "allcompletestubs" -> new StructureDetail(true, true, true);
      case "referencestubs" -> new StructureDetail(false, true, false);
      case "referencecompletestubs" -> new StructureDetail(false, true, true);
      default -> throw unknown(detail.orElseThrow());
    };
  }

  private static Refusal unknown(String detail) {
    return Refusal.of(
        Reason.MALFORMED,
        "detail",
        "'%s' is not one of %s%s"
            .formatted(detail, String.join(", ", NAMES), Codes.suggestion(detail, NAMES)));
  }
}
