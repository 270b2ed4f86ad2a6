package io.regionalmetrics.feed.filing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.regionalmetrics.json.JsonInput;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads the SEC's JSON token by token, so that members that aren't needed take no memory. */
final class JsonReader {
  private static final int MAX_ELEMENTS = 200_000;

  private JsonReader() {}

  /**
   * Reads a whole text, which must be one object.
   *
   * @param what the name of the text, for the error message
   * @throws UnreadableListing if it isn't
   */
  static void object(InputStream bytes, String what, JsonInput.Member member) throws IOException {
    try (JsonParser parser = JsonInput.ofDownload(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableListing("%s is not a JSON object".formatted(what));
      }
      JsonInput.members(parser, member);
    } catch (JsonProcessingException e) {
      throw new UnreadableListing(
          "%s is not JSON, or ends in the middle: %s, at line %s, column %s"
              .formatted(
                  what,
                  e.getOriginalMessage(),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr()));
    } catch (CharConversionException e) {
      throw new UnreadableListing("%s is not UTF-8".formatted(what));
    }
  }

  /** Reads the elements of a list; reads nothing if the value is not a list. */
  static void elements(JsonParser parser, JsonInput.Element element) throws IOException {
    int[] count = {0};
    JsonInput.elements(
        parser,
        value -> {
          if (++count[0] > MAX_ELEMENTS) {
            throw new UnreadableListing(
                "a list has more than %s elements, the most that are read".formatted(MAX_ELEMENTS));
          }
          element.read(value);
        });
  }

  /** A list of texts: a number as it is written, null as an empty text. */
  static List<String> texts(JsonParser parser) throws IOException {
    List<String> texts = new ArrayList<>();
    elements(parser, value -> texts.add(text(value)));
    return texts;
  }

  /** A text or number as it is written; empty for anything else. */
  static String text(JsonParser parser) throws IOException {
    if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
      return parser.getText();
    }
    parser.skipChildren();
    return "";
  }
}
