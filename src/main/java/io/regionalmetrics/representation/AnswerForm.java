package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.chart.Frame;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A representation with its settings.
 *
 * @param frame the frame of a picture; empty for any other representation
 * @param layout how CSV arranges a series; long for any other representation
 */
public record AnswerForm(Representation representation, Optional<Frame> frame, Layout layout) {

  /**
   * The form that a query requests.
   *
   * @throws Refusal if the width is out of range, or if a setting of pictures is given for another
   *     representation
   */
  public static AnswerForm of(Representation representation, QueryParameters query) {
    Layout layout = Layout.of(representation, query);
    if (representation == Representation.SVG) {
      Frame frame =
          new Frame(
              width(query), query.truth("title", true), query.list("highlight").orElse(List.of()));
      return new AnswerForm(representation, Optional.of(frame), layout);
    }
    for (String name : List.of("width", "title", "highlight")) {
      if (query.text(name).isPresent()) {
        throw Refusal.of(
            Reason.SENSELESS,
            name,
            "applies to pictures, but the answer is in %s; ask for format=svg, or leave %s out"
                .formatted(representation.format(), name));
      }
    }
    return new AnswerForm(representation, Optional.empty(), layout);
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
          "'%s' is not a number of pixels from %s to %s, such as 720"
              .formatted(text.get(), Frame.NARROWEST, Frame.WIDEST));
    }
    return width;
  }

  /** Whether the form holds a whole series, instead of one page of it. */
  public boolean isWhole() {
    return representation == Representation.XLSX || layout == Layout.WIDE;
  }

  /** An answer in this form. */
  public HttpResponse of(Answer answer, AnswerContext context) {
    return layout == Layout.WIDE
        ? representation.of(answer, WideCsv.write(answer))
        : representation.of(answer, frame, context);
  }
}
