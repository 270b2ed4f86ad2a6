package io.regionalmetrics.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Random documents about one set of true figures, which most documents round and some misstate. */
record Scenario(
    RegionDefinitions regionDefinitions,
    List<PublishedDocument> documents,
    TrueFigures trueFigures,
    long seed) {
  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 25);

  Scenario withDocuments(List<PublishedDocument> other) {
    return new Scenario(regionDefinitions, List.copyOf(other), trueFigures, seed);
  }

  Scenario inOrder(Random random) {
    List<PublishedDocument> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, random);
    return withDocuments(shuffled);
  }

  /** A scenario whose documents may be wrong. */
  static Scenario fallible(Random random) {
    return new ScenarioGenerator(random, true).write();
  }

  /** A scenario whose documents only round. */
  static Scenario truthful(Random random) {
    return new ScenarioGenerator(random, false).write();
  }

  /** The true figure of every place. */
  record TrueFigures(RegionDefinitions regionDefinitions, Map<List<Object>, BigDecimal> places) {
    /** The true level of a region. */
    Fraction of(String metric, String region, int quarter) {
      Optional<RatioDefinition> ratio = RatioDefinition.of(metric);
      if (ratio.isPresent()) {
        return of(ratio.get().numerator(), region, quarter)
            .over(denominator(ratio.get(), region, quarter))
            .over(Fraction.of(ratio.get().months()));
      }
      Fraction sum = Fraction.ZERO;
      for (Map.Entry<String, Integer> place : regionDefinitions.places(region).entrySet()) {
        BigDecimal number = places.get(List.of(metric, place.getKey(), quarter));
        sum = sum.plus(Fraction.of(number).times(Fraction.of(place.getValue())));
      }
      return sum;
    }

    /** The true denominator of a ratio. */
    Fraction denominator(RatioDefinition ratio, String region, int quarter) {
      Fraction closing = of(ratio.denominator(), region, quarter);
      return ratio.isAverage()
          ? closing.plus(of(ratio.denominator(), region, quarter - 1)).over(Fraction.of(2))
          : closing;
    }

    Fraction growth(String metric, String region, int quarter, int base) {
      return of(metric, region, quarter)
          .over(of(metric, region, base))
          .minus(Fraction.ONE)
          .times(Fraction.of(100));
    }
  }

  /** Generates a random scenario. */
  private static final class ScenarioGenerator {
    private static final List<String> KINDS =
        List.of("company", "company", "filing", "filing", "press", "press", "dataset");
    private static final Map<String, List<String>> PUBLISHERS =
        Map.of(
            "company", List.of("Twitter"),
            "filing", List.of("SEC"),
            "press", List.of("Reuters", "AP"),
            "dataset", List.of("Somebody", "Nobody"));

    /** The terms of ratios occur more often than ratios. */
    private static final List<String> STATED_METRICS =
        List.of(Cell.REVENUE, Cell.REVENUE, Cell.USERS, Cell.USERS, Cell.PER_USER, Cell.MONTHLY);

    private static final List<Integer> QUARTERS = List.of(5, 5, 5, 5, 1, 1, 1, 4, 4, 0, 2, 3);

    private final Random random;
    private final boolean fallible;
    private final RegionDefinitions regionDefinitions;
    private final TrueFigures trueFigures;
    private final Map<Cell, List<Statement>> stated = new HashMap<>();

    ScenarioGenerator(Random random, boolean fallible) {
      this.random = random;
      this.fallible = fallible;
      this.regionDefinitions = any(RegionDefinitions.all());
      this.trueFigures = generateTrueFigures();
    }

    Scenario write() {
      List<PublishedDocument> documents = new ArrayList<>();
      LocalDate day = FIRST_DAY;
      int count = 2 + random.nextInt(5);
      int rows = 3 + random.nextInt(22);
      for (int i = 0; i < count; i++) {
        day = day.plusDays(1 + random.nextInt(60));
        String kind = any(KINDS);
        documents.add(document("source-" + i, kind, day, rows));
        if (kind.equals("company") && random.nextInt(4) == 0) {
          documents.add(document("source-" + i + "-filed", "filing", day, rows));
        }
      }
      return new Scenario(regionDefinitions, documents, trueFigures, random.nextLong())
          .inOrder(random);
    }

    private PublishedDocument document(String id, String kind, LocalDate day, int rows) {
      Map<Cell, Statement> statements = new LinkedHashMap<>();
      int count = 1 + random.nextInt(rows);
      for (int i = 0; i < count; i++) {
        Cell cell = cell();
        statements.put(cell, statement(cell));
      }
      statements
          .values()
          .forEach(statement ->
              stated.computeIfAbsent(statement.cell(), first -> new ArrayList<>()).add(statement));
      return new PublishedDocument(
          id, kind, any(PUBLISHERS.get(kind)), day, List.copyOf(statements.values()));
    }

    private Cell cell() {
      String metric = any(STATED_METRICS);
      String region = any(regionDefinitions.regions());
      int quarter = any(QUARTERS);
      return switch (random.nextInt(5)) {
        case 0 -> new Cell(metric, region, Math.max(quarter, 4), "yoy");
        case 1 -> new Cell(metric, region, Math.max(quarter, 1), "qoq");
        default -> Cell.level(metric, region, quarter);
      };
    }

    private Statement statement(Cell cell) {
      List<Statement> before = stated.getOrDefault(cell, List.of());
      if (fallible && !before.isEmpty() && random.nextInt(3) == 0) {
        return any(before);
      }
      if (fallible && random.nextInt(20) == 0) {
        return Statement.withdrawn(cell);
      }
      Fraction number = number(cell);
      if (fallible && random.nextInt(5) == 0) {
        number = number.times(Fraction.of(random.nextInt(150)).over(Fraction.of(100)));
      }
      if (cell.isLevel() && random.nextInt(8) == 0) {
        return between(cell, number);
      }
      return rounded(cell, number);
    }

    private Statement rounded(Cell cell, Fraction number) {
      int decimals = decimals(cell);
      BigDecimal value = number.rounded(decimals);
      boolean exact = (fallible || Fraction.of(value).equals(number)) && random.nextInt(8) == 0;
      return Statement.rounded(
          cell,
          value.max(cell.isLevel() ? BigDecimal.ZERO : BigDecimal.valueOf(-100)),
          exact ? "INF" : Integer.toString(decimals),
          status());
    }

    private Statement between(Cell cell, Fraction number) {
      int decimals = decimals(cell);
      BigDecimal value = number.rounded(decimals);
      BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
      BigDecimal low = value.subtract(unit.multiply(BigDecimal.valueOf(1 + random.nextInt(3))));
      BigDecimal high = value.add(unit.multiply(BigDecimal.valueOf(1 + random.nextInt(3))));
      return Statement.derived(cell, value, low.max(BigDecimal.ZERO), high, status());
    }

    private int decimals(Cell cell) {
      if (!cell.isLevel()) {
        return random.nextInt(-1, 3);
      }
      return RatioDefinition.of(cell.metric()).isPresent()
          ? random.nextInt(-1, 4)
          : random.nextInt(4) == 0 ? random.nextInt(-6, 3) : random.nextInt(-6, -2);
    }

    private String status() {
      return List.of("A", "A", "A", "A", "E", "P").get(random.nextInt(6));
    }

    private Fraction number(Cell cell) {
      if (cell.isLevel()) {
        return trueFigures.of(cell.metric(), cell.region(), cell.quarter());
      }
      int base = cell.quarter() - Cell.quartersApart(cell.measure());
      return trueFigures.growth(cell.metric(), cell.region(), cell.quarter(), base);
    }

    /** Generates the true figures: one for each place, most in the millions. */
    private TrueFigures generateTrueFigures() {
      Map<List<Object>, BigDecimal> places = new HashMap<>();
      Stream.of(Cell.REVENUE, Cell.USERS).forEach(metric -> addTrueFigures(metric, places));
      return new TrueFigures(regionDefinitions, places);
    }

    private void addTrueFigures(String metric, Map<List<Object>, BigDecimal> places) {
      List<String> all =
          regionDefinitions.regions().stream()
              .flatMap(region -> regionDefinitions.places(region).keySet().stream())
              .distinct()
              .toList();
      for (int quarter = -8; quarter <= 5; quarter++) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String place : all) {
          BigDecimal number = any(place);
          if (place.equals("WORLD")) {
            continue;
          }
          sum = sum.add(number);
          places.put(List.of(metric, place, quarter), number);
        }
        if (all.contains("EMEA")) {
          places.merge(
              List.of(metric, "APAC", quarter),
              places.get(List.of(metric, "JP", quarter)),
              BigDecimal::add);
        }
        if (all.contains("WORLD")) {
          places.put(List.of(metric, "WORLD", quarter), sum.add(any("the rest")));
        }
      }
    }

    private BigDecimal any(String place) {
      int scale = place.length() == 2 && random.nextInt(4) > 0 ? 9 : 11 - random.nextInt(3);
      return new BigDecimal(random.nextInt(1, 1_000_000))
          .movePointRight(scale - 6)
          .movePointLeft(2);
    }

    private <T> T any(List<T> several) {
      return several.get(random.nextInt(several.size()));
    }
  }
}
