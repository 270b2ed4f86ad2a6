package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.UnreadableFiling;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParser;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonToken;
import software.amazon.awssdk.thirdparty.jackson.core.StreamReadConstraints;

/** Reads the SEC's JSON token by token, so that what isn't asked for takes no memory. */
final class JsonReader {
  private static final int MOST_ELEMENTS = 200_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxNumberLength(100)
                  .maxStringLength(1_000_000)
                  .maxDocumentLength(100_000_000)
                  .build())
          .build();

  private JsonReader() {}

  /** What is to be done with a member of an object. */
  interface Member {
    /** Reads the value that the parser stands at, to its end. */
    void read(String name, JsonParser value) throws IOException;
  }

  /** What is to be done with an element of a list. */
  interface Element {
    /** Reads the value that the parser stands at, to its end. */
    void read(JsonParser value) throws IOException;
  }

  /**
   * Reads a whole text, which must be one object.
   *
   * @param what it should be, for the refusal
   * @throws UnreadableFiling where it isn't
   */
  static void object(InputStream bytes, String what, Member member) throws IOException {
    try (JsonParser parser = JSON.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableFiling("%s is not a JSON object".formatted(what));
      }
      members(parser, member);
    } catch (JsonProcessingException e) {
      throw new UnreadableFiling(
          "%s is not JSON, or ends in the middle: %s, at line %s, column %s"
              .formatted(
                  what,
                  e.getOriginalMessage(),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr()));
    } catch (CharConversionException e) {
      throw new UnreadableFiling("%s is not UTF-8".formatted(what));
    }
  }

  /** Reads an object's members; nothing where the value is none. */
  static void members(JsonParser parser, Member member) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      member.read(name, parser);
    }
  }

  /** Reads a list's elements; nothing where the value is none. */
  static void elements(JsonParser parser, Element element) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (++count > MOST_ELEMENTS) {
        throw new UnreadableFiling(
            "a list has more than the %s elements that are taken".formatted(MOST_ELEMENTS));
      }
      element.read(parser);
    }
  }

  /** A list of texts; numbers are as they are written, null is empty. */
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
