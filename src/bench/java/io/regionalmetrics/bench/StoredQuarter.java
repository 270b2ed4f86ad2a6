package io.regionalmetrics.bench;

import io.regionalmetrics.integration.LocalDynamoDb;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The size of a stored quarter by DynamoDB's rules (Amazon DynamoDB Developer Guide, "DynamoDB item
 * sizes and formats").
 *
 * @param vintages the number of vintages
 * @param bytes the size of the item: keys, sources and vintages
 * @param bytesOfVintages the size of the vintages alone
 */
record StoredQuarter(int vintages, long bytes, long bytesOfVintages) {
  private static final String VINTAGES = "vintages";
  private static final int OVERHEAD = 3;

  /** Reads a quarter of a company and measures it. */
  static StoredQuarter of(Scene scene, Company company, String metric) {
    Map<String, AttributeValue> key =
        Map.of(
            "pk", AttributeValue.fromS("obs#%s#%s".formatted(company.id(), metric)),
            "sk", AttributeValue.fromS(Company.QUARTER));
    Map<String, AttributeValue> item =
        LocalDynamoDb.client().getItem(get -> get.tableName(scene.table()).key(key)).item();
    AttributeValue vintages = item.get(VINTAGES);
    return new StoredQuarter(vintages.l().size(), members(item), size(vintages) - OVERHEAD);
  }

  /** Bytes of the whole item per vintage. */
  double bytesPerVintage() {
    return (double) bytes / vintages;
  }

  /** Bytes of one more vintage. */
  double bytesOfOneMore() {
    return (double) bytesOfVintages / vintages;
  }

  private static long size(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> number(new BigDecimal(value.n()));
      case BOOL, NUL -> 1;
      case L -> OVERHEAD + value.l().stream().mapToLong(element -> 1 + size(element)).sum();
      case M -> OVERHEAD + value.m().size() + members(value.m());
      default -> throw new IllegalStateException("unexpected value in a quarter: " + value);
    };
  }

  private static long members(Map<String, AttributeValue> members) {
    return members.entrySet().stream()
        .mapToLong(member -> bytes(member.getKey()) + size(member.getValue()))
        .sum();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** One byte for two significant digits, one more, and one for a minus. */
  private static int number(BigDecimal number) {
    int digits = number.stripTrailingZeros().precision();
    return (digits + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
  }
}
