package io.regionalmetrics.feed.filing;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.region.Countries;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which regions a company may call otherwise, judged by their codes. */
final class RegionNaming {
  private static final Pattern STATE = Pattern.compile("US_[A-Z]{2}");

  /** The words of names that say no more than what is left: International, Other Countries. */
  private static final Set<String> WORDS_OF_REMAINDERS =
      Set.of(
          "ALL",
          "AND",
          "AREAS",
          "COUNTRIES",
          "COUNTRY",
          "DISCLOSED",
          "FOREIGN",
          "INTERNATIONAL",
          "NON",
          "NOT",
          "OF",
          "OTHER",
          "OTHERS",
          "OUTSIDE",
          "OVERSEAS",
          "REGION",
          "REGIONS",
          "REMAINING",
          "REST",
          "ROW",
          "SEPARATELY",
          "STATES",
          "TERRITORIES",
          "THE",
          "UNITED",
          "US",
          "WORLD");

  private RegionNaming() {}

  /** Whether it is a region of the company's: neither the world, a country, nor a state. */
  static boolean isOwn(String code) {
    return Codes.isRegion(code) && Countries.find(code).isEmpty() && !STATE.matcher(code).matches();
  }

  /** Whether a company may call one region by both codes: what is left is only called otherwise. */
  static boolean mayBeOne(String code, String other) {
    return !code.equals(other) && isLeftOver(code) == isLeftOver(other);
  }

  private static boolean isLeftOver(String code) {
    return WORDS_OF_REMAINDERS.containsAll(List.of(code.split("_", -1)));
  }
}
