package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.QualifiedName;
import java.util.Map;
import java.util.Optional;

/** The metrics of concepts that report only a part of revenue, such as revenue from contracts. */
final class RevenuePart {
  private static final Map<String, String> IDS =
      Map.of(
          "RevenueFromContractWithCustomerExcludingAssessedTax", "revenue-from-contracts",
          "RevenueFromContractWithCustomerIncludingAssessedTax", "revenue-from-contracts",
          "SalesRevenueNet", "revenue-net-sales",
          "SalesRevenueGoodsNet", "revenue-goods",
          "SalesRevenueServicesNet", "revenue-services");
  private static final Map<String, String> NAMES =
      Map.of(
          "revenue-from-contracts", "Revenue from contracts with customers",
          "revenue-net-sales", "Net sales",
          "revenue-goods", "Sales of goods",
          "revenue-services", "Sales of services");

  private RevenuePart() {}

  /** The id of the metric for a concept. */
  static String id(QualifiedName concept) {
    return Optional.ofNullable(IDS.get(concept.local()))
        .orElseGet(() -> ElementName.id("revenue", ElementName.of(concept)));
  }

  /** The name of that metric. */
  static String name(QualifiedName concept) {
    return Optional.ofNullable(NAMES.get(id(concept)))
        .orElseGet(() -> ElementName.sentence(ElementName.of(concept)));
  }
}
