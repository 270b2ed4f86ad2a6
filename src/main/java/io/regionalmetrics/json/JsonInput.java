package io.regionalmetrics.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;

/** Reads JSON (RFC 8259) token by token. The limits depend on where the JSON comes from. */
public final class JsonInput {
  private JsonInput() {}

  /** Reads one member of an object. */
  public interface Member {
    /** Reads the value that the parser is at, up to its last token. */
    void read(String name, JsonParser value) throws IOException;
  }

  /** Reads one element of a list. */
  public interface Element {
    /** Reads the value that the parser is at, up to its last token. */
    void read(JsonParser value) throws IOException;
  }

  /** Set up when a document is first read, because most functions read none. */
  private static final class Documents {
    static final JsonFactory FACTORY =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(8).maxNumberLength(400).build())
            .build();
  }

  /** Set up when something is first downloaded. */
  private static final class Downloads {
    static final JsonFactory FACTORY =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(100)
                    .maxStringLength(1_000_000)
                    .maxDocumentLength(100_000_000)
                    .build())
            .build();
  }

  /** Set up when an assistant first sends a message. */
  private static final class Messages {
    static final JsonFactory FACTORY =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(100).build())
            .build();
  }

  /** Parses the platform's events, within Jackson's own limits. */
  public static JsonParser ofPlatform(InputStream json) throws IOException {
    return Json.FACTORY.createParser(json);
  }

  /**
   * Parses a document of observations: nested at most 8 deep, numbers of at most 400 characters, no
   * name twice in an object.
   */
  public static JsonParser ofDocument(String json) throws IOException {
    return Documents.FACTORY.createParser(json);
  }

  /**
   * Parses a message of another program: nested at most 32 deep, numbers of at most 100 characters,
   * no name twice in an object.
   */
  public static JsonParser ofMessage(byte[] json) throws IOException {
    return Messages.FACTORY.createParser(json);
  }

  /**
   * Parses a download from another server: at most 100 MB, nested at most 32 deep, numbers of at
   * most 100 characters and texts of at most a million.
   */
  public static JsonParser ofDownload(InputStream json) throws IOException {
    return Downloads.FACTORY.createParser(json);
  }

  /** Reads the members of the object that the parser is at; skips any other value. */
  public static void members(JsonParser parser, Member member) throws IOException {
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

  /** Reads the elements of the list that the parser is at; skips any other value. */
  public static void elements(JsonParser parser, Element element) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.read(parser);
    }
  }
}
