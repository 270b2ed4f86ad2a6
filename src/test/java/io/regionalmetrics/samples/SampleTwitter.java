package io.regionalmetrics.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.model.Periods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threeten.extra.YearQuarter;

/**
 * Makes a document of Twitter's figures from a table that tells each figure's evidence: its
 * filings, and pages that quote its quarterly reports. The article's own figures are left out.
 */
final class SampleTwitter {
  private static final Map<String, String> METRICS =
      Map.of("revenue", "revenue", "revenue_yoy", "revenue", "MAU", "users", "mDAU", "daily-users");
  private static final Map<String, String> REGIONS =
      Map.of("World", "WORLD", "US", "US", "International", "INTERNATIONAL", "Japan", "JP");
  private static final Map<String, String> UNITS =
      Map.of("revenue", "USD", "users", "users", "daily-users", "users");

  /** When Twitter reported the quarters of which the table doesn't tell it. */
  private static final Map<String, String> REPORTS =
      Map.ofEntries(
          Map.entry("2016-Q2", "2016-07-26"),
          Map.entry("2016-Q3", "2016-10-27"),
          Map.entry("2016-Q4", "2017-02-09"),
          Map.entry("2017-Q1", "2017-04-26"),
          Map.entry("2017-Q2", "2017-07-27"),
          Map.entry("2017-Q3", "2017-10-26"),
          Map.entry("2017-Q4", "2018-02-08"),
          Map.entry("2018-Q1", "2018-04-25"),
          Map.entry("2018-Q2", "2018-07-27"),
          Map.entry("2018-Q3", "2018-10-25"),
          Map.entry("2018-Q4", "2019-02-07"),
          Map.entry("2019-Q1", "2019-04-23"),
          Map.entry("2019-Q2", "2019-07-26"),
          Map.entry("2019-Q4", "2020-02-06"),
          Map.entry("2021-Q3", "2021-10-26"));

  /** The earliest day on which Statista can have published the newest of its figures. */
  private static final String STATISTA_DAY = "2016-10-27";

  /** A site and the path of a page, such as {@code prweek.com/article/1448492}. */
  private static final Pattern PAGE = Pattern.compile("^([a-z0-9-]+(?:\\.[a-z0-9-]+)+)(/\\S*)?");

  private static final Pattern DERIVED =
      Pattern.compile("XBRL derived FY - 9m \\((\\d+) - (\\d+)\\).*");
  private static final Pattern GROWN = Pattern.compile("page \\(\\+(\\d+)%.*\\)");
  private static final BigDecimal TWO_ROUNDINGS = new BigDecimal(1000);

  private final Map<String, ObjectNode> documents = new TreeMap<>();
  private final Map<String, JsonNode> filings = new HashMap<>();

  private record Row(
      String metric,
      String region,
      String period,
      BigDecimal value,
      int decimals,
      String published,
      String evidence,
      String source) {
    static Row of(String line) {
      String[] cells = line.split("\t", -1);
      return new Row(
          cells[1],
          cells[2],
          cells[3],
          new BigDecimal(cells[4]),
          Integer.parseInt(cells[6]),
          cells[7],
          cells[8],
          cells[9].replace("\"", ""));
    }

    boolean isSample() {
      return METRICS.containsKey(metric)
          && Periods.quarter(period).isPresent()
          && !evidence.startsWith("MEMORY")
          && !isOfArticle();
    }

    private boolean isOfArticle() {
      return region.equals("Japan") && period.equals("2017-Q4");
    }

    boolean isFiled() {
      return evidence.startsWith("XBRL");
    }

    boolean isOfStatista() {
      return source.startsWith("statista.com");
    }

    /** The day on which Twitter published it. */
    String day() {
      if (isOfStatista()) {
        return STATISTA_DAY;
      }
      return published.isEmpty() ? REPORTS.getOrDefault(period, "") : published;
    }
  }

  private SampleTwitter() {}

