package io.regionalmetrics.mcp;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.find.NameSearch;
import io.regionalmetrics.question.AcceptedParameters;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.question.QuestionReader;
import io.regionalmetrics.question.ReadQuestion;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.representation.AnswerJson;
import io.regionalmetrics.representation.AnswerMarkdown;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tools: one for each kind of question, which answers like its GET, and {@code find}. */
final class Tools {
  private static final String FIND = "find";

  private static final List<String> NAMES = names();

  /** Parameters of a GET that a tool has no use for: it gives text and structured content. */
  private static final Set<String> OF_FORMATS =
      Set.of("format", "layout", "width", "title", "highlight");

  private final QuestionReader questions;
  private final NameSearch names;

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of(FIND));
    for (QuestionKind kind : QuestionKind.values()) {
      names.add(kind.code());
    }
    return names;
  }

  Tools(Store store, InstantSource clock) {
    this.questions = new QuestionReader(store, clock);
    this.names = new NameSearch(store);
  }

  /**
   * Calls a tool. What it refuses is a result too, for the model to read.
   *
   * @param address the address of this service, for links
   * @throws RpcError if there is no such tool
   * @throws io.regionalmetrics.store.Unavailable if the table can't be read in time
   */
  ToolResult call(String name, ToolArguments arguments, String address, Deadline deadline) {
    requireKnown(name);
    try {
      String query = arguments.query();
      return name.equals(FIND)
          ? find(query, deadline)
          : answer(QuestionKind.valueOf(name.toUpperCase(Locale.ROOT)), query, address, deadline);
    } catch (Refusal refusal) {
      return ToolResult.refused(refusal);
    }
  }

  private static void requireKnown(String name) {
    if (!NAMES.contains(name)) {
      throw RpcError.of(
          RpcError.INVALID_PARAMS,
          "there is no tool '%s'; the tools are %s%s"
              .formatted(name, String.join(", ", NAMES), Codes.suggestion(name, NAMES)));
    }
  }

  private ToolResult find(String query, Deadline deadline) {
    QueryParameters parameters = QueryParameters.of(query, Set.of("text"), Set.of());
    return new FoundText(names.find(parameters.text("text").orElse(""), deadline)).result();
  }

  private ToolResult answer(QuestionKind kind, String query, String address, Deadline deadline) {
    QueryParameters parameters = AcceptedParameters.read(kind, query);
    for (String name : OF_FORMATS) {
      refuse(name, parameters);
    }
    ReadQuestion read = questions.read(kind, parameters, deadline);
    Answer answer = read.answer();
    Optional<String> next = read.next(answer);
    String more =
        next.isEmpty()
            ? ""
            : "\n\nThere are more quarters: call again with the same arguments and next="
                + next.get();
    return new ToolResult(
        AnswerMarkdown.write(answer, address) + more, AnswerJson.write(answer, next));
  }

  private static void refuse(String name, QueryParameters parameters) {
    if (parameters.text(name).isPresent()) {
      throw Refusal.of(
          Reason.MALFORMED,
          name,
          "not an argument of this tool; leave it out: the result has text and structured content");
    }
  }
}
