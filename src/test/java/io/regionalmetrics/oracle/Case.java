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

/** Documents over one world of true numbers, which most of them round and some of them miss. */
record Case(Atlas atlas, List<Paper> papers, Truth truth, long seed) {
  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 25);

  Case saying(List<Paper> other) {
    return new Case(atlas, List.copyOf(other), truth, seed);
  }

  Case inOrder(Random random) {
    List<Paper> shuffled = new ArrayList<>(papers);
    Collections.shuffle(shuffled, random);
    return saying(shuffled);
  }

  /** Documents that may be wrong. */
  static Case fallible(Random random) {
    return new Writer(random, true).write();
  }

  /** Documents that only round. */
  static Case truthful(Random random) {
    return new Writer(random, false).write();
  }

  /** The true numbers of every place. */
  record Truth(Atlas atlas, Map<List<Object>, BigDecimal> places) {
    /** The true number of a level or growth; a growth's base may be zero: then it is null. */
    Fraction of(String metric, String region, int quarter) {
      Optional<Ratio> ratio = Ratio.of(metric);
      if (ratio.isPresent()) {
        return of(ratio.get().numerator(), region, quarter)
            .over(denominator(ratio.get(), region, quarter))
            .over(Fraction.of(ratio.get().months()));
      }
      Fraction sum = Fraction.ZERO;
      for (Map.Entry<String, Integer> place : atlas.places(region).entrySet()) {
        BigDecimal number = places.get(List.of(metric, place.getKey(), quarter));
        sum = sum.plus(Fraction.of(number).times(Fraction.of(place.getValue())));
      }
      return sum;
    }

    /** What a ratio divides by. */
    Fraction denominator(Ratio ratio, String region, int quarter) {
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

  /** Makes a case at random. */
  private static final class Writer {
    private static final List<String> KINDS =
        List.of("company", "company", "filing", "filing", "press", "press", "dataset");
    private static final Map<String, List<String>> PUBLISHERS =
        Map.of(
            "company", List.of("Twitter"),
            "filing", List.of("SEC"),
            "press", List.of("Reuters", "AP"),
            "dataset", List.of("Somebody", "Nobody"));

    /** More of what ratios are made of than of ratios. */
    private static final List<String> TOLD =
        List.of(Cell.REVENUE, Cell.REVENUE, Cell.USERS, Cell.USERS, Cell.PER_USER, Cell.MONTHLY);

    private static final List<Integer> QUARTERS = List.of(5, 5, 5, 5, 1, 1, 1, 4, 4, 0, 2, 3);

    private final Random random;
    private final boolean fallible;
    private final Atlas atlas;
    private final Truth truth;
    private final Map<Cell, List<Said>> told = new HashMap<>();

    Writer(Random random, boolean fallible) {
      this.random = random;
      this.fallible = fallible;
      this.atlas = any(Atlas.all());
      this.truth = truth();
    }

    Case write() {
      List<Paper> papers = new ArrayList<>();
      LocalDate day = FIRST_DAY;
      int count = 2 + random.nextInt(5);
      int rows = 3 + random.nextInt(22);
      for (int i = 0; i < count; i++) {
        day = day.plusDays(1 + random.nextInt(60));
        String kind = any(KINDS);
        papers.add(paper("source-" + i, kind, day, rows));
        if (kind.equals("company") && random.nextInt(4) == 0) {
          papers.add(paper("source-" + i + "-filed", "filing", day, rows));
        }
      }
      return new Case(atlas, papers, truth, random.nextLong()).inOrder(random);
    }

    private Paper paper(String id, String kind, LocalDate day, int rows) {
      Map<Cell, Said> says = new LinkedHashMap<>();
      int count = 1 + random.nextInt(rows);
      for (int i = 0; i < count; i++) {
        Cell cell = cell();
        says.put(cell, said(cell));
      }
      says.values()
          .forEach(said -> told.computeIfAbsent(said.cell(), first -> new ArrayList<>()).add(said));
      return new Paper(id, kind, any(PUBLISHERS.get(kind)), day, List.copyOf(says.values()));
    }

    private Cell cell() {
      String metric = any(TOLD);
      String region = any(atlas.regions());
      int quarter = any(QUARTERS);
      return switch (random.nextInt(5)) {
        case 0 -> new Cell(metric, region, Math.max(quarter, 4), "yoy");
        case 1 -> new Cell(metric, region, Math.max(quarter, 1), "qoq");
        default -> Cell.level(metric, region, quarter);
      };
    }

    private Said said(Cell cell) {
      List<Said> before = told.getOrDefault(cell, List.of());
      if (fallible && !before.isEmpty() && random.nextInt(3) == 0) {
        return any(before);
      }
      if (fallible && random.nextInt(20) == 0) {
        return Said.withdrawn(cell);
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

    private Said rounded(Cell cell, Fraction number) {
      int decimals = decimals(cell);
      BigDecimal value = number.rounded(decimals);
      boolean exact = (fallible || Fraction.of(value).equals(number)) && random.nextInt(8) == 0;
      return Said.rounded(
          cell,
          value.max(cell.isLevel() ? BigDecimal.ZERO : BigDecimal.valueOf(-100)),
          exact ? "INF" : Integer.toString(decimals),
          status());
    }

    private Said between(Cell cell, Fraction number) {
      int decimals = decimals(cell);
      BigDecimal value = number.rounded(decimals);
      BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
      BigDecimal low = value.subtract(unit.multiply(BigDecimal.valueOf(1 + random.nextInt(3))));
      BigDecimal high = value.add(unit.multiply(BigDecimal.valueOf(1 + random.nextInt(3))));
      return Said.derived(cell, value, low.max(BigDecimal.ZERO), high, status());
    }

    private int decimals(Cell cell) {
      if (!cell.isLevel()) {
        return random.nextInt(-1, 3);
      }
      return Ratio.of(cell.metric()).isPresent()
          ? random.nextInt(-1, 4)
          : random.nextInt(4) == 0 ? random.nextInt(-6, 3) : random.nextInt(-6, -2);
    }

    private String status() {
      return List.of("A", "A", "A", "A", "E", "P").get(random.nextInt(6));
    }

    private Fraction number(Cell cell) {
      if (cell.isLevel()) {
        return truth.of(cell.metric(), cell.region(), cell.quarter());
      }
      int base = cell.quarter() - Cell.apart(cell.measure());
      return truth.growth(cell.metric(), cell.region(), cell.quarter(), base);
    }

    /** True numbers: every place has some of its own, most in the millions. */
    private Truth truth() {
      Map<List<Object>, BigDecimal> places = new HashMap<>();
      Stream.of(Cell.REVENUE, Cell.USERS).forEach(metric -> truth(metric, places));
      return new Truth(atlas, places);
    }

    private void truth(String metric, Map<List<Object>, BigDecimal> places) {
      List<String> all =
          atlas.regions().stream()
              .flatMap(region -> atlas.places(region).keySet().stream())
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
