package io.regionalmetrics.feed.filing;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.ingest.Document.BreakdownRow;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.samples.DocumentJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The documents that were read from a filing, in short texts for assertions. */
record ContentsView(FilingContents reading) {

  private Stream<JsonNode> documents() {
    return reading.documents().stream().map(document -> Service.json(DocumentJson.text(document)));
  }

  private Stream<JsonNode> all(String member) {
    return documents()
        .flatMap(document -> StreamSupport.stream(document.path(member).spliterator(), false));
  }

  /** Each row as {@code revenue JP 2023-Q2 4821000000 USD}, in the documents' order. */
  List<String> rows() {
    return all("observations").map(ContentsView::row).toList();
  }

  /** The rows of each document. */
  List<List<String>> rowsOfEach() {
    return documents()
        .map(document ->
            StreamSupport.stream(document.get("observations").spliterator(), false)
                .map(ContentsView::row)
                .toList())
        .toList();
  }

  /** The rows of one metric. */
  List<String> rows(String metric) {
    return rows().stream().filter(row -> row.startsWith(metric + " ")).toList();
  }

  /** The derived rows, with their bounds and source. */
  List<String> derived() {
    List<String> rows = new ArrayList<>();
    documents()
        .forEach(document ->
            document
                .get("observations")
                .forEach(row -> {
                  if (row.has("derivation")) {
                    rows.add(
                        "%s, %s to %s, by %s"
                            .formatted(
                                row(row),
                                row.get("low").decimalValue().toPlainString(),
                                row.get("high").decimalValue().toPlainString(),
                                document.at("/source/id").textValue()));
                  }
                }));
    return rows;
  }

  String derivation(String region) {
    return all("observations")
        .filter(row -> row.has("derivation") && row.get("region").textValue().equals(region))
        .map(row -> row.get("derivation").textValue())
        .findFirst()
        .orElse("");
  }

  private static String row(JsonNode row) {
    return "%s %s %s %s %s"
        .formatted(
            row.get("metric").textValue(),
            row.get("region").textValue(),
            row.get("period").textValue(),
            row.get("value").decimalValue().toPlainString(),
            row.get("unit").textValue());
  }

  /** The definitions of regions, as JSON. */
  List<String> regions() {
    return all("regions").map(JsonNode::toString).distinct().toList();
  }

  /** The definitions of metrics, as JSON. */
  List<String> metrics() {
    return all("metrics").map(JsonNode::toString).distinct().toList();
  }

  JsonNode source() {
    return documents().findFirst().orElseThrow().get("source");
  }

  /**
   * The breakdowns, such as {@code revenue 2023-Q2 JP+US}, followed by remainders such as {@code
   * and corporate -2000000}.
   */
  List<String> breakdowns() {
    return reading.documents().stream()
        .flatMap(document -> document.breakdowns().stream())
        .map(breakdown -> view(breakdown.row()))
        .toList();
  }

  private static String view(BreakdownRow row) {
    return "%s %s %s%s"
        .formatted(
            row.metric(),
            row.period(),
            String.join("+", row.members()),
            row.remainders().stream()
                .map(one -> " and %s %s".formatted(one.code(), one.value().toPlainString()))
                .collect(Collectors.joining()));
  }

  int leftOut(LeftOutReason why) {
    return reading.leftOut().getOrDefault(why, 0);
  }

  List<String> notes() {
    return reading.notes().stream().map(FilingNote::code).toList();
  }
}
