package io.regionalmetrics.store;

import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Remainder;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.Region;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One quarter of one company's metric as an item. DynamoDB bills by size, so a vintage has
 * one-letter names and leaves out defaults: {@code r} region, {@code m} measure (level), {@code u}
 * unit (that of the item), {@code v} value, {@code d} decimals (none is exact), {@code a} assumed
 * decimals, {@code l} and {@code h} low and high, {@code t} status (A), {@code w} derivation in
 * words, {@code n} note, {@code f} the facts that it is from (see {@link FactCodes}), {@code s} the
 * number of its source in the item.
 *
 * <p>A breakdown has {@code w} whole (WORLD), {@code p} its members, {@code x} its remainders
 * (none) and {@code s}. A remainder is written like a vintage, with {@code q}, its name for people,
 * and without {@code s}.
 *
 * <p>A repetition has only {@code s}, and {@code e}, the number of the vintage that it repeats: a
 * dozen bytes. It has {@code w}, {@code n} and {@code f} only if they differ from those of the
 * repeated one; they are empty if it has none. A repetition whose decimals are assumed while the
 * repeated one states them, or the reverse, is written like any other vintage.
 */
final class QuarterItem {
  private QuarterItem() {}

  static Table.Key key(QuarterKey quarter) {
    return new Table.Key(
        partition(quarter.company(), quarter.metric()), quarter.period().toString());
  }

  /** The partition of all quarters of a company's metric. */
  static String partition(String company, String metric) {
    return "obs#" + company + "#" + metric;
  }

  static Map<String, AttributeValue> write(MetricQuarter quarter) {
    Table.Key key = key(quarter.key());
    List<Source> sources = sources(quarter);
    Unit unit = quarter.allVintages().getFirst().cell().unit();
    FactCodes facts = new FactCodes(sources);
    return new Attributes()
        .string(Table.PK, key.pk())
        .string(Table.SK, key.sk())
        .string("unit", unit.code())
        .list(
            "sources", sources, source -> AttributeValue.fromM(SourceItem.attributes(source).map()))
        .list("vintages", vintages(quarter, sources, unit, facts), AttributeValue::fromM)
        .list(
            "breakdowns",
            quarter.breakdowns(),
            breakdown -> AttributeValue.fromM(breakdown(breakdown, sources, unit, facts)))
        .list("names", facts.names(), AttributeValue::fromS)
        .map();
  }

  private static List<Source> sources(MetricQuarter quarter) {
    Stream<Source> ofVintages =
        quarter.allVintages().stream().flatMap(one -> sources(one.observation(), one.source()));
    return Stream.concat(ofVintages, quarter.breakdowns().stream().flatMap(QuarterItem::sources))
        .distinct()
        .toList();
  }

  private static Stream<Source> sources(Breakdown breakdown) {
    return Stream.concat(
        Stream.of(breakdown.source()),
        breakdown.remainders().stream().flatMap(one -> sources(one.figure(), breakdown.source())));
  }

  private static Stream<Source> sources(Observation observation, Source publication) {
    return Stream.concat(
        Stream.of(publication),
        observation.facts().stream().flatMap(fact -> fact.source().stream()));
  }

  private static Map<String, AttributeValue> breakdown(
      Breakdown breakdown, List<Source> sources, Unit usualUnit, FactCodes facts) {
    Attributes attributes = new Attributes();
    if (!breakdown.whole().equals(Region.WORLD)) {
      attributes.string("w", breakdown.whole());
    }
    return attributes
        .list("p", breakdown.members(), AttributeValue::fromS)
        .list(
            "x",
            breakdown.remainders(),
            one -> AttributeValue.fromM(remainder(one, usualUnit, facts)))
        .number("s", sources.indexOf(breakdown.source()))
        .map();
  }

  private static Map<String, AttributeValue> remainder(
      Remainder remainder, Unit usualUnit, FactCodes facts) {
    return write(remainder.figure(), usualUnit, facts).string("q", remainder.name()).map();
  }

  private static Breakdown breakdown(
      QuarterKey key,
      Attributes attributes,
      List<Source> sources,
      Unit usualUnit,
      FactCodes facts) {
    return new Breakdown(
        attributes.optional("w").orElse(Region.WORLD),
        attributes.list("p", AttributeValue::s),
        attributes.list("x", value -> remainder(key, new Attributes(value.m()), usualUnit, facts)),
        sources.get(index(attributes, "s")));
  }

  private static Remainder remainder(
      QuarterKey key, Attributes attributes, Unit usualUnit, FactCodes facts) {
    return new Remainder(attributes.string("q"), observation(key, attributes, usualUnit, facts));
  }

