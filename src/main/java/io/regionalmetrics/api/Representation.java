package io.regionalmetrics.api;

import io.regionalmetrics.model.Codes;
import io.regionalmetrics.model.Refusal;
import io.regionalmetrics.model.Refusal.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which answers are given. */
enum Representation {
  JSON("json", "application/json");

  private final String format;
  private final String type;

  Representation(String format, String type) {
    this.format = format;
    this.type = type;
  }

  /**
   * The form that is asked for, by {@code format} or else by Accept; nothing where none of those
   * accepted is given.
   */
  static Optional<Representation> of(HttpRequest request, Query query) {
    Optional<String> format = query.text("format");
    if (format.isPresent()) {
      return Optional.of(named(format.get()));
    }
    String accept = request.header("accept").filter(header -> !header.isBlank()).orElse("*/*");
    List<String> ranges =
        Stream.of(accept.split(",", -1))
            .map(Representation::range)
            .filter(range -> !range.isEmpty())
            .toList();
    return Stream.of(values()).filter(form -> ranges.stream().anyMatch(form::isIn)).findFirst();
  }

  private static Representation named(String format) {
    List<String> formats = Stream.of(values()).map(form -> form.format).toList();
    return Stream.of(values())
        .filter(form -> form.format.equals(format))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "format",
                "'%s' is not one of %s%s"
                    .formatted(
                        format, String.join(", ", formats), Codes.suggestion(format, formats))));
  }

  /** A media range without its parameters; empty where its weight is zero. */
  private static String range(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).replace(" ", "").split(";", -1);
    boolean refused = Stream.of(parts).skip(1).anyMatch(part -> part.matches("q=0(\\.0*)?"));
    return refused ? "" : parts[0];
  }

  private boolean isIn(String range) {
    return range.equals("*/*")
        || range.equals(type)
        || range.equals(type.substring(0, type.indexOf('/')) + "/*");
  }
}
