package io.regionalmetrics.integration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invented figures that cover every difficulty of drawing a picture. */
public final class ChartData {
  private static final int MANY = 50;
  private static final List<String> STREAMER_REGIONS = List.of("UCAN", "EMEA", "LATAM", "APAC");

  private ChartData() {}

  /** A service with these figures and those of the article. */
  public static Service service() {
    Service service = Service.withArticleAndRates();
    for (String document :
        List.of(streamer(), restated(), maker(), odd(), many(), secondSource(), hostile())) {
      service.post(document).expectStatus(200);
    }
    return service;
  }

  private static String company(String id, String name) {
    return "\"companies\": [{\"id\": \"%s\", \"name\": \"%s\"}]".formatted(id, name);
  }

  private static String observation(
      String company, String metric, String region, String period, Object value, String more) {
    return """
    {"company": "%s", "metric": "%s", "region": "%s", "period": "%s", "value": %s%s}\
    """
        .formatted(company, metric, region, period, value, more);
  }

  private static String quarter(int number) {
    return "%d-Q%d".formatted(2019 + number / 4, number % 4 + 1);
  }

  /** Four regions and twenty quarters. Some figures are missing, provisional or computed. */
  private static String streamer() {
    DocumentBuilder document =
        DocumentBuilder.of("streamer-letters", "2024-01-23", "company", "Streamer")
            .with(company("streamer", "Streamer"))
            .with(
                """
                "metrics": [{"id": "memberships", "name": "Paid memberships", "kind": "stock", "dimension": "count", "unit": "memberships"},
                            {"id": "revenue-per-membership", "name": "Revenue per membership", "kind": "ratio", "unit": "USD/membership",
                             "numerator": "revenue", "denominator": "memberships"}]\
                """)
            .with(
                """
                "regions": [
                  {"id": "UCAN", "company": "streamer", "name": "United States and Canada"},
                  {"id": "EMEA", "company": "streamer", "name": "Europe, the Middle East and Africa"},
                  {"id": "LATAM", "company": "streamer", "name": "Latin America"},
                  {"id": "APAC", "company": "streamer", "name": "Asia Pacific"},
                  {"id": "WORLD", "company": "streamer", "name": "World", "members": ["UCAN", "EMEA", "LATAM", "APAC"]}]\
                """);
    for (int q = 0; q < 20; q++) {
      for (int r = 0; r < STREAMER_REGIONS.size(); r++) {
        boolean missing = (r == 2 && q > 6 && q < 10) || (r == 3 && q == 13);
        if (!missing) {
          addStreamerQuarter(document, q, r);
        }
      }
    }
    return document.json();
  }

  /** The revenue and the memberships of one quarter and region, both counted from 0. */
  private static void addStreamerQuarter(DocumentBuilder document, int q, int r) {
    int[] firstRevenue = {2257, 1233, 630, 320};
    int[] growthPerQuarter = {92, 78, 27, 31};
    int wave = (q * 37 + r * 11) % 23 - 11;
    long revenue = firstRevenue[r] + (long) growthPerQuarter[r] * q + wave;
    long memberships = revenue / (12 - r * 2);
    String precision =
        r == 3 && q > 17 ? ", \"decimals\": -7, \"status\": \"P\"" : ", \"decimals\": -6";
    String region = STREAMER_REGIONS.get(r);
    document
        .observation(
            observation("streamer", "revenue", region, quarter(q), revenue + "000000", precision))
        .observation(
            observation(
                "streamer",
                "memberships",
                region,
                quarter(q),
                memberships + "00000",
                ", \"decimals\": -5"));
  }

  /** A correction of two figures of the streamer by the company itself. */
  private static String restated() {
    return DocumentBuilder.of("streamer-correction", "2024-03-01", "company", "Streamer")
        .observation(
            observation(
                "streamer", "memberships", "EMEA", "2023-Q4", "27300000", ", \"decimals\": -5"))
        .observation(
            observation(
                "streamer", "memberships", "APAC", "2023-Q4", "14900000", ", \"decimals\": -5"))
        .json();
  }

