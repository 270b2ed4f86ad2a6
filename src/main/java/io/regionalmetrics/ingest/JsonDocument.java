package io.regionalmetrics.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.regionalmetrics.json.JsonInput;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON document (RFC 8259) token by token, so that numbers stay as written. */
final class JsonDocument {
  private JsonDocument() {}

  /** Returns the document's members. */
  static Map<String, WrittenValue> read(byte[] body) {
    String text = Utf8.decode(body);
    refuseUnreadable(text);
    try (JsonParser parser = JsonInput.ofDocument(text)) {
      return onlyObject(parser);
    } catch (StreamReadException e) {
      throw notJson(syntaxError(e));
    } catch (StreamConstraintsException e) {
      throw notJson("it is nested too deeply, or a number or text in it is too long");
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory can't fail", e);
    }
  }

  private static void refuseUnreadable(String text) {
    int unreadable = Utf8.firstUnreadable(text);
    if (unreadable >= 0) {
      List<String> before = text.substring(0, unreadable + 1).lines().toList();
      throw notJson(
          "it is not UTF-8: the character at line %s, column %s could not be read; save the document as UTF-8 and send it again"
              .formatted(before.size(), before.getLast().length()));
    }
  }

  private static Map<String, WrittenValue> onlyObject(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notJson("it is not a JSON object");
    }
    Map<String, WrittenValue> members = members(parser);
    if (parser.nextToken() != null) {
      throw notJson("something follows the JSON object");
    }
    return members;
  }

  private static String syntaxError(JsonProcessingException e) {
    return "it is not JSON: %s, at line %s, column %s"
        .formatted(
            e.getOriginalMessage(), e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static Refusal notJson(String why) {
    return Refusal.of(Reason.MALFORMED, "body", why);
  }

  private static Map<String, WrittenValue> members(JsonParser parser) throws IOException {
    Map<String, WrittenValue> members = new LinkedHashMap<>();
    JsonInput.members(parser, (name, value) -> members.put(name, value(value)));
    return members;
  }

  private static List<WrittenValue> elements(JsonParser parser) throws IOException {
    List<WrittenValue> elements = new ArrayList<>();
    JsonInput.elements(parser, value -> elements.add(value(value)));
    return elements;
  }

  private static WrittenValue value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> new WrittenValue.Members(members(parser));
      case START_ARRAY -> new WrittenValue.Items(elements(parser));
      case VALUE_STRING -> new WrittenValue.Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new WrittenValue.Digits(parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new WrittenValue.Flag(parser.getBooleanValue());
      default -> new WrittenValue.Null();
    };
  }
}
