package io.regionalmetrics.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** Writes JSON. */
public final class Json {
  /** Also reads the platform's events, so that a cold start sets up only one factory. */
  static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private Json() {}

  /** Writes the members of an object. */
  public interface Members {
    /** Writes them to a generator that is inside the object. */
    void write(JsonGenerator json) throws IOException;
  }

  /** Writes the members of the object that stands for a thing. */
  public interface MembersOf<T> {
    /** Writes them to a generator that is inside the object. */
    void write(T thing) throws IOException;
  }

  /** A generator that writes UTF-8; closing it closes {@code out}. */
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  /** A generator that writes text; closing it closes {@code out}. */
  public static JsonGenerator generator(Writer out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  /** Returns an object as text. */
  public static String object(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = generator(text)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A text as JSON, in quotes. */
  public static String text(String text) {
    StringWriter written = new StringWriter();
    try (JsonGenerator json = generator(written)) {
      json.writeString(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written.toString();
  }

  /** Writes a number in plain notation, without trailing zeros after the point. */
  public static void number(JsonGenerator json, String name, BigDecimal number) throws IOException {
    json.writeNumberField(name, number.scale() > 0 ? number.stripTrailingZeros() : number);
  }

  /** Writes a list of objects, one for each thing. */
  public static <T> void objects(
      JsonGenerator json, String name, Collection<T> things, MembersOf<T> members)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T thing : things) {
      json.writeStartObject();
      members.write(thing);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes a list of objects, unless it would be empty. */
  public static <T> void objectsIfAny(
      JsonGenerator json, String name, Collection<T> things, MembersOf<T> members)
      throws IOException {
    if (!things.isEmpty()) {
      objects(json, name, things, members);
    }
  }

  /** Writes a text, if there is one. */
  public static void textIfPresent(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  /** Writes a list of texts, unless it is empty. */
  public static void textsIfAny(JsonGenerator json, String name, Collection<String> texts)
      throws IOException {
    if (!texts.isEmpty()) {
      texts(json, name, texts);
    }
  }

  /** Writes a list of texts. */
  public static void texts(JsonGenerator json, String name, Collection<String> texts)
      throws IOException {
    json.writeFieldName(name);
    json.writeArray(texts.toArray(String[]::new), 0, texts.size());
  }
}
