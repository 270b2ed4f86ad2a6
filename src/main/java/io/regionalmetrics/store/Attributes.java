package io.regionalmetrics.store;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes and reads the attributes of an item, or of a map within an item. Empty values, false flags
 * and empty lists are left out.
 */
final class Attributes {
  private final Map<String, AttributeValue> values;

  Attributes() {
    this(new HashMap<>());
  }

  Attributes(Map<String, AttributeValue> values) {
    this.values = values;
  }

  Map<String, AttributeValue> map() {
    return values;
  }

  Attributes string(String name, String value) {
    values.put(name, AttributeValue.fromS(value));
    return this;
  }

  Attributes string(String name, Optional<String> value) {
    value.ifPresent(present -> string(name, present));
    return this;
  }

  Attributes bytes(String name, Optional<byte[]> value) {
    value.ifPresent(
        present -> values.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(present))));
    return this;
  }

  Attributes number(String name, BigDecimal value) {
    values.put(name, AttributeValue.fromN(value.toString()));
    return this;
  }

  Attributes number(String name, long value) {
    return number(name, BigDecimal.valueOf(value));
  }

  Attributes flag(String name, boolean value) {
    if (value) {
      values.put(name, AttributeValue.fromBool(true));
    }
    return this;
  }

  <T> Attributes list(String name, List<T> things, Function<T, AttributeValue> written) {
    if (!things.isEmpty()) {
      values.put(name, AttributeValue.fromL(things.stream().map(written).toList()));
    }
    return this;
  }

  Attributes map(String name, Map<String, AttributeValue> map) {
    values.put(name, AttributeValue.fromM(map));
    return this;
  }

  Attributes mapIfAny(String name, Map<String, AttributeValue> map) {
    return map.isEmpty() ? this : map(name, map);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String string(String name) {
    return value(name).s();
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
  }

  Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(values.get(name)).map(value -> value.b().asByteArray());
  }

  BigDecimal number(String name) {
    return new BigDecimal(value(name).n());
  }

  boolean flag(String name) {
    return has(name) && value(name).bool();
  }

  <T> List<T> list(String name, Function<AttributeValue, T> read) {
    return has(name) ? value(name).l().stream().map(read).toList() : List.of();
  }

  Map<String, AttributeValue> map(String name) {
    return has(name) ? value(name).m() : Map.of();
  }

  private AttributeValue value(String name) {
    return Objects.requireNonNull(values.get(name), () -> "the item has no attribute " + name);
  }

  /** About how many bytes DynamoDB counts for a value, rounded up. */
  static long size(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
      case N -> value.n().length() / 2 + 3;
      case B -> value.b().asByteArrayUnsafe().length;
      case L -> 3 + value.l().stream().mapToLong(element -> 1 + size(element)).sum();
      case M -> 3 + size(value.m());
      default -> 1;
    };
  }

  /** About how many bytes DynamoDB counts for an item. */
  static long size(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToLong(entry -> 1 + entry.getKey().length() + size(entry.getValue()))
        .sum();
  }
}
