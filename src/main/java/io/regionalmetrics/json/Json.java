package io.regionalmetrics.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonGenerator;
import software.amazon.awssdk.thirdparty.jackson.core.StreamWriteFeature;

/** Writes JSON. */
public final class Json {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private Json() {}

  /** Writes the members of an object. */
  public interface Members {
    /** Writes them. */
    void write(JsonGenerator json) throws IOException;
  }

  /** An object, as text. */
  public static String object(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A number in plain notation, without zeros that say nothing. */
  public static void number(JsonGenerator json, String name, BigDecimal number) throws IOException {
    json.writeNumberField(name, number.scale() > 0 ? number.stripTrailingZeros() : number);
  }

  /** A list of texts. */
  public static void texts(JsonGenerator json, String name, Collection<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
