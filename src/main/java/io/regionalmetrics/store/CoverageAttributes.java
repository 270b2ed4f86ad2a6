package io.regionalmetrics.store;

import io.regionalmetrics.model.Coverage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threeten.extra.YearQuarter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The quarters that a company's figures cover, as a map within its item: by metric, then by region.
 * A region's coverage is one text: the first quarter, the last, then the breaks, separated by
 * spaces.
 */
final class CoverageAttributes {
  private CoverageAttributes() {}

  static Map<String, AttributeValue> write(Map<String, Map<String, Coverage>> coverage) {
    Map<String, AttributeValue> metrics = new HashMap<>();
    coverage.forEach((metric, regions) -> metrics.put(metric, writeRegions(regions)));
    return metrics;
  }

  private static AttributeValue writeRegions(Map<String, Coverage> regions) {
    Map<String, AttributeValue> texts = new HashMap<>();
    regions.forEach((region, quarters) -> texts.put(region, AttributeValue.fromS(text(quarters))));
    return AttributeValue.fromM(texts);
  }

  private static String text(Coverage coverage) {
    List<String> quarters = new ArrayList<>(2 + coverage.breaks().size());
    quarters.add(coverage.first().toString());
    quarters.add(coverage.last().toString());
    coverage.breaks().forEach(quarter -> quarters.add(quarter.toString()));
    return String.join(" ", quarters);
  }

  static Map<String, Map<String, Coverage>> read(Map<String, AttributeValue> metrics) {
    Map<String, Map<String, Coverage>> coverage = new LinkedHashMap<>();
    metrics.forEach((metric, regions) -> coverage.put(metric, readRegions(regions.m())));
    return coverage;
  }

  private static Map<String, Coverage> readRegions(Map<String, AttributeValue> texts) {
    Map<String, Coverage> regions = new LinkedHashMap<>();
    texts.forEach((region, text) -> regions.put(region, coverage(text.s())));
    return regions;
  }

  private static Coverage coverage(String text) {
    List<YearQuarter> quarters =
        List.of(text.split(" ", -1)).stream().map(YearQuarter::parse).toList();
    return new Coverage(quarters.get(0), quarters.get(1), quarters.subList(2, quarters.size()));
  }
}
