package io.regionalmetrics.integration;

import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The dollar's reference rates for the article's questions, as published by the European Central
 * Bank: for 2017-Q4, for the quarter a year earlier, and for the days before the article.
 */
public final class ArticleRates {
  /** The rates by month and day. */
  private static final String USD =
      """
          2016-10: 03 1.1236 04 1.1161 05 1.1211 06 1.1185 07 1.114 10 1.116 11 1.1079 12 1.102
          2016-10: 13 1.1038 14 1.1002 17 1.0994 18 1.0993 19 1.0979 20 1.098 21 1.0886 24 1.0891
          2016-10: 25 1.0872 26 1.0925 27 1.0927 28 1.0922 31 1.0946
          2016-11: 01 1.1025 02 1.1095 03 1.1064 04 1.1093 07 1.1062 08 1.1038 09 1.1022
          2016-11: 10 1.0895 11 1.0904 14 1.0777 15 1.0765 16 1.0702 17 1.0717 18 1.0629
          2016-11: 21 1.0631 22 1.0617 23 1.0602 24 1.0548 25 1.0592 28 1.0588 29 1.0576
          2016-11: 30 1.0635
          2016-12: 01 1.0627 02 1.0642 05 1.0702 06 1.0734 07 1.073 08 1.0762 09 1.0559 12 1.0596
          2016-12: 13 1.061 14 1.0644 15 1.0419 16 1.0439 19 1.0422 20 1.0364 21 1.0421 22 1.0444
          2016-12: 23 1.0446 27 1.0445 28 1.0401 29 1.0453 30 1.0541
          2017-10: 02 1.1744 03 1.1753 04 1.1787 05 1.1742 06 1.1707 09 1.1746 10 1.1797 11 1.183
          2017-10: 12 1.1856 13 1.181 16 1.1803 17 1.1759 18 1.1749 19 1.1834 20 1.1818 23 1.174
          2017-10: 24 1.1761 25 1.1785 26 1.1753 27 1.1605 30 1.1612 31 1.1638
          2017-11: 01 1.1612 02 1.1645 03 1.1657 06 1.159 07 1.1562 08 1.159 09 1.163 10 1.1654
          2017-11: 13 1.1656 14 1.1745 15 1.184 16 1.1771 17 1.1795 20 1.1781 21 1.1718 22 1.1749
          2017-11: 23 1.1848 24 1.1877 27 1.1952 28 1.1888 29 1.1827 30 1.1849
          2017-12: 01 1.1885 04 1.1865 05 1.1847 06 1.1817 07 1.1786 08 1.1742 11 1.1796
          2017-12: 12 1.1766 13 1.1736 14 1.1845 15 1.1806 18 1.1795 19 1.1823 20 1.1845
          2017-12: 21 1.1859 22 1.1853 27 1.1895 28 1.1934 29 1.1993
          2018-02: 19 1.241 20 1.234 21 1.2312 22 1.2276 23 1.2299 26 1.232 27 1.2301 28 1.2214
          2018-03: 01 1.2171
      """;

  private ArticleRates() {}

  /** Stores the rates in a table. */
  public static void put(Wiring wiring) {
    new Store(wiring.client(), wiring.table(), wiring.clock())
        .rates()
        .add(Fixings.of("USD", usd()), Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
  }

  /** The rates in the format of the ECB's history: a zip, newest first. */
  static byte[] history() {
    StringBuilder csv = new StringBuilder("Date,USD,\n");
    new TreeMap<>(usd())
        .descendingMap()
        .forEach((day, rate) -> csv.append("%s,%s,\n".formatted(day, rate)));
    return FileServer.zip("eurofxref-hist.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The dollar's rates by day. */
  public static Map<LocalDate, BigDecimal> usd() {
    Map<LocalDate, BigDecimal> rates = new TreeMap<>();
    USD.lines()
        .map(String::strip)
        .forEach(line -> {
          String[] words = line.split("[: ]+");
          for (int day = 1; day < words.length; day += 2) {
            rates.put(LocalDate.parse(words[0] + "-" + words[day]), new BigDecimal(words[day + 1]));
          }
        });
    return rates;
  }
}
