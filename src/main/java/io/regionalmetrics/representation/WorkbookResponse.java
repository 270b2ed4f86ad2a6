package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.workbook.AnswerWorkbook;
import io.regionalmetrics.workbook.AskedWhen;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A response with a workbook, which browsers save under a name that says what is in it. */
final class WorkbookResponse {
  private static final int MOST_CHARACTERS = 100;

  private WorkbookResponse() {}

  /**
   * The workbook of an answer.
   *
   * @param type the media type
   */
  static HttpResponse of(String type, Answer answer, AnswerContext context) {
    String address = context.origin().orElse("") + AnswerJson.citation(answer);
    byte[] workbook =
        AnswerWorkbook.write(
            answer, context.vocabularies(), new AskedWhen(context.today(), address));
    return HttpResponse.of(200, type, workbook)
        .with("content-disposition", "attachment; filename=\"" + name(answer) + ".xlsx\"");
  }

  /** "growth-twitter-revenue-JP-2017-Q4": in letters and digits that every file system takes. */
  private static String name(Answer answer) {
    String name =
        Stream.concat(
                Stream.of(answer.kind().code()),
                Stream.of("company", "metric", "region", "period")
                    .flatMap(name1 -> answer.question().getOrDefault(name1, List.of()).stream()))
            .map(text -> text.replaceAll("[^A-Za-z0-9-]+", "_"))
            .collect(Collectors.joining("-"));
    return name.length() <= MOST_CHARACTERS ? name : name.substring(0, MOST_CHARACTERS);
  }
}
