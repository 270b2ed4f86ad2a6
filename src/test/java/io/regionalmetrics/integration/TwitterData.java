package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regionalmetrics.model.Periods;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.threeten.extra.YearQuarter;

/**
 * Twitter's revenue and users as published, with the restatement of 2017-10-26: real figures that
 * lie beside the project and aren't a part of it ({@code -Dshared.data=} says where).
 */
final class TwitterData {
  private static final String FILE = "twitter/twitter_metrics.tsv";
  private static final Map<String, String> METRICS =
      Map.of("revenue", "revenue", "revenue_yoy", "revenue", "MAU", "users");
  private static final Map<String, String> REGIONS =
      Map.of("World", "WORLD", "US", "US", "International", "INTERNATIONAL", "Japan", "JP");
  private static final String DEFINITIONS =
      Documents.of("definitions", "2013-01-01", "dataset", "Somebody")
          .defined()
          .region("INTERNATIONAL", "\"residual\": \"WORLD-US\"")
          .json();

  private TwitterData() {}

  /** Skips the test, and says so, where the figures aren't there. */
  static void assumeThere() {
    SharedData.assumeThere(FILE);
  }

  /** Defines what the figures are of. */
  static void define(Service service) {
    take(service, DEFINITIONS);
  }

  /** Takes all of them in. */
  static void takeIn(Service service) {
    define(service);
    documents().forEach(document -> take(service, document));
  }

  private static void take(Service service, String document) {
    Service.Reply reply = service.post(document);
    if (reply.status() != 200) {
      throw new AssertionError(reply.text() + "\n" + document);
    }
  }

  /** A document for each source and day. */
  private static List<String> documents() {
    Map<String, ObjectNode> documents = new TreeMap<>();
    List<String> lines = SharedData.lines(FILE);
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split("\t", -1);
      if (METRICS.containsKey(row[1]) && Periods.quarter(row[3]).isPresent()) {
        String published = published(row);
        ObjectNode document =
            documents.computeIfAbsent(
                published + row[9], source -> document(row, published, source.hashCode()));
        ((ArrayNode) document.get("observations")).add(observation(row));
      }
    }
    return documents.values().stream().map(ObjectNode::toString).toList();
  }

  /** Where the day isn't known, about when a quarter is reported. */
  private static String published(String[] row) {
    YearQuarter quarter = Periods.quarter(row[3]).orElseThrow();
    LocalDate reported = quarter.atEndOfQuarter().plusDays(40);
    return row[7].isEmpty() ? reported.toString() : row[7];
  }

  private static ObjectNode document(String[] row, String published, int hash) {
    boolean filed = row[8].startsWith("XBRL");
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .putObject("source")
        .put("id", "s-" + published + "-" + Integer.toHexString(hash))
        .put("title", row[9])
        .put("publisher", filed ? "Twitter" : "Twitter, as told by others")
        .put("published", published)
        .put("kind", filed ? "filing" : "company");
    document.putArray("observations");
    return document;
  }

  private static ObjectNode observation(String[] row) {
    boolean growth = row[1].endsWith("_yoy");
    ObjectNode observation =
        new JsonMapper()
            .createObjectNode()
            .put("company", "twitter")
            .put("metric", METRICS.get(row[1]))
            .put("region", REGIONS.get(row[2]))
            .put("period", row[3])
            .put("value", new BigDecimal(row[4]))
            .put("decimals", Integer.parseInt(row[6]))
            .put("note", row[8]);
    if (growth) {
      observation.put("measure", "yoy");
    } else if (row[8].contains("derived")) {
      observation.put("derivation", row[8]);
    }
    return observation;
  }
}
