package io.regionalmetrics.store;

import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.SourceFile;
import java.net.URI;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A source as an item in the partition of all sources, or as a map within a quarter's item. The
 * file that was read is {@code x}, the 32 bytes of its SHA-256, and {@code i}, the address of the
 * inline document. Both that and the source's own address are of the same folder, so {@code i} has
 * {@code *} in place of the folder's path.
 */
final class SourceItem {
  static final String PARTITION = "sources";
  private static final String FOLDER = "*";

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
        .string("kind", source.kind().code())
        .bytes("x", source.file().map(file -> HexFormat.of().parseHex(file.sha256())))
        .string(
            "i",
            source.file().flatMap(SourceFile::viewer).map(viewer -> shortened(viewer, source)));
  }

  private static String shortened(String viewer, Source source) {
    String folder = folder(source.url());
    return folder.isEmpty() ? viewer : viewer.replace(folder, FOLDER);
  }

  /** The path of the folder of an address, with a slash at both ends; empty if it has none. */
  private static String folder(Optional<String> url) {
    String path = url.map(address -> URI.create(address).getRawPath()).orElse("");
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  static Source source(Map<String, AttributeValue> map) {
    Attributes attributes = new Attributes(map);
    return new Source(
        attributes.string("id"),
        attributes.string("title"),
        attributes.string("publisher"),
        attributes.optional("url"),
        LocalDate.parse(attributes.string("published")),
        Source.SourceKind.of(attributes.string("kind")).orElseThrow(),
        attributes.bytes("x").map(sha256 -> file(sha256, attributes)));
  }

  private static SourceFile file(byte[] sha256, Attributes attributes) {
    String folder = folder(attributes.optional("url"));
    return new SourceFile(
        HexFormat.of().formatHex(sha256),
        attributes.optional("i").map(viewer -> viewer.replace(FOLDER, folder)));
  }
}
