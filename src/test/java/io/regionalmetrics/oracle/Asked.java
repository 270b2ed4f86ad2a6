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

/** A question, and how its answer is judged. */
sealed interface Asked
    permits Asked.Growth,
        Asked.Regions,
        AskedShare,
        AskedContribution,
        AskedDrivers,
        AskedRevisions,
        AskedCheck,
        AskedInEuros {
  /** Expressions that make sense wherever their regions are known. */
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

  /** Asked as this. */
  String path();

  /** The status that it is answered with. */
  default int status(Oracle oracle) {
    return 200;
  }

  /** What is wrong with an answer, if ties are decided so. */
  List<String> complaints(JsonNode answer, Oracle oracle);

  /** As of when. */
  LocalDate asOf();

  /** Where the truth is out of bounds. */
  List<String> lies(JsonNode answer, Case.Truth truth);

  /** Growth of a metric in regions. */
  record Growth(String metric, List<String> regions, int quarter, int base, LocalDate asOf)
      implements Asked {
    @Override
    public String path() {
      return "/v1/comparisons/growth?company=twitter&metric=%s&region=%s&period=%s&base=%s&asOf=%s"
          .formatted(metric, String.join(",", regions), Cell.written(quarter), baseWord(), asOf);
    }

    private String baseWord() {
      return switch (quarter - base) {
        case 1 -> "qoq";
        case 4 -> "yoy";
        default -> Cell.written(base);
      };
    }

    @Override
    public List<String> complaints(JsonNode answer, Oracle oracle) {
      Judge judge = new Judge(answer);
      boolean disagree = false;
      boolean values = false;
      boolean bases = false;
      for (int i = 0; i < regions.size(); i++) {
        Oracle.Grown grown = oracle.growth(metric, regions.get(i), quarter, base);
        JsonNode row = answer.at("/rows/" + i);
        judge.field("value", row, grown.value());
        judge.field("base", row, grown.base());
        judge.field("change", row, grown.change());
        judge.field("growth", row, grown.growth());
        if (!grown.value().isImplied() && !grown.base().isImplied()) {
          judge.operands("value", row, grown.value(), oracle.atlas());
          judge.operands("base", row, grown.base(), oracle.atlas());
        }
        values |= grown.value().isImplied();
        bases |= grown.base().isImplied();
        disagree |= grown.disagrees();
      }
      judge.finding("growth-disagrees", disagree);
      judge.finding("base-implied", bases);
      judge.finding("value-implied", values);
      judge.finding(
          "overlap-unknown",
          regions.stream()
              .anyMatch(region -> oracle.worlds().sense(region) != Worlds.Answer.ALWAYS));
      judge.openBounds();
      return judge.complaints();
    }

    @Override
    public List<String> lies(JsonNode answer, Case.Truth truth) {
      Judge judge = new Judge(answer);
      for (int i = 0; i < regions.size(); i++) {
        JsonNode row = answer.at("/rows/" + i);
        Fraction value = truth.of(metric, regions.get(i), quarter);
        Fraction before = truth.of(metric, regions.get(i), base);
        judge.truth("value", row, value);
        judge.truth("base", row, before);
        judge.truth("change", row, value.minus(before));
        judge.truth("growth", row, truth.growth(metric, regions.get(i), quarter, base));
      }
      return judge.complaints();
    }
  }

  /** Regions side by side. */
  record Regions(String metric, List<String> regions, String against, int quarter, LocalDate asOf)
      implements Asked {
    @Override
    public String path() {
      return "/v1/comparisons/regions?company=twitter&metric=%s&region=%s&period=%s&against=%s&asOf=%s"
          .formatted(metric, String.join(",", regions), Cell.written(quarter), against, asOf);
    }

    @Override
    public List<String> complaints(JsonNode answer, Oracle oracle) {
      Judge judge = new Judge(answer);
      Reads reads = Reads.of(metric, quarter);
      Field whole = oracle.level(metric, against, quarter, reads);
      List<Optional<Fraction>> values = new ArrayList<>();
      for (int i = 0; i < regions.size(); i++) {
        Field value = oracle.level(metric, regions.get(i), quarter, reads);
        Field ratio = Oracle.ratio(value, whole);
        judge.field("value", answer.at("/rows/" + i), value);
        judge.field("ratio", answer.at("/rows/" + i), ratio);
        judge.operands("value", answer.at("/rows/" + i), value, oracle.atlas());
        values.add(value.isFound() ? value.term().value() : Optional.empty());
      }
      for (int i = 0; i < regions.size(); i++) {
        judge.same(
            "rank",
            rank(values, values.get(i)),
            answer.at("/rows/" + i).path("rank").asText("none"));
      }
      judge.hidden(whole);
      judge.openBounds();
      return judge.complaints();
    }

    @Override
    public List<String> lies(JsonNode answer, Case.Truth truth) {
      Judge judge = new Judge(answer);
      Fraction whole = truth.of(metric, against, quarter);
      for (int i = 0; i < regions.size(); i++) {
        Fraction value = truth.of(metric, regions.get(i), quarter);
        judge.truth("value", answer.at("/rows/" + i), value);
        judge.truth("ratio", answer.at("/rows/" + i), value.over(whole));
      }
      return judge.complaints();
    }
  }

  /** The place of a value among others, the largest first. */
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

  /** Some question on a case. */
  static Asked any(Case asked, Random random) {
    LocalDate asOf = day(asked, random);
    String metric = Cell.METRICS.get(random.nextInt(Cell.METRICS.size()));
    int quarter = random.nextInt(4) > 0 ? 5 : random.nextInt(6);
    int base = quarter - List.of(4, 4, 1, 1, 1 + random.nextInt(6)).get(random.nextInt(5));
    return switch (random.nextInt(16)) {
      case 0, 1 -> new Growth(metric, regions(asked, random), quarter, base, asOf);
      case 14, 15 -> {
        Growth growth = new Growth(metric, regions(asked, random), quarter, base, asOf);
        yield AskedInEuros.like(growth).orElse(growth);
      }
      case 2, 3 -> regions(metric, regions(asked, random), quarter, asOf, random);
      case 4, 5, 6 ->
          new AskedShare(
              parts(asked, random),
              quarter,
              random.nextBoolean() ? Optional.of(base) : Optional.empty(),
              asOf);
      case 7, 8 -> new AskedContribution(parts(asked, random), quarter, base, asOf);
      case 9, 10 ->
          new AskedDrivers(
              random.nextInt(12) == 0
                  ? metric
                  : random.nextInt(3) > 0 ? Cell.MONTHLY : Cell.PER_USER,
              regions(asked, random),
              quarter,
              base,
              asOf);
      case 11, 12 -> {
        LocalDate other = day(asked, random);
        LocalDate from = other.isAfter(asOf) ? asOf : other;
        yield new AskedRevisions(
            metric,
            regions(asked, random),
            quarter,
            random.nextInt(3) > 0 ? Optional.of(from) : Optional.empty(),
            other.isAfter(asOf) ? other : asOf);
      }
      default ->
          new AskedCheck(
              random.nextInt(4) > 0 ? List.of(metric) : List.of(),
              random.nextBoolean() ? regions(asked, random) : List.of(),
              random.nextInt(4) > 0 ? Optional.of(quarter) : Optional.empty(),
              asOf);
    };
  }

  private static Parts parts(Case asked, Random random) {
    String metric = random.nextBoolean() ? Cell.REVENUE : Cell.USERS;
    List<String> parts = random.nextInt(5) < 2 ? List.of("*") : regions(asked, random);
    String whole =
        switch (random.nextInt(6)) {
          case 0, 1 -> "";
          case 2 -> "WORLD";
          default -> region(asked, random);
        };
    return new Parts(random.nextInt(20) == 0 ? Cell.PER_USER : metric, parts, whole);
  }

  private static Asked regions(
      String metric, List<String> regions, int quarter, LocalDate asOf, Random random) {
    String against = regions.get(random.nextInt(regions.size()));
    return new Regions(metric, regions, against, quarter, asOf);
  }

  private static List<String> regions(Case asked, Random random) {
    Set<String> regions = new LinkedHashSet<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      regions.add(region(asked, random));
    }
    return List.copyOf(regions);
  }

  private static String region(Case asked, Random random) {
    List<String> all =
        Stream.concat(
                asked.atlas().regions().stream(), EXPRESSIONS.stream().filter(asked.atlas()::knows))
            .toList();
    return all.get(random.nextInt(all.size()));
  }

  private static LocalDate day(Case asked, Random random) {
    LocalDate published = asked.papers().get(random.nextInt(asked.papers().size())).published();
    return switch (random.nextInt(6)) {
      case 0 -> published.minusDays(1);
      case 1, 2 -> published;
      default -> LocalDate.of(2020, 1, 1);
    };
  }
}