  /** Profits and losses of a company whose regions have long names and names in other scripts. */
  private static String maker() {
    return DocumentBuilder.of("maker-bericht", "2024-02-15", "company", "Maschinenbau Süd AG")
        .with(company("maker", "Maschinenbau Süd AG"))
        .with(
            """
            "metrics": [{"id": "profit", "name": "Betriebsergebnis", "kind": "flow", "dimension": "money", "unit": "EUR", "negative": true}]\
            """)
        .with(
            """
            "regions": [
              {"id": "DACH", "company": "maker", "name": "Deutschland, Österreich, Schweiz und Südtirol"},
              {"id": "NIPPON", "company": "maker", "name": "日本・アジア太平洋地域"},
              {"id": "UEBRIGE", "company": "maker", "name": "Donaudampfschifffahrtsgesellschaftsgebiete und übrige Länder"},
              {"id": "WORLD", "company": "maker", "name": "Welt", "members": ["DACH", "NIPPON", "UEBRIGE"]}]\
            """)
        .observation(
            observation("maker", "profit", "DACH", "2023-Q4", "-34500000", ", \"decimals\": -5"))
        .observation(
            observation("maker", "profit", "DACH", "2022-Q4", "12000000", ", \"decimals\": -6"))
        .observation(
            observation("maker", "profit", "NIPPON", "2023-Q4", "21000000", ", \"decimals\": -6"))
        .observation(
            observation("maker", "profit", "NIPPON", "2022-Q4", "-8000000", ", \"decimals\": -6"))
        .observation(
            observation("maker", "profit", "UEBRIGE", "2023-Q4", "4000000", ", \"decimals\": -6"))
        .observation(
            observation("maker", "profit", "UEBRIGE", "2022-Q4", "9000000", ", \"decimals\": -6"))
        .observation(
            observation("maker", "profit", "WORLD", "2022-Q4", "13000000", ", \"decimals\": -6"))
        .observation(
            observation("maker", "profit", "WORLD", "2023-Q4", "-9500000", ", \"decimals\": -5"))
        .json();
  }

  /** Numbers that are huge, tiny, equal to each other, and zero. */
  private static String odd() {
    DocumentBuilder document =
        DocumentBuilder.of("odd", "2024-02-15", "dataset", "Somebody")
            .with(company("odd", "Odd Numbers"))
            .with(
                """
                "metrics": [{"id": "grains", "name": "Grains", "kind": "stock", "dimension": "count", "unit": "grains"},
                            {"id": "dose", "name": "Dose", "kind": "stock", "dimension": "number", "unit": "grams"}]\
                """);
    String[] regions = {"JP", "US", "DE"};
    for (int i = 0; i < regions.length; i++) {
      document
          .observation(
              observation(
                  "odd",
                  "grains",
                  regions[i],
                  "2023-Q4",
                  (i + 3) + "123456789012345678901234567890",
                  ""))
          .observation(
              observation("odd", "dose", regions[i], "2023-Q4", "0.0000000000" + (i + 1) + "2", ""))
          .observation(observation("odd", "dose", regions[i], "2023-Q3", "0", ""))
          .observation(observation("odd", "dose", regions[i], "2023-Q2", "5", ""));
    }
    return document.json();
  }

  private static List<String> countries() {
    return List.of(Locale.getISOCountries()).subList(0, MANY);
  }

  /** Fifty regions and twenty-four quarters. */
  private static String many() {
    Stream<String> observations =
        IntStream.range(0, 24)
            .boxed()
            .flatMap(q ->
                IntStream.range(0, MANY)
                    .mapToObj(r ->
                        observation(
                            "many",
                            "revenue",
                            countries().get(r),
                            "%d-Q%d".formatted(2018 + q / 4, q % 4 + 1),
                            (40 + (r * 53) % 97 + q * ((r * 7) % 5) - (q * r) % 13) + "000000",
                            ", \"decimals\": -6")));
    DocumentBuilder document =
        DocumentBuilder.of("many", "2024-02-15", "company", "Many Countries")
            .with(company("many", "Many Countries"))
            .with(
                "\"regions\": [{\"id\": \"WORLD\", \"company\": \"many\", \"name\": \"World\", \"members\": [%s]}]"
                    .formatted(
                        countries().stream()
                            .map("\"%s\""::formatted)
                            .collect(Collectors.joining(", "))));
    observations.forEach(document::observation);
    return document.json();
  }

  /** Figures from another publisher, which contradict those of the streamer. */
  private static String secondSource() {
    return DocumentBuilder.of("streamer-elsewhere", "2024-02-01", "dataset", "Somebody")
        .observation(
            observation(
                "streamer", "revenue", "UCAN", "2023-Q4", "3594791000", ", \"decimals\": -3"))
        .observation(
            observation(
                "streamer",
                "revenue-per-membership",
                "LATAM",
                "2023-Q4",
                "8.21",
                ", \"decimals\": 2"))
        .json();
  }

  /** Names that contain markup and scripts. */
  private static String hostile() {
    return DocumentBuilder.of("hostile", "2024-02-15", "company", "<script>alert(1)</script>")
        .with(company("hostile", "<script>alert('x')</script> & \\\"Sons\\\""))
        .with(
            """
            "regions": [{"id": "EVIL", "company": "hostile", "name": "]]></title><script href=\\"https://example.org\\"/>😀"}]\
            """)
        .observation(
            observation("hostile", "revenue", "EVIL", "2023-Q4", "1000000", ", \"decimals\": -6"))
        .observation(
            observation("hostile", "revenue", "JP", "2023-Q4", "2000000", ", \"decimals\": -6"))
        .json();
  }
}
