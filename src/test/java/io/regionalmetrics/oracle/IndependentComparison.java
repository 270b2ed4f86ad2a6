package io.regionalmetrics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** A question about figures, and the independent recomputation of its answer. */
sealed interface IndependentComparison
    permits IndependentComparison.IndependentGrowth,
        IndependentComparison.IndependentRegions,
        IndependentShare,
        IndependentContribution,
        IndependentDrivers,
        IndependentRevisions,
        IndependentCheck,
        IndependentGrowthInEuros {
  /** Region expressions that are valid in every scenario that defines their regions. */
  List<String> EXPRESSIONS =
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

  /** The request: path and query. */
  String path();

  /** The expected status. */
  default int status(Oracle oracle) {
    return 200;
  }

  /** The differences between an answer and the oracle's. */
  List<String> differences(JsonNode answer, Oracle oracle);

  /** The day whose knowledge the answer must reflect. */
  LocalDate asOf();

  /** The fields whose bounds don't hold the true figure. */
  List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures);

  /** Growth of a metric in regions from a base quarter. */
  record IndependentGrowth(
      String metric, List<String> regions, int quarter, int base, LocalDate asOf)
      implements IndependentComparison {
    @Override
    public String path() {
      return "/v1/comparisons/growth?company=twitter&metric=%s&region=%s&period=%s&base=%s&asOf=%s"
          .formatted(
              metric, String.join(",", regions), Cell.quarterName(quarter), baseParameter(), asOf);
    }

    private String baseParameter() {
      return switch (quarter - base) {
        case 1 -> "qoq";
        case 4 -> "yoy";
        default -> Cell.quarterName(base);
      };
    }

    @Override
    public List<String> differences(JsonNode answer, Oracle oracle) {
      AnswerDifferences differences = new AnswerDifferences(answer);
      boolean disagree = false;
      boolean values = false;
      boolean bases = false;
      for (int i = 0; i < regions.size(); i++) {
        Oracle.GrowthRow computedGrowth = oracle.growth(metric, regions.get(i), quarter, base);
        JsonNode row = answer.at("/rows/" + i);
        differences.field("value", row, computedGrowth.value());
        differences.field("base", row, computedGrowth.base());
        differences.field("change", row, computedGrowth.change());
        differences.field("growth", row, computedGrowth.growth());
        if (!computedGrowth.value().isImplied() && !computedGrowth.base().isImplied()) {
          differences.operands("value", row, computedGrowth.value(), oracle.regionDefinitions());
          differences.operands("base", row, computedGrowth.base(), oracle.regionDefinitions());
        }
        values |= computedGrowth.value().isImplied();
        bases |= computedGrowth.base().isImplied();
        disagree |= computedGrowth.disagrees();
      }
      differences.finding("growth-disagrees", disagree);
      differences.finding("base-implied", bases);
      differences.finding("value-implied", values);
      differences.finding(
          "overlap-unknown",
          regions.stream()
              .anyMatch(region ->
                  oracle.interpretations().isWellDefined(region)
                      != RegionInterpretations.Certainty.ALWAYS));
      differences.openBounds();
      return differences.differences();
    }

    @Override
    public List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures) {
      AnswerDifferences differences = new AnswerDifferences(answer);
      for (int i = 0; i < regions.size(); i++) {
        JsonNode row = answer.at("/rows/" + i);
        Fraction value = trueFigures.of(metric, regions.get(i), quarter);
        Fraction before = trueFigures.of(metric, regions.get(i), base);
        differences.holdsTrueFigure("value", row, value);
        differences.holdsTrueFigure("base", row, before);
        differences.holdsTrueFigure("change", row, value.minus(before));
        differences.holdsTrueFigure(
            "growth", row, trueFigures.growth(metric, regions.get(i), quarter, base));
      }
      return differences.differences();
    }
  }

  /** Levels of regions, each as a ratio to one of them. */
  record IndependentRegions(
      String metric, List<String> regions, String against, int quarter, LocalDate asOf)
      implements IndependentComparison {
    @Override
    public String path() {
      return "/v1/comparisons/regions?company=twitter&metric=%s&region=%s&period=%s&against=%s&asOf=%s"
          .formatted(metric, String.join(",", regions), Cell.quarterName(quarter), against, asOf);
    }

    @Override
    public List<String> differences(JsonNode answer, Oracle oracle) {
      AnswerDifferences differences = new AnswerDifferences(answer);
      QuartersRead quartersRead = QuartersRead.of(metric, quarter);
      ExpectedValue whole = oracle.level(metric, against, quarter, quartersRead);
      List<Optional<Fraction>> values = new ArrayList<>();
      for (int i = 0; i < regions.size(); i++) {
        ExpectedValue value = oracle.level(metric, regions.get(i), quarter, quartersRead);
        ExpectedValue ratio = Oracle.ratio(value, whole);
        differences.field("value", answer.at("/rows/" + i), value);
        differences.field("ratio", answer.at("/rows/" + i), ratio);
        differences.operands("value", answer.at("/rows/" + i), value, oracle.regionDefinitions());
        values.add(value.isFound() ? value.calculation().value() : Optional.empty());
      }
      for (int i = 0; i < regions.size(); i++) {
        differences.equal(
            "rank",
            rank(values, values.get(i)),
            answer.at("/rows/" + i).path("rank").asText("none"));
      }
      differences.hidden(whole);
      differences.openBounds();
      return differences.differences();
    }

    @Override
    public List<String> boundViolations(JsonNode answer, Scenario.TrueFigures trueFigures) {
      AnswerDifferences differences = new AnswerDifferences(answer);
      Fraction whole = trueFigures.of(metric, against, quarter);
      for (int i = 0; i < regions.size(); i++) {
        Fraction value = trueFigures.of(metric, regions.get(i), quarter);
        differences.holdsTrueFigure("value", answer.at("/rows/" + i), value);
        differences.holdsTrueFigure("ratio", answer.at("/rows/" + i), value.over(whole));
      }
      return differences.differences();
    }
  }

  /** The rank of a value among others; the largest is 1. */
  static String rank(List<Optional<Fraction>> values, Optional<Fraction> value) {
    return value
        .map(own ->
            Long.toString(
                1
                    + values.stream()
                        .flatMap(Optional::stream)
                        .filter(other -> other.compareTo(own) > 0)
                        .count()))
        .orElse("none");
  }

  /** A random question about a scenario. */
  static IndependentComparison any(Scenario scenario, Random random) {
    LocalDate asOf = day(scenario, random);
    String metric = Cell.METRICS.get(random.nextInt(Cell.METRICS.size()));
    int quarter = random.nextInt(4) > 0 ? 5 : random.nextInt(6);
    int base = quarter - List.of(4, 4, 1, 1, 1 + random.nextInt(6)).get(random.nextInt(5));
    return switch (random.nextInt(16)) {
      case 0, 1 -> new IndependentGrowth(metric, regions(scenario, random), quarter, base, asOf);
      case 14, 15 -> {
        IndependentGrowth growth =
            new IndependentGrowth(metric, regions(scenario, random), quarter, base, asOf);
        yield IndependentGrowthInEuros.like(growth).orElse(growth);
      }
      case 2, 3 -> regions(metric, regions(scenario, random), quarter, asOf, random);
      case 4, 5, 6 ->
          new IndependentShare(
              parts(scenario, random),
              quarter,
              random.nextBoolean() ? Optional.of(base) : Optional.empty(),
              asOf);
      case 7, 8 -> new IndependentContribution(parts(scenario, random), quarter, base, asOf);
      case 9, 10 ->
          new IndependentDrivers(
              random.nextInt(12) == 0
                  ? metric
                  : random.nextInt(3) > 0 ? Cell.MONTHLY : Cell.PER_USER,
              regions(scenario, random),
              quarter,
              base,
              asOf);
      case 11, 12 -> {
        LocalDate other = day(scenario, random);
        LocalDate from = other.isAfter(asOf) ? asOf : other;
        yield new IndependentRevisions(
            metric,
            regions(scenario, random),
            quarter,
            random.nextInt(3) > 0 ? Optional.of(from) : Optional.empty(),
            other.isAfter(asOf) ? other : asOf);
      }
      default ->
          new IndependentCheck(
              random.nextInt(4) > 0 ? List.of(metric) : List.of(),
              random.nextBoolean() ? regions(scenario, random) : List.of(),
              random.nextInt(4) > 0 ? Optional.of(quarter) : Optional.empty(),
              asOf);
    };
  }

  private static PartsOfWhole parts(Scenario scenario, Random random) {
    String metric = random.nextBoolean() ? Cell.REVENUE : Cell.USERS;
    List<String> parts = random.nextInt(5) < 2 ? List.of("*") : regions(scenario, random);
    String whole =
        switch (random.nextInt(6)) {
          case 0, 1 -> "";
          case 2 -> "WORLD";
          default -> region(scenario, random);
        };
    return new PartsOfWhole(random.nextInt(20) == 0 ? Cell.PER_USER : metric, parts, whole);
  }

  private static IndependentComparison regions(
      String metric, List<String> regions, int quarter, LocalDate asOf, Random random) {
    String against = regions.get(random.nextInt(regions.size()));
    return new IndependentRegions(metric, regions, against, quarter, asOf);
  }

  private static List<String> regions(Scenario scenario, Random random) {
    Set<String> regions = new LinkedHashSet<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      regions.add(region(scenario, random));
    }
    return List.copyOf(regions);
  }

  private static String region(Scenario scenario, Random random) {
    List<String> all =
        Stream.concat(
                scenario.regionDefinitions().regions().stream(),
                EXPRESSIONS.stream().filter(scenario.regionDefinitions()::knows))
            .toList();
    return all.get(random.nextInt(all.size()));
  }

  private static LocalDate day(Scenario scenario, Random random) {
    LocalDate published =
        scenario.documents().get(random.nextInt(scenario.documents().size())).published();
    return switch (random.nextInt(6)) {
      case 0 -> published.minusDays(1);
      case 1, 2 -> published;
      default -> LocalDate.of(2020, 1, 1);
    };
  }
}
