package io.regionalmetrics.representation;

import io.regionalmetrics.http.HeaderElement;
import java.util.List;
import java.util.Map;

/**
 * Matches media types against the ranges of an {@code Accept} header (RFC 9110, section 12.5.1).
 */
public final class MediaRanges {
  private MediaRanges() {}

  /**
   * The weight of a media type, in thousandths: that of the most specific range that includes it; 0
   * if none does.
   */
  public static int weight(String type, List<HeaderElement> ranges) {
    HeaderElement own = HeaderElement.list(type).getFirst();
    int weight = 0;
    int most = -1;
    for (HeaderElement range : ranges) {
      int specificity = specificity(range);
      if (specificity >= most && isIn(own, range)) {
        weight = specificity > most ? range.weight() : Math.max(weight, range.weight());
        most = specificity;
      }
    }
    return weight;
  }

  private static int specificity(HeaderElement range) {
    if (range.name().equals("*/*")) {
      return 0;
    }
    return range.name().endsWith("/*") ? 1 : 2 + range.parameters().size();
  }

  private static boolean isIn(HeaderElement type, HeaderElement range) {
    String kind = type.name().substring(0, type.name().indexOf('/')) + "/*";
    if (!range.name().equals("*/*")
        && !range.name().equals(kind)
        && !range.name().equals(type.name())) {
      return false;
    }
    for (Map.Entry<String, String> wanted : range.parameters().entrySet()) {
      if (!has(type, wanted)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a type has a parameter. Every type here is in UTF-8, whether it says so or not. */
  private static boolean has(HeaderElement type, Map.Entry<String, String> parameter) {
    return parameter.equals(Map.entry("charset", "utf-8"))
        || type.parameters().entrySet().contains(parameter);
  }
}