  private static List<Map<String, AttributeValue>> vintages(
      MetricQuarter quarter, List<Source> sources, Unit usualUnit, FactCodes facts) {
    List<Vintage> all = quarter.allVintages();
    Map<Integer, Integer> repetitions = quarter.repetitions();
    List<Map<String, AttributeValue>> vintages = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      Observation observation = all.get(index).observation();
      Integer repeated = repetitions.get(index);
      Attributes attributes =
          repeated == null || differInAssumption(observation, all.get(repeated).observation())
              ? write(observation, usualUnit, facts)
              : repetition(observation, all.get(repeated).observation(), facts)
                  .number("e", repeated);
      vintages.add(attributes.number("s", sources.indexOf(all.get(index).source())).map());
    }
    return vintages;
  }

  private static boolean differInAssumption(Observation observation, Observation repeated) {
    boolean isAssumed = observation.precision().isAssumed() || repeated.precision().isAssumed();
    return isAssumed && !observation.precision().equals(repeated.precision());
  }

  private static Attributes repetition(
      Observation observation, Observation repeated, FactCodes facts) {
    Attributes attributes = new Attributes();
    if (!observation.facts().equals(repeated.facts())) {
      attributes.string("f", facts.write(observation.facts()));
    }
    ownText(attributes, "w", observation.derivation(), repeated.derivation());
    ownText(attributes, "n", observation.note(), repeated.note());
    return attributes;
  }

  private static void ownText(
      Attributes attributes, String name, Optional<String> own, Optional<String> repeated) {
    if (!own.equals(repeated)) {
      attributes.string(name, own.orElse(""));
    }
  }

  private static Attributes write(Observation observation, Unit usualUnit, FactCodes facts) {
    Cell cell = observation.cell();
    Attributes attributes = new Attributes().string("r", cell.region());
    if (cell.measure() != Measure.LEVEL) {
      attributes.string("m", cell.measure().code());
    }
    if (!cell.unit().equals(usualUnit)) {
      attributes.string("u", cell.unit().code());
    }
    if (observation.status() != Status.NORMAL) {
      attributes.string("t", observation.status().code());
    }
    observation.value().ifPresent(value -> attributes.number("v", value));
    write(observation.precision(), attributes);
    if (!observation.facts().isEmpty()) {
      attributes.string("f", facts.write(observation.facts()));
    }
    return attributes.string("w", observation.derivation()).string("n", observation.note());
  }

  private static void write(Precision precision, Attributes attributes) {
    switch (precision) {
      case Precision.Exact exact -> {}
      case Precision.Decimals(int decimals) -> attributes.number("d", decimals);
      case Precision.AssumedDecimals(int decimals) -> attributes.number("a", decimals);
      case Precision.Between(BigDecimal low, BigDecimal high) ->
          attributes.number("l", low).number("h", high);
    }
  }

  static MetricQuarter read(QuarterKey key, Map<String, AttributeValue> item) {
    Attributes attributes = new Attributes(item);
    List<Source> sources = attributes.list("sources", source -> SourceItem.source(source.m()));
    Unit unit = new Unit(attributes.string("unit"));
    FactCodes facts = new FactCodes(attributes.list("names", AttributeValue::s), sources);
    List<Vintage> all = new ArrayList<>();
    for (Attributes vintage : attributes.list("vintages", value -> new Attributes(value.m()))) {
      Observation observation =
          vintage.has("e")
              ? repetition(vintage, all.get(index(vintage, "e")).observation(), facts)
              : observation(key, vintage, unit, facts);
      all.add(new Vintage(observation, sources.get(index(vintage, "s"))));
    }
    List<Breakdown> breakdowns =
        attributes.list(
            "breakdowns", value -> breakdown(key, new Attributes(value.m()), sources, unit, facts));
    return new MetricQuarter(key, all, breakdowns);
  }

  private static int index(Attributes vintage, String name) {
    return vintage.number(name).intValueExact();
  }

  private static Observation repetition(Attributes vintage, Observation repeated, FactCodes facts) {
    return new Observation(
        repeated.cell(),
        repeated.value(),
        repeated.precision(),
        repeated.status(),
        ownText(vintage, "w", repeated.derivation()),
        ownText(vintage, "n", repeated.note()),
        vintage.has("f") ? facts.read(vintage.string("f")) : repeated.facts());
  }

  private static Optional<String> ownText(
      Attributes vintage, String name, Optional<String> repeated) {
    return vintage.has(name) ? vintage.optional(name).filter(text -> !text.isEmpty()) : repeated;
  }

  private static Observation observation(
      QuarterKey key, Attributes vintage, Unit usualUnit, FactCodes facts) {
    Cell cell =
        new Cell(
            key,
            vintage.string("r"),
            vintage.optional("m").flatMap(Measure::of).orElse(Measure.LEVEL),
            vintage.optional("u").map(Unit::new).orElse(usualUnit));
    return new Observation(
        cell,
        vintage.has("v") ? Optional.of(vintage.number("v")) : Optional.empty(),
        precision(vintage),
        vintage.optional("t").flatMap(Status::of).orElse(Status.NORMAL),
        vintage.optional("w"),
        vintage.optional("n"),
        vintage.optional("f").map(facts::read).orElse(List.of()));
  }

  private static Precision precision(Attributes vintage) {
    if (vintage.has("d")) {
      return new Precision.Decimals(vintage.number("d").intValueExact());
    }
    if (vintage.has("a")) {
      return new Precision.AssumedDecimals(vintage.number("a").intValueExact());
    }
    return vintage.has("l")
        ? new Precision.Between(vintage.number("l"), vintage.number("h"))
        : new Precision.Exact();
  }
}
