package io.regionalmetrics.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes the observations of several documents, each with its source, as one SDMX-CSV document. */
final class SampleSdmx {
  private static final List<String> START =
      List.of("dataflow", "REGIONAL_METRICS:OBSERVATIONS(1.0.0)", "I");
  private static final String HEADER =
      "STRUCTURE,STRUCTURE_ID,ACTION,COMPANY,METRIC,REF_AREA,TIME_PERIOD,MEASURE,UNIT,OBS_VALUE,"
          + "DECIMALS,LOW,HIGH,DERIVATION,"
          + "SOURCE_ID,SOURCE_TITLE,SOURCE_PUBLISHER,SOURCE_URL,SOURCE_PUBLISHED,SOURCE_KIND";
  private static final List<String> CELL = List.of("company", "metric", "region", "period");
  private static final List<String> VALUE =
      List.of("value", "decimals", "low", "high", "derivation");
  private static final List<String> SOURCE =
      List.of("id", "title", "publisher", "url", "published", "kind");

  private SampleSdmx() {}

  /**
   * The document.
   *
   * @param units the units of the metrics
   */
  static String csv(Collection<? extends JsonNode> documents, Map<String, String> units) {
    return Stream.concat(
            Stream.of(HEADER), documents.stream().flatMap(document -> rows(document, units)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<String> rows(JsonNode document, Map<String, String> units) {
    return StreamSupport.stream(document.get("observations").spliterator(), false)
        .map(one ->
            Stream.of(
                    START.stream(),
                    cells(one, CELL),
                    Stream.of(one.path("measure").asText("level")),
                    Stream.of(units.getOrDefault(one.get("metric").textValue(), "")),
                    cells(one, VALUE),
                    cells(document.get("source"), SOURCE))
                .flatMap(cells -> cells)
                .collect(Collectors.joining(",")));
  }

  private static Stream<String> cells(JsonNode object, List<String> names) {
    return names.stream().map(name -> quoted(object.path(name).asText("")));
  }

  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"")
        ? "\"%s\"".formatted(text.replace("\"", "\"\""))
        : text;
  }
}
