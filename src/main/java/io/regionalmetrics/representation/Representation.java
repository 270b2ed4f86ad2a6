package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.chart.Charts;
import io.regionalmetrics.chart.Frame;
import io.regionalmetrics.http.HeaderElement;
import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.http.Problem;
import io.regionalmetrics.http.ProblemType;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The representations of answers. Of two that a client accepts equally, it gets the first. */
public enum Representation {
  /** The whole answer. */
  JSON("json", "application/json"),
  /** The fields of the rows, one a line; RFC 4180 defines both parameters of the type. */
  CSV("csv", "text/csv; charset=utf-8; header=present"),
  /** SDMX-CSV 2.0, for published figures only. */
  SDMX_CSV("sdmx-csv", "application/vnd.sdmx.data+csv;version=2.0.0"),
  /** A picture. */
  SVG("svg", "image/svg+xml"),
  /** A workbook. */
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** The representations of comparisons. */
  public static final List<Representation> OF_FIGURES = List.of(JSON, CSV, SVG, XLSX);

  /** The representations of series. */
  public static final List<Representation> OF_SERIES = List.of(JSON, CSV, SDMX_CSV, SVG, XLSX);

  /** The representations of lists of companies, metrics, regions and sources. */
  public static final List<Representation> OF_LISTS = List.of(JSON);

  private final String format;
  private final String type;

  /**
   * A representation.
   *
   * @param format its name in a query
   * @param type its media type, as responses name it
   */
  Representation(String format, String type) {
    this.format = format;
    this.type = type;
  }

  /** Its name in the parameter {@code format}. */
  String format() {
    return format;
  }

  /**
   * An answer in this form, with its links.
   *
   * @param frame the frame, if this is a picture
   */
  HttpResponse of(Answer answer, Optional<Frame> frame, AnswerContext context) {
    return switch (this) {
      case JSON -> of(answer, AnswerJson.write(answer, context.next()));
      case CSV -> of(answer, AnswerCsv.write(answer));
      case SVG -> of(answer, Charts.svg(answer, context.vocabularies(), frame.orElseThrow()));
      case XLSX -> Links.cite(answer, WorkbookResponse.of(type, answer, context));
      case SDMX_CSV -> throw new IllegalArgumentException("SDMX-CSV has no computed figures");
    };
  }

  /** An answer that is written already, with its links. */
  HttpResponse of(Answer answer, String body) {
    HttpResponse cited = Links.cite(answer, of(body));
    return this == CSV ? Links.describe(answer, cited) : cited;
  }

  /** A response with a text in this representation. */
  public HttpResponse of(String body) {
    return HttpResponse.of(200, type, body);
  }

  /**
   * The representation that is requested, by {@code format} or else by {@code Accept} (RFC 9110,
   * section 12.5.1); empty if none of the accepted ones is offered.
   *
   * @param offered the representations to choose from
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
    return mostWanted(offered, HeaderElement.list(accept.get()));
  }

  private static Optional<Representation> mostWanted(
      List<Representation> offered, List<HeaderElement> ranges) {
    Optional<Representation> best = Optional.empty();
    int most = 0;
    for (Representation form : offered) {
      int weight = MediaRanges.weight(form.type, ranges);
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

  /** The response if the client accepts none of the offered types: 406, Not Acceptable. */
  public static HttpResponse notAcceptable(HttpRequest request, List<Representation> offered) {
    String types =
        offered.stream()
            .map(form -> HeaderElement.list(form.type).getFirst().name())
            .collect(Collectors.joining(", "));
    return Problem.of(
        ProblemType.NOT_ACCEPTABLE,
        "Answers are given as %s.".formatted(types),
        List.of(
            new Invalid(
                "accept",
                "'%s' accepts none of %s".formatted(request.header("accept").orElse(""), types))));
  }
}
