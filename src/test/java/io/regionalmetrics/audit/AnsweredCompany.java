package io.regionalmetrics.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.audit.StoredFigure.Cell;
import io.regionalmetrics.integration.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * What the API answers about a company.
 *
 * @param figures every figure of every source, those of later ones included
 * @param byValue the same figures, by value
 * @param growths the growth on a year before, in percent, or why there is none
 */
record AnsweredCompany(
    String id,
    List<StoredFigure> figures,
    Map<BigDecimal, List<StoredFigure>> byValue,
    Map<Cell, JsonNode> growths) {

  /** Asks for everything that is stored about a company. */
  static AnsweredCompany ask(Service service, String id) {
    AnsweredCompany company =
        new AnsweredCompany(id, new ArrayList<>(), new HashMap<>(), new HashMap<>());
    for (JsonNode metric : service.get("/v1/companies/" + id).json().get("metrics")) {
      List<String> regions = metric.get("regions").findValuesAsText("id");
      if (!regions.isEmpty()) {
        company.askSeries(
            service, metric.get("id").textValue(), String.join(",", regions), Optional.empty());
      }
    }
    return company;
  }

  private void askSeries(Service service, String metric, String regions, Optional<String> next) {
    JsonNode page =
        service
            .get(
                "/v1/series?company=%s&metric=%s&region=%s&transform=level,yoy&includeHistory=true%s"
                    .formatted(id, metric, regions, next.map("&next="::concat).orElse("")))
            .expectStatus(200)
            .json();
    page.get("rows").forEach(this::add);
    Optional.ofNullable(page.get("next"))
        .ifPresent(more -> askSeries(service, metric, regions, Optional.of(more.textValue())));
  }

  private void add(JsonNode row) {
    Cell cell =
        new Cell(
            row.get("metric").textValue(),
            row.get("region").textValue(),
            YearQuarter.parse(row.get("period").textValue()));
    growths.put(cell, row.path("yoy"));
    row.path("value").path("history").forEach(figure -> add(figure(cell, figure)));
  }

  private void add(StoredFigure figure) {
    figures.add(figure);
    byValue.computeIfAbsent(key(figure.value()), value -> new ArrayList<>()).add(figure);
  }

  /** The same for 1.0 and 1. */
  private static BigDecimal key(BigDecimal value) {
    return value.stripTrailingZeros();
  }

  /** The figures that have the value of a fact, about its time. */
  Stream<StoredFigure> figuresOf(FiledFact fact) {
    return byValue.getOrDefault(key(fact.value()), List.of()).stream()
        .filter(figure -> figure.hasValueOf(fact));
  }

  private static StoredFigure figure(Cell cell, JsonNode figure) {
    return new StoredFigure(
        cell,
        figure.get("value").decimalValue(),
        figure.path(figure.has("low") ? "low" : "value").decimalValue(),
        figure.path(figure.has("high") ? "high" : "value").decimalValue(),
        figure.get("unit").textValue(),
        figure.at("/sources/0").textValue(),
        LocalDate.parse(figure.get("published").textValue()),
        Optional.ofNullable(figure.get("derivation")).map(JsonNode::textValue));
  }

  /** The growth on a year before that the API answers; empty if it answers none. */
  Optional<BigDecimal> growth(Cell cell) {
    return Optional.ofNullable(growths.get(cell))
        .map(growth -> growth.get("value"))
        .map(JsonNode::decimalValue);
  }
}
