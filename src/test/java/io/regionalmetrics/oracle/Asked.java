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
sealed interface Asked {
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
          "WORLD-US-JP");

  /** Asked as this. */
  String path();

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
      List<Field> fields = new ArrayList<>();
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
        if (!isImplied(grown.value()) && !isImplied(grown.base())) {
          judge.operands("value", row, grown.value(), oracle.atlas());
          judge.operands("base", row, grown.base(), oracle.atlas());
        }
        fields.addAll(List.of(grown.value(), grown.base(), grown.change(), grown.growth()));
        values |= isImplied(grown.value());
        bases |= isImplied(grown.base());
        disagree |= grown.disagrees();
      }
      judge.finding("growth-disagrees", disagree);
      judge.finding("base-implied", bases);
      judge.finding("value-implied", values);
      judge.finding("bounds-open", anyOpen(fields));
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
      List<Field> fields = new ArrayList<>();
      Field whole = oracle.level(metric, against, quarter);
      List<Optional<Fraction>> values = new ArrayList<>();
      for (int i = 0; i < regions.size(); i++) {
        Field value = oracle.level(metric, regions.get(i), quarter);
        Field ratio = oracle.ratio(value, whole);
        judge.field("value", answer.at("/rows/" + i), value);
        judge.field("ratio", answer.at("/rows/" + i), ratio);
        judge.operands("value", answer.at("/rows/" + i), value, oracle.atlas());
        fields.add(value);
        fields.add(ratio);
        values.add(value.isFound() ? value.term().value() : Optional.empty());
      }
      for (int i = 0; i < regions.size(); i++) {
        judge.same(
            "rank",
            rank(values, values.get(i)),
            answer.at("/rows/" + i).path("rank").asText("none"));
      }
      judge.finding("bounds-open", anyOpen(fields));
      return judge.complaints();
    }

    private static String rank(List<Optional<Fraction>> values, Optional<Fraction> value) {
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

  /** Published ratios against their terms. */
  record Check(String region, int quarter, LocalDate asOf) implements Asked {
    @Override
    public String path() {
      return "/v1/comparisons/check?company=twitter&metric=revenue-per-user&region=%s&period=%s&asOf=%s"
          .formatted(region, Cell.written(quarter), asOf);
    }

    @Override
    public List<String> complaints(JsonNode answer, Oracle oracle) {
      Judge judge = new Judge(answer);
      Optional<Oracle.Checked> expected = oracle.check(region, quarter);
      List<JsonNode> rows = new ArrayList<>();
      for (JsonNode row : answer.path("rows")) {
        if (row.path("relation").asText().equals("ratio")) {
          rows.add(row);
        }
      }
      judge.same("ratio rows", expected.isPresent() ? 1 : 0, rows.size());
      if (expected.isPresent() && rows.size() == 1) {
        JsonNode row = rows.getFirst();
        judge.field("published", row, expected.get().published());
        judge.field("computed", row, expected.get().computed());
        judge.operands("computed", row, expected.get().computed(), oracle.atlas());
        judge.fieldOrNone("difference", row, expected.get().difference());
        judge.same("verdict", verdict(expected.get()), row.path("verdict").asText());
      }
      return judge.complaints();
    }

    private static String verdict(Oracle.Checked checked) {
      return checked
          .meet()
          .map(meet -> meet ? "consistent" : "inconsistent")
          .orElse("not-checkable");
    }

    @Override
    public List<String> lies(JsonNode answer, Case.Truth truth) {
      Judge judge = new Judge(answer);
      for (JsonNode row : answer.path("rows")) {
        judge.truth("computed", row, truth.of(Cell.PER_USER, region, quarter));
        judge.truth("difference", row, Fraction.ZERO);
        judge.same("contradicts", false, row.path("verdict").asText().equals("inconsistent"));
      }
      return judge.complaints();
    }
  }

  private static boolean isImplied(Field field) {
    return field instanceof Field.Found found && found.origin().equals("implied");
  }

  private static boolean anyOpen(List<Field> fields) {
    return fields.stream().anyMatch(field -> field.isFound() && field.term().range().isEmpty());
  }

  /** Some question on a case. */
  static Asked any(Case asked, Random random) {
    LocalDate asOf = day(asked, random);
    String metric = Cell.METRICS.get(random.nextInt(3));
    int quarter = random.nextInt(4) > 0 ? 5 : random.nextInt(6);
    return switch (random.nextInt(5)) {
      case 0, 1 ->
          new Growth(
              metric,
              regions(asked, random),
              quarter,
              quarter - List.of(4, 4, 1, 1, 1 + random.nextInt(6)).get(random.nextInt(5)),
              asOf);
      case 2, 3 -> regions(metric, regions(asked, random), quarter, asOf, random);
      default ->
          new Check(
              asked.atlas().regions().get(random.nextInt(asked.atlas().regions().size())),
              quarter,
              asOf);
    };
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
        Stream.concat(asked.atlas().regions().stream(), EXPRESSIONS.stream()).toList();
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
