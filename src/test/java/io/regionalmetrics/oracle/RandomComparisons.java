package io.regionalmetrics.oracle;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Random questions about a scenario. */
record RandomComparisons(Scenario scenario, Random random) {
  /** Region expressions that are valid in every scenario that defines their regions. */
  private static final List<String> EXPRESSIONS =
      List.of(
          "WORLD-US",
          "US+CA",
          "WORLD-JP",
          "UCAN-CA",
          "UCAN-US",
          "WORLD-UCAN",
          "WORLD-US-CA",
          "WORLD-INTERNATIONAL",
          "INTERNATIONAL+US",
          "INTERNATIONAL-CA",
          "US+JP",
          "UCAN+JP",
          "WORLD-US-JP",
          "APAC+JP",
          "WORLD-APAC",
          "UCAN+APAC",
          "WORLD-US-APAC");

  /** The next question. */
  IndependentComparison next() {
    LocalDate asOf = day();
    String metric = Cell.METRICS.get(random.nextInt(Cell.METRICS.size()));
    int quarter = random.nextInt(4) > 0 ? 5 : random.nextInt(6);
    int base = quarter - List.of(4, 4, 1, 1, 1 + random.nextInt(6)).get(random.nextInt(5));
    return switch (random.nextInt(16)) {
      case 0, 1 -> growth(metric, quarter, base, asOf);
      case 14, 15 -> growthInEuros(metric, quarter, base, asOf);
      case 2, 3 -> regions(metric, quarter, asOf);
      case 4, 5, 6 -> share(quarter, base, asOf);
      case 7, 8 -> new IndependentContribution(parts(), quarter, base, asOf);
      case 9, 10 -> drivers(metric, quarter, base, asOf);
      case 11, 12 -> revisions(metric, quarter, asOf);
      default -> check(metric, quarter, asOf);
    };
  }

  private IndependentComparison.IndependentGrowth growth(
      String metric, int quarter, int base, LocalDate asOf) {
    return new IndependentComparison.IndependentGrowth(metric, regions(), quarter, base, asOf);
  }

  private IndependentComparison growthInEuros(
      String metric, int quarter, int base, LocalDate asOf) {
    IndependentComparison.IndependentGrowth growth = growth(metric, quarter, base, asOf);
    Optional<IndependentComparison> inEuros = IndependentGrowthInEuros.like(growth);
    return inEuros.isPresent() ? inEuros.get() : growth;
  }

  private IndependentComparison regions(String metric, int quarter, LocalDate asOf) {
    List<String> regions = regions();
    String against = regions.get(random.nextInt(regions.size()));
    return new IndependentComparison.IndependentRegions(metric, regions, against, quarter, asOf);
  }

  private IndependentComparison share(int quarter, int base, LocalDate asOf) {
    PartsOfWhole parts = parts();
    Optional<Integer> optionalBase = random.nextBoolean() ? Optional.of(base) : Optional.empty();
    return new IndependentShare(parts, quarter, optionalBase, asOf);
  }

  private IndependentComparison drivers(String metric, int quarter, int base, LocalDate asOf) {
    String ratio =
        random.nextInt(12) == 0 ? metric : random.nextInt(3) > 0 ? Cell.MONTHLY : Cell.PER_USER;
    return new IndependentDrivers(ratio, regions(), quarter, base, asOf);
  }

  private IndependentComparison revisions(String metric, int quarter, LocalDate asOf) {
    LocalDate other = day();
    LocalDate from = other.isAfter(asOf) ? asOf : other;
    LocalDate to = other.isAfter(asOf) ? other : asOf;
    List<String> regions = regions();
    Optional<LocalDate> optionalFrom = random.nextInt(3) > 0 ? Optional.of(from) : Optional.empty();
    return new IndependentRevisions(metric, regions, quarter, optionalFrom, to);
  }

  private IndependentComparison check(String metric, int quarter, LocalDate asOf) {
    return new IndependentCheck(
        random.nextInt(4) > 0 ? List.of(metric) : List.of(),
        random.nextBoolean() ? regions() : List.of(),
        random.nextInt(4) > 0 ? Optional.of(quarter) : Optional.empty(),
        asOf);
  }

  private PartsOfWhole parts() {
    String metric = random.nextBoolean() ? Cell.REVENUE : Cell.USERS;
    List<String> parts = random.nextInt(5) < 2 ? List.of("*") : regions();
    String whole =
        switch (random.nextInt(6)) {
          case 0, 1 -> "";
          case 2 -> "WORLD";
          default -> region();
        };
    return new PartsOfWhole(random.nextInt(20) == 0 ? Cell.PER_USER : metric, parts, whole);
  }

  private List<String> regions() {
    Set<String> regions = new LinkedHashSet<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      regions.add(region());
    }
    return List.copyOf(regions);
  }

  private String region() {
    List<String> all =
        Stream.concat(
                scenario.regionDefinitions().regions().stream(),
                EXPRESSIONS.stream().filter(scenario.regionDefinitions()::knows))
            .toList();
    return all.get(random.nextInt(all.size()));
  }

  private LocalDate day() {
    LocalDate published =
        scenario.documents().get(random.nextInt(scenario.documents().size())).published();
    return switch (random.nextInt(6)) {
      case 0 -> published.minusDays(1);
      case 1, 2 -> published;
      default -> LocalDate.of(2020, 1, 1);
    };
  }
}
