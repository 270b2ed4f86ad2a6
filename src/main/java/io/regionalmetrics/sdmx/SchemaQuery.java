package io.regionalmetrics.sdmx;

import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.List;
import java.util.Set;

/**
 * A schema query: {@code schema/{context}/{agencyID}/{resourceID}/{version}}. It is answered like a
 * query for the data structure with its descendants.
 */
final class SchemaQuery {
  private static final Set<String> PARAMETERS =
      Set.of("dimensionAtObservation", "deletion", "asOf", "format");
  private static final List<String> CONTEXTS = List.of("datastructure", "dataflow");
  private static final List<String> OTHER_CONTEXTS =
      List.of(
          "metadatastructure", "metadataflow", "provisionagreement", "metadataprovisionagreement");
  private static final int PARTS = 4;

  private SchemaQuery() {}

  /**
   * Reads a query.
   *
   * @param path the path after {@code schema}
   * @param query the raw query string
   * @throws Refusal if it is malformed, not supported, or names nothing that is here
   */
  static StructureQuery parse(SdmxPath path, String query) {
    QueryParameters parameters = QueryParameters.of(query, PARAMETERS, Set.of());
    path.refuseMoreThan(PARTS, "context/agencyID/resourceID/version");
    checkContext(path.first());
    DataLayout.observation(parameters);
    parameters.truth("deletion", false);
    if (parameters.text("asOf").isPresent()) {
      throw SdmxError.notImplemented("asOf", "structures are kept only as they are today");
    }
    StructureQuery named = StructureQuery.parse(path, "");
    return named.schema(parameters.text("format"));
  }

  private static void checkContext(String context) {
    if (OTHER_CONTEXTS.contains(context)) {
      throw SdmxError.notImplemented("context", "there is no %s here".formatted(context));
    }
    if (!CONTEXTS.contains(context)) {
      throw Refusal.of(
          Reason.MALFORMED,
          "context",
          "'%s' is not dataflow or datastructure%s"
              .formatted(context, Codes.suggestion(context, CONTEXTS)));
    }
  }
}
