package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.chart.Charts;
import io.regionalmetrics.chart.Frame;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Preference;
import io.regionalmetrics.http.Problem;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which answers are given; of two that are wanted alike, the first. */
public enum Representation {
  JSON("json", "application/json"),
  // RFC 4180 names both parameters.
  CSV("csv", "text/csv; charset=utf-8; header=present"),
  /** Of what was published only: SDMX-CSV 2.0. */
  SDMX_CSV("sdmx-csv", "application/vnd.sdmx.data+csv;version=2.0.0"),
  /** A picture. */
  SVG("svg", "image/svg+xml");

  /** What every answer with figures is given as. */
  public static final List<Representation> OF_FIGURES = List.of(JSON, CSV, SVG);

  /** What a series is given as. */
  public static final List<Representation> OF_SERIES = List.of(JSON, CSV, SDMX_CSV, SVG);

  /** What says what can be asked is given as. */
  public static final List<Representation> OF_WORDS = List.of(JSON);

  private final String format;
  private final String type;

  /**
   * A form.
   *
   * @param format its word in a question
   * @param type its media type, as the answer names it
   */
  Representation(String format, String type) {
    this.format = format;
    this.type = type;
  }

  /** The word by which a question asks for it. */
  String format() {
    return format;
  }

  /**
   * An answer in this form, with its links.
   *
   * @param vocabularies the words of the companies that it is about
   * @param frame of a picture
   */
  public HttpResponse of(
      Answer answer, Collection<Vocabulary> vocabularies, Optional<Frame> frame) {
    String body =
        switch (this) {
          case JSON -> AnswerJson.write(answer);
          case CSV -> AnswerCsv.write(answer);
          case SVG -> Charts.svg(answer, vocabularies, frame.orElseThrow());
          case SDMX_CSV -> throw new IllegalArgumentException("SDMX-CSV has no computed figures");
        };
    HttpResponse cited = Links.cite(answer, of(body));
    return this == CSV ? Links.describe(answer, cited) : cited;
  }

  /** A text that is in this form. */
  public HttpResponse of(String body) {
    return HttpResponse.of(200, type, body);
  }

  /**
   * The form that is asked for, by {@code format} or else by Accept (RFC 9110, section 12.5.1);
   * nothing where none of those accepted is given.
   *
   * @param offered the forms that there are
   */
  public static Optional<Representation> of(
      HttpRequest request, QueryParameters query, List<Representation> offered) {
    Optional<String> format = query.text("format");
    if (format.isPresent()) {
      return Optional.of(named(format.get(), offered));
    }
    Optional<String> accept = request.header("accept").filter(header -> !header.isBlank());
    if (accept.isEmpty()) {
      return Optional.of(offered.getFirst());
    }
    List<Preference> ranges = Preference.list(accept.get());
    Optional<Representation> best = Optional.empty();
    int most = 0;
    for (Representation form : offered) {
      int weight = form.weight(ranges);
      if (weight > most) {
        best = Optional.of(form);
        most = weight;
      }
    }
    return best;
  }

  private static Representation named(String format, List<Representation> offered) {
    List<String> formats = offered.stream().map(Representation::format).toList();
    return offered.stream()
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

  /**
   * How a picture is framed; nothing of what is no picture.
   *
   * @throws Refusal where a frame is asked that none can have, or of what is no picture
   */
  public Optional<Frame> frame(QueryParameters query) {
    if (this == SVG) {
      return Optional.of(new Frame(width(query), query.truth("title", true)));
    }
    for (String name : List.of("width", "title")) {
      if (query.text(name).isPresent()) {
        throw Refusal.of(
            Reason.SENSELESS,
            name,
            "is of a picture, and the answer is given as %s; ask for format=svg, or leave %s out"
                .formatted(format, name));
      }
    }
    return Optional.empty();
  }

  private static int width(QueryParameters query) {
    Optional<String> text = query.text("width");
    if (text.isEmpty()) {
      return Frame.USUAL_WIDTH;
    }
    int width = text.get().matches("[0-9]{1,4}") ? Integer.parseInt(text.get()) : 0;
    if (width < Frame.NARROWEST || width > Frame.WIDEST) {
      throw Refusal.of(
          Reason.MALFORMED,
          "width",
          "'%s' is not a number of pixels from %s to %s"
              .formatted(text.get(), Frame.NARROWEST, Frame.WIDEST));
    }
    return width;
  }

  /** The problem that nothing of what is offered is accepted. */
  public static HttpResponse notAcceptable(HttpRequest request, List<Representation> offered) {
    String types =
        offered.stream()
            .map(form -> Preference.list(form.type).getFirst().name())
            .collect(Collectors.joining(", "));
    return Problem.of(
        406,
        "Answers are given as %s.".formatted(types),
        List.of(
            new Invalid(
                "accept",
                "'%s' holds none of %s".formatted(request.header("accept").orElse(""), types))));
  }

  /** How much this is wanted: as much as the most specific range says that it is in. */
  private int weight(List<Preference> ranges) {
    Preference own = Preference.list(type).getFirst();
    int weight = 0;
    int most = -1;
    for (Preference range : ranges) {
      int specificity = specificity(range);
      if (specificity >= most && isIn(own, range)) {
        weight = specificity > most ? range.weight() : Math.max(weight, range.weight());
        most = specificity;
      }
    }
    return weight;
  }

  private static int specificity(Preference range) {
    if (range.name().equals("*/*")) {
      return 0;
    }
    return range.name().endsWith("/*") ? 1 : 2 + range.parameters().size();
  }

  private static boolean isIn(Preference type, Preference range) {
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

  /** Whether a type has a parameter. Each is in UTF-8, whether it says so or not. */
  private static boolean has(Preference type, Map.Entry<String, String> parameter) {
    return parameter.equals(Map.entry("charset", "utf-8"))
        || type.parameters().entrySet().contains(parameter);
  }
}
