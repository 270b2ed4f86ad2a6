package io.regionalmetrics.store;

import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.YearQuarter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One quarter of a currency's reference rates as an item. The attribute {@code days} is one text of
 * days and rates, separated by spaces: {@code 10-02 1.1744 10-03 1.1753}. The average and the last
 * fixing are computed from it.
 */
final class FixingsItem {
  private static final String DAYS = "days";
  private static final DateTimeFormatter MONTH_AND_DAY =
      DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

  private FixingsItem() {}

  static Table.Key key(FixingsKey quarter) {
    return new Table.Key(partition(quarter.currency()), quarter.period().toString());
  }

  /** The partition of all quarters of a currency. */
  static String partition(String currency) {
    return "fx#" + currency;
  }

  static Map<String, AttributeValue> write(Fixings fixings) {
    Table.Key key = key(fixings.key());
    return new Attributes()
        .string(Table.PK, key.pk())
        .string(Table.SK, key.sk())
        .string(DAYS, text(fixings.days()))
        .map();
  }

  private static String text(Map<LocalDate, BigDecimal> days) {
    return days.entrySet().stream()
        .map(day -> MONTH_AND_DAY.format(day.getKey()) + " " + day.getValue().toPlainString())
        .collect(Collectors.joining(" "));
  }

  /** The rates in an item; none if there is no item. */
  static Fixings readOrNone(FixingsKey key, @Nullable Map<String, AttributeValue> item) {
    return item == null ? Fixings.none(key) : read(key, item);
  }

  private static Fixings read(FixingsKey key, Map<String, AttributeValue> item) {
    List<String> parts = List.of(new Attributes(item).string(DAYS).split(" ", -1));
    NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
    for (int index = 0; index < parts.size(); index += 2) {
      MonthDay day = MonthDay.parse(parts.get(index), MONTH_AND_DAY);
      days.put(day.atYear(key.period().getYear()), new BigDecimal(parts.get(index + 1)));
    }
    return new Fixings(key, days);
  }

  static Fixings read(String currency, Map<String, AttributeValue> item) {
    YearQuarter period = YearQuarter.parse(Table.Key.of(item).sk());
    return read(new FixingsKey(currency, period), item);
  }
}
