package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regionalmetrics.model.Periods;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.threeten.extra.YearQuarter;

/** Twitter's revenue and monthly users as published, with the restatement of 2017-10-26. */
final class TwitterData {
  private static final Map<String, String> METRICS =
      Map.of("revenue", "revenue", "revenue_yoy", "revenue", "MAU", "users");
  private static final Map<String, String> REGIONS =
      Map.of("World", "WORLD", "US", "US", "International", "INTERNATIONAL", "Japan", "JP");
  private static final String DEFINITIONS =
      DocumentBuilder.of("definitions", "2013-01-01", "dataset", "Somebody")
          .defined()
          .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
          .json();

  /** How long after a quarter's end Twitter usually reported it. */
  private static final int DAYS_TO_REPORT = 40;

  private TwitterData() {}

  /** A row of the table. */
  private record Row(
      String metric,
      String region,
      YearQuarter quarter,
      BigDecimal value,
      int decimals,
      String published,
      String evidence,
      String source) {

    static Row of(String line) {
      String[] cells = line.split("\t", -1);
      YearQuarter quarter = Periods.quarter(cells[2]).orElseThrow();
      return new Row(
          cells[0],
          cells[1],
          quarter,
          new BigDecimal(cells[3]),
          Integer.parseInt(cells[4]),
          cells[5].isEmpty() ? usualReport(quarter) : cells[5],
          cells[6],
          cells[7]);
    }

    private static String usualReport(YearQuarter quarter) {
      return quarter.atEndOfQuarter().plusDays(DAYS_TO_REPORT).toString();
    }

    boolean filed() {
      return evidence.startsWith("XBRL");
    }

    boolean growth() {
      return metric.endsWith("_yoy");
    }

    boolean derived() {
      return evidence.contains("derived");
    }
  }

  /** Posts the definitions alone: the company, its metrics and its regions. */
  static void define(Service service) {
    post(service, DEFINITIONS);
  }

  /** Posts the definitions and all figures, one document for each source and day. */
  static void load(Service service) {
    define(service);
    documents().forEach(document -> post(service, document));
  }

  private static void post(Service service, String document) {
    Service.Reply reply = service.post(document);
    if (reply.status() != 200) {
      throw new AssertionError(reply.text() + "\n" + document);
    }
  }

  private static List<String> documents() {
    Map<String, ObjectNode> documents = new TreeMap<>();
    PublishedData.lines("twitter/twitter_metrics.tsv").stream()
        .skip(1)
        .map(Row::of)
        .forEach(row -> {
          ObjectNode document =
              documents.computeIfAbsent(row.published + row.source, key -> document(row));
          ((ArrayNode) document.get("observations")).add(observation(row));
        });
    return documents.values().stream().map(ObjectNode::toString).toList();
  }

  private static ObjectNode document(Row row) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .putObject("source")
        .put("id", "s-" + row.published + "-" + Integer.toHexString(row.source.hashCode()))
        .put("title", row.source)
        .put("publisher", row.filed() ? "Twitter" : "Twitter, quoted by others")
        .put("published", row.published)
        .put("kind", row.filed() ? "filing" : "company");
    document.putArray("observations");
    return document;
  }

  private static ObjectNode observation(Row row) {
    ObjectNode observation =
        JsonNodeFactory.instance
            .objectNode()
            .put("company", "twitter")
            .put("metric", METRICS.get(row.metric))
            .put("region", REGIONS.get(row.region))
            .put("period", row.quarter.toString())
            .put("value", row.value)
            .put("decimals", row.decimals)
            .put("note", row.evidence);
    if (row.growth()) {
      observation.put("measure", "yoy");
    } else if (row.derived()) {
      observation.put("derivation", row.evidence);
    }
    return observation;
  }
}
