package io.regionalmetrics.store;

import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Precision;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vintage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One quarter of one company's metric as an item. DynamoDB bills size, so a vintage has names of
 * one letter, and leaves out what is as usual: {@code r} region, {@code m} measure (level), {@code
 * u} unit (that of the item), {@code v} value, {@code d} decimals (none is exact), {@code l} and
 * {@code h} low and high, {@code t} status (A), {@code w} derivation in words, {@code n} note,
 * {@code s} the number of its source in the item.
 */
final class QuarterItem {
  private QuarterItem() {}

  static Table.Key key(QuarterKey quarter) {
    return new Table.Key(
        "obs#%s#%s".formatted(quarter.company(), quarter.metric()), quarter.period().toString());
  }

  static Map<String, AttributeValue> write(MetricQuarter quarter) {
    Table.Key key = key(quarter.key());
    List<Source> sources = quarter.vintages().stream().map(Vintage::source).distinct().toList();
    String unit = quarter.vintages().getFirst().cell().unit();
    return new Attributes()
        .string(Table.PK, key.pk())
        .string(Table.SK, key.sk())
        .string("unit", unit)
        .list(
            "sources", sources, source -> AttributeValue.fromM(SourceItem.attributes(source).map()))
        .list(
            "vintages",
            quarter.vintages(),
            vintage -> write(vintage, unit, sources.indexOf(vintage.source())))
        .map();
  }

  private static AttributeValue write(Vintage vintage, String usualUnit, int source) {
    Observation observation = vintage.observation();
    Cell cell = observation.cell();
    Attributes attributes = new Attributes().string("r", cell.region()).number("s", source);
    if (cell.measure() != Measure.LEVEL) {
      attributes.string("m", cell.measure().code());
    }
    if (!cell.unit().equals(usualUnit)) {
      attributes.string("u", cell.unit());
    }
    if (observation.status() != Status.NORMAL) {
      attributes.string("t", observation.status().code());
    }
    observation.value().ifPresent(value -> attributes.number("v", value));
    switch (observation.precision()) {
      case Precision.Exact exact -> {}
      case Precision.Decimals(int decimals) -> attributes.number("d", decimals);
      case Precision.Between(BigDecimal low, BigDecimal high) ->
          attributes.number("l", low).number("h", high);
    }
    return AttributeValue.fromM(
        attributes.string("w", observation.derivation()).string("n", observation.note()).map());
  }

  static MetricQuarter read(QuarterKey key, Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    List<Source> sources = attributes.list("sources", source -> SourceItem.source(source.m()));
    String unit = attributes.string("unit");
    return new MetricQuarter(
        key,
        attributes.list(
            "vintages", vintage -> read(key, new Attributes(vintage.m()), unit, sources)));
  }

  private static Vintage read(
      QuarterKey key, Attributes vintage, String usualUnit, List<Source> sources) {
    Cell cell =
        new Cell(
            key,
            vintage.string("r"),
            vintage.optional("m").flatMap(Measure::of).orElse(Measure.LEVEL),
            vintage.optional("u").orElse(usualUnit));
    Observation observation =
        new Observation(
            cell,
            vintage.has("v") ? Optional.of(vintage.number("v")) : Optional.empty(),
            precision(vintage),
            vintage.optional("t").flatMap(Status::of).orElse(Status.NORMAL),
            vintage.optional("w"),
            vintage.optional("n"));
    return new Vintage(observation, sources.get(vintage.number("s").intValueExact()));
  }

  private static Precision precision(Attributes vintage) {
    if (vintage.has("d")) {
      return new Precision.Decimals(vintage.number("d").intValueExact());
    }
    return vintage.has("l")
        ? new Precision.Between(vintage.number("l"), vintage.number("h"))
        : new Precision.Exact();
  }
}
