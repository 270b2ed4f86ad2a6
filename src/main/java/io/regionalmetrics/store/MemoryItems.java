package io.regionalmetrics.store;

import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.MetricQuarter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * A company in memory in the place of a table, to be read by its keys: nothing of the SDK is needed
 * for it but requests and values.
 */
public final class MemoryItems implements DynamoDbClient {
  private final Map<Table.Key, Map<String, AttributeValue>> items = new HashMap<>();

  /** What is defined and known of a company, and its quarters. */
  public MemoryItems(CompanyRecord company, Collection<MetricQuarter> quarters) {
    add(DefinitionItem.write(company));
    quarters.forEach(quarter -> add(QuarterItem.write(quarter)));
  }

  private void add(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> versioned = new HashMap<>(item);
    versioned.put(Table.VERSION, AttributeValue.fromN("1"));
    items.put(Table.Key.of(item), versioned);
  }

  /** Gives those of the items that there are, whatever the table is called. */
  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
    for (Map.Entry<String, KeysAndAttributes> table : request.requestItems().entrySet()) {
      List<Map<String, AttributeValue>> there = new ArrayList<>();
      for (Map<String, AttributeValue> key : table.getValue().keys()) {
        Map<String, AttributeValue> item = items.get(Table.Key.of(key));
        if (item != null) {
          there.add(item);
        }
      }
      found.put(table.getKey(), there);
    }
    return BatchGetItemResponse.builder().responses(found).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
