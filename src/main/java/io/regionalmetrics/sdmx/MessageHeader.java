package io.regionalmetrics.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The header of a message. It is the same for the same query on the same day, so that caches see
 * whether anything has changed: a message counts as prepared when its day began.
 *
 * @param id identifies the message
 * @param day the day (UTC) as of which it is prepared
 */
record MessageHeader(String id, LocalDate day) {
  private static final String SENDER = "Regional Metrics";

  /** The header of the answer to a request. */
  static MessageHeader of(HttpRequest request, LocalDate day) {
    String name = request.path() + "?" + request.query() + "@" + day;
    return new MessageHeader(
        "M-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), day);
  }

  private String prepared() {
    return day + "T00:00:00Z";
  }

  /** Writes it as the member {@code meta} of a message. */
  void write(JsonGenerator json, String schema) throws IOException {
    json.writeObjectFieldStart("meta");
    json.writeStringField("schema", schema);
    json.writeStringField("id", id);
    json.writeBooleanField("test", false);
    json.writeStringField("prepared", prepared());
    json.writeArrayFieldStart("contentLanguages");
    json.writeString("en");
    json.writeEndArray();
    json.writeObjectFieldStart("sender");
    json.writeStringField("id", ArtefactType.AGENCY);
    json.writeStringField("name", SENDER);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Writes it as the header of an SDMX-ML message. */
  void write(XmlText xml) {
    xml.open("mes:Header");
    xml.text("mes:ID", id);
    xml.text("mes:Test", "false");
    xml.text("mes:Prepared", prepared());
    xml.open("mes:Sender", "id", ArtefactType.AGENCY);
    xml.text("com:Name", SENDER);
    xml.close();
    xml.close();
  }
}
