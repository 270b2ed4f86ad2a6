package io.regionalmetrics.store;

import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import java.time.LocalDate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A metric as a map within an item of definitions. */
final class MetricAttributes {
  private MetricAttributes() {}

  static AttributeValue write(Metric metric) {
    Attributes attributes =
        new Attributes()
            .string("id", metric.id())
            .string("name", metric.name())
            .string("kind", metric.kind().code())
            .string("dimension", metric.dimension().code())
            .string("unit", metric.unit().code())
            .flag("negative", metric.mayBeNegative())
            .string("definition", metric.definition())
            .string("named", metric.named().toString());
    metric.terms().ifPresent(terms -> write(terms, attributes));
    return AttributeValue.fromM(attributes.map());
  }

  private static void write(RatioTerms terms, Attributes attributes) {
    attributes
        .string("numerator", terms.numerator())
        .string("denominator", terms.denominator())
        .flag("average", terms.average())
        .flag("monthly", terms.monthly());
  }

  static Metric read(AttributeValue value) {
    Attributes attributes = new Attributes(value.m());
    return new Metric(
        attributes.string("id"),
        attributes.string("name"),
        MetricKind.of(attributes.string("kind")).orElseThrow(),
        Dimension.of(attributes.string("dimension")).orElseThrow(),
        new Unit(attributes.string("unit")),
        attributes.optional("numerator").map(numerator -> terms(numerator, attributes)),
        attributes.flag("negative"),
        attributes.optional("definition"),
        LocalDate.parse(attributes.string("named")));
  }

  private static RatioTerms terms(String numerator, Attributes attributes) {
    return new RatioTerms(
        numerator,
        attributes.string("denominator"),
        attributes.flag("average"),
        attributes.flag("monthly"));
  }
}
