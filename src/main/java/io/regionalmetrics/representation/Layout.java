package io.regionalmetrics.representation;

import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How CSV arranges a series. */
enum Layout {
  /** Each figure has a line of its own, with its bounds, unit, origin and sources. */
  LONG,
  /** Each period has a line, and each region a column of values. */
  WIDE;

  private static final List<String> CODES = Stream.of(values()).map(Layout::code).toList();

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The layout that a query requests; long if it requests none.
   *
   * @throws Refusal if there is no such layout, or if the representation or the question has none
   */
  static Layout of(Representation representation, QueryParameters query) {
    Optional<String> text = query.text("layout");
    if (text.isEmpty()) {
      return LONG;
    }
    if (!CODES.contains(text.get())) {
      throw refused(
          "'%s' is not one of %s%s"
              .formatted(
                  text.get(), String.join(", ", CODES), Codes.suggestion(text.get(), CODES)));
    }
    Layout layout = valueOf(text.get().toUpperCase(Locale.ROOT));
    layout.refuseUnsuited(representation, query);
    return layout;
  }

  private void refuseUnsuited(Representation representation, QueryParameters query) {
    if (representation != Representation.CSV) {
      throw refused(
          "arranges CSV, but the answer is in %s; ask for format=csv, or leave layout out"
              .formatted(representation.format()));
    }
    if (this == WIDE && query.truth("includeHistory", false)) {
      throw refused(
          "wide has one figure for a region and period, and no room for its history; leave includeHistory out, or ask for format=json");
    }
  }

  /** The refusal of a wide layout. */
  static Refusal refused(String reason) {
    return Refusal.of(Reason.MALFORMED, "layout", reason);
  }
}
