package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.QualifiedName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Income that an income statement may add to its sales, but that is no revenue: the profit of
 * affiliates, gains on disposals, non-operating income, interest and other income.
 *
 * <p>An item that names something else, too, is revenue: Walmart's membership and other income. So
 * is an item called only other income if operating income follows from the total that includes it.
 */
final class OtherIncome {
  private static final List<String> NEVER_REVENUE =
      List.of("EquityMethodInvestment", "Nonoperating");
  private static final String OTHER = "OtherIncome";

  /** The words that may precede "other income" without naming anything that is sold. */
  private static final Set<String> INCOME =
      Set.of("and", "dividend", "dividends", "interest", "investment", "miscellaneous", "net");

  private static final String GAIN = "Gain";
  private static final List<String> DISPOSAL =
      List.of("Disposition", "Disposal", "SaleOfAsset", "SaleOfBusiness", "SaleOfProperty");

  /** The most kinds of other income that are considered; no real filing has more than ten. */
  private static final int MAX_KINDS = 20;

  /** The most items of other income that a line may include. */
  private static final int MAX_ITEMS = 3;

  private OtherIncome() {}

  /** Whether a concept reports such income, judging by its name. */
  static boolean isItem(QualifiedName concept) {
    return isNeverRevenue(concept) || isOther(concept);
  }

  /** Whether a concept's name excludes that it is revenue, even if operating income includes it. */
  static boolean isNeverRevenue(QualifiedName concept) {
    return ElementName.containsAny(NEVER_REVENUE, concept)
        || (concept.local().contains(GAIN) && ElementName.containsAny(DISPOSAL, concept));
  }

  /** Whether a concept reports other income, and its name says nothing else that is sold. */
  private static boolean isOther(QualifiedName concept) {
    int at = concept.local().indexOf(OTHER);
    return at == 0
        || (at > 0
            && ElementName.of(new QualifiedName(concept.prefix(), concept.local().substring(0, at)))
                .stream()
                .allMatch(word -> INCOME.contains(word.toLowerCase(Locale.ROOT))));
  }

  /** Whether an amount is one of some items, or the sum of up to three. */
  static boolean isSum(BigDecimal amount, Stream<BigDecimal> items) {
    List<BigDecimal> some =
        items.filter(value -> value.signum() != 0).distinct().limit(MAX_KINDS).toList();
    return isSum(amount, some, 0, MAX_ITEMS);
  }

  private static boolean isSum(BigDecimal amount, List<BigDecimal> items, int from, int most) {
    for (int i = from; i < items.size() && most > 0; i++) {
      BigDecimal rest = amount.subtract(items.get(i));
      if (rest.signum() == 0 || isSum(rest, items, i + 1, most - 1)) {
        return true;
      }
    }
    return false;
  }
}