  /**
   * The figures, each with its source.
   *
   * @param data has {@code twitter/twitter_metrics.tsv}, and the filings of its revenue in {@code
   *     sec/twitter_companyfacts_Revenues_excerpt.json}
   */
  static String csv(Path data) {
    SampleTwitter twitter = new SampleTwitter();
    twitter.readFilings(data.resolve("sec/twitter_companyfacts_Revenues_excerpt.json"));
    lines(data.resolve("twitter/twitter_metrics.tsv")).stream()
        .skip(1)
        .map(Row::of)
        .filter(Row::isSample)
        .forEach(twitter::add);
    return SampleSdmx.csv(twitter.documents.values(), UNITS);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the last period of each filing, which is its own. */
  private void readFilings(Path facts) {
    Service.json(String.join("\n", lines(facts)))
        .at("/facts/us-gaap/Revenues/units/USD")
        .forEach(fact ->
            filings.merge(
                fact.get("filed").textValue(),
                fact,
                (one, other) -> end(other).compareTo(end(one)) > 0 ? other : one));
  }

  private static String end(JsonNode fact) {
    return fact.get("end").textValue();
  }

  private void add(Row row) {
    ObjectNode source =
        row.isFiled() ? filing(row) : row.isOfStatista() ? statista(row) : page(row);
    documents
        .computeIfAbsent(source.get("id").textValue(), id -> document(source))
        .withArray("observations")
        .addAll(observations(row));
  }

  /** The figure, and its growth if the page tells that, too. */
  private static List<ObjectNode> observations(Row row) {
    Matcher grown = GROWN.matcher(row.evidence());
    return grown.matches()
        ? List.of(
            observation(row),
            cell(row)
                .put("measure", "yoy")
                .put("value", new BigDecimal(grown.group(1)))
                .put("decimals", 0))
        : List.of(observation(row));
  }

  private static ObjectNode document(ObjectNode source) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("source", source);
    return document;
  }

  private ObjectNode filing(Row row) {
    JsonNode fact = filings.getOrDefault(row.day(), JsonNodeFactory.instance.objectNode());
    String accession = fact.get("accn").textValue();
    String title = "Twitter %s %s".formatted(fact.get("form").textValue(), end(fact));
    String folder = "https://www.sec.gov/Archives/edgar/data/1418091/" + accession.replace("-", "");
    return source(
        "sec-" + accession,
        title,
        "TWITTER, INC.",
        folder + "/" + accession + "-index.htm",
        row,
        "filing");
  }

  private static ObjectNode statista(Row row) {
    return source(
        "statista-274564",
        "Twitter: monthly active users in the United States",
        "Statista",
        "https://www.statista.com/statistics/274564",
        row,
        "dataset");
  }

  private static ObjectNode page(Row row) {
    Matcher page = PAGE.matcher(row.source());
    if (!page.find()) {
      throw new IllegalArgumentException("no page: " + row);
    }
    String site = page.group(1);
    String path = page.group(2);
    return source(
        "twitter-%s-%s".formatted(row.day(), site.replace('.', '-')),
        "Twitter's report of %s, as quoted by %s".formatted(reported(row), site),
        "Twitter",
        path == null || path.contains("...") ? "" : "https://" + site + path,
        row,
        "company");
  }

  /** The newest quarter that was over on the day of the report. */
  private static String reported(Row row) {
    return YearQuarter.from(LocalDate.parse(row.day())).minusQuarters(1).toString();
  }

  private static ObjectNode source(
      String id, String title, String publisher, String url, Row row, String kind) {
    ObjectNode source =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("title", title)
            .put("publisher", publisher);
    if (!url.isEmpty()) {
      source.put("url", url);
    }
    return source.put("published", row.day()).put("kind", kind);
  }

  private static ObjectNode cell(Row row) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("company", "twitter")
        .put("metric", METRICS.get(row.metric()))
        .put("region", REGIONS.get(row.region()))
        .put("period", row.period());
  }

  private static ObjectNode observation(Row row) {
    ObjectNode observation = cell(row);
    if (row.metric().endsWith("_yoy")) {
      observation.put("measure", "yoy");
    }
    observation.put("value", row.value());
    addPrecision(observation, row);
    return observation;
  }

  /** A difference of two figures to the thousand is exact to a thousand up or down. */
  private static void addPrecision(ObjectNode observation, Row row) {
    Matcher derived = DERIVED.matcher(row.evidence());
    if (derived.matches()) {
      observation
          .put("low", row.value().subtract(TWO_ROUNDINGS))
          .put("high", row.value().add(TWO_ROUNDINGS))
          .put(
              "derivation",
              "%s of the year, less %s of nine months"
                  .formatted(derived.group(1), derived.group(2)));
    } else {
      observation.put("decimals", row.decimals());
    }
  }
}
