package io.regionalmetrics.store;

import io.regionalmetrics.model.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A source as an item in the partition of all sources, or as a map within a quarter's item. */
final class SourceItem {
  static final String PARTITION = "sources";

  private SourceItem() {}

  static Table.Key key(String id) {
    return new Table.Key(PARTITION, id);
  }

  static Map<String, AttributeValue> write(SourceRecord record) {
    return attributes(record.source())
        .string(Table.PK, PARTITION)
        .string(Table.SK, record.source().id())
        .list("companies", record.companies(), AttributeValue::fromS)
        .map();
  }

  static SourceRecord read(Map<String, AttributeValue> item) {
    List<String> companies = new Attributes(item).list("companies", AttributeValue::s);
    return new SourceRecord(source(item), companies);
  }

  static Attributes attributes(Source source) {
    return new Attributes()
        .string("id", source.id())
        .string("title", source.title())
        .string("publisher", source.publisher())
        .string("url", source.url())
        .string("published", source.published().toString())
        .string("kind", source.kind().code());
  }

  static Source source(Map<String, AttributeValue> map) {
    Attributes attributes = new Attributes(map);
    return new Source(
        attributes.string("id"),
        attributes.string("title"),
        attributes.string("publisher"),
        attributes.optional("url"),
        LocalDate.parse(attributes.string("published")),
        Source.SourceKind.of(attributes.string("kind")).orElseThrow());
  }
}
