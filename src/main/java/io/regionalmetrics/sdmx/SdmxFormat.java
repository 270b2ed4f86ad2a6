package io.regionalmetrics.sdmx;

import io.regionalmetrics.http.HeaderElement;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.representation.MediaRanges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of answers. Of two that a client accepts equally, it gets the first. */
enum SdmxFormat {
  /** SDMX-JSON 2.0, structure message. */
  STRUCTURE_JSON("jsonstructure", "application/vnd.sdmx.structure+json;version=2.0.0"),
  /** SDMX-ML 3.0, structure message. */
  STRUCTURE_XML("structure", "application/vnd.sdmx.structure+xml;version=3.0.0"),
  /** SDMX-JSON 2.0, data message. */
  DATA_JSON("jsondata", "application/vnd.sdmx.data+json;version=2.0.0"),
  /** SDMX-CSV 2.0. */
  DATA_CSV("csvdata", "application/vnd.sdmx.data+csv;version=2.0.0");

  /** The formats of structures. */
  static final List<SdmxFormat> OF_STRUCTURES = List.of(STRUCTURE_JSON, STRUCTURE_XML);

  /** The formats of data. */
  static final List<SdmxFormat> OF_DATA = List.of(DATA_JSON, DATA_CSV);

  /** The parameters of SDMX-CSV with the values that are offered, which are the defaults. */
  private static final Map<String, String> CSV_DEFAULTS =
      Map.of("labels", "id", "timeformat", "original", "keys", "none");

  private final String format;
  private final String type;

  /**
   * A format.
   *
   * @param format its name in the parameter {@code format}, as SDMX-REST proposes it
   * @param type its media type
   */
  SdmxFormat(String format, String type) {
    this.format = format;
    this.type = type;
  }

  /** Media types without a version that clients may accept instead. */
  private List<String> generic() {
    return switch (this) {
      case STRUCTURE_JSON, DATA_JSON -> List.of("application/json");
      case STRUCTURE_XML -> List.of("application/xml", "text/xml");
      case DATA_CSV -> List.of("text/csv");
    };
  }

  /** Whether it is SDMX-ML. */
  boolean isXml() {
    return this == STRUCTURE_XML;
  }

  /** A response in this format. */
  HttpResponse of(String body) {
    return HttpResponse.of(200, type, body);
  }

  /** The media type of an error: SDMX-CSV has no errors, so these are in SDMX-JSON. */
  String errorType() {
    return this == DATA_CSV ? DATA_JSON.type : type;
  }

  /**
   * The format that is requested, by {@code format} or else by {@code Accept}; empty if none of the
   * accepted ones is offered.
   *
   * @param format the parameter {@code format}
   * @param offered the formats to choose from
   * @throws Refusal if {@code format} isn't the name of one
   */
  static Optional<SdmxFormat> of(
      Optional<String> format, HttpRequest request, List<SdmxFormat> offered) {
    if (format.isPresent()) {
      return Optional.of(named(format.get(), offered));
    }
    Optional<String> accept = request.header("accept").filter(header -> !header.isBlank());
    return accept.isEmpty()
        ? Optional.of(offered.getFirst())
        : mostWanted(offered, HeaderElement.list(accept.get()));
  }

  private static SdmxFormat named(String format, List<SdmxFormat> offered) {
    List<String> names = offered.stream().map(one -> one.format).toList();
    return offered.stream()
        .filter(one -> one.format.equals(format))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "format",
                "'%s' is not one of %s%s"
                    .formatted(format, String.join(", ", names), Codes.suggestion(format, names))));
  }

  private static Optional<SdmxFormat> mostWanted(
      List<SdmxFormat> offered, List<HeaderElement> ranges) {
    List<HeaderElement> known = ranges.stream().map(SdmxFormat::known).toList();
    Optional<SdmxFormat> best = Optional.empty();
    int most = 0;
    for (SdmxFormat one : offered) {
      int weight = one.weight(known);
      if (weight > most) {
        best = Optional.of(one);
        most = weight;
      }
    }
    return best;
  }

  private int weight(List<HeaderElement> ranges) {
    int own = MediaRanges.weight(type, ranges);
    return generic().stream()
        .mapToInt(other -> MediaRanges.weight(other, ranges))
        .reduce(own, Math::max);
  }

  /** A range without the parameters that every answer has by default. */
  private static HeaderElement known(HeaderElement range) {
    Map<String, String> parameters = new HashMap<>(range.parameters());
    parameters.entrySet().removeAll(CSV_DEFAULTS.entrySet());
    parameters.computeIfPresent("version", (name, version) -> version(version));
    return new HeaderElement(range.name(), parameters, range.weight());
  }

  /** The version that is served, if a pattern such as {@code 2.0.0+} includes it. */
  private static String version(String pattern) {
    for (String served : List.of("2.0.0", "3.0.0")) {
      if (VersionPattern.hasWildcard(pattern) && VersionPattern.matches(pattern, served)) {
        return served;
      }
    }
    return pattern;
  }

  /** The format of an error, which is never refused itself. */
  static SdmxFormat ofError(HttpRequest request, List<SdmxFormat> offered) {
    String query = "&" + request.query() + "&";
    return offered.stream()
        .filter(one -> query.contains("&format=" + one.format + "&"))
        .findFirst()
        .or(() -> of(Optional.empty(), request, offered))
        .orElse(offered.getFirst());
  }

  /** The media types of some formats, separated by commas. */
  static String types(List<SdmxFormat> formats) {
    return formats.stream().map(one -> one.type).collect(Collectors.joining(", "));
  }
}
