package io.regionalmetrics.sdmx;

import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.List;

/**
 * An error in the words of SDMX.
 *
 * @param status the status of HTTP
 * @param code the standard code of SDMX
 * @param title the standard words for the code
 * @param detail what is wrong, and what would be right
 */
record SdmxError(int status, int code, String title, String detail) {

  /** The error for a refusal. {@link Reason#UNSUPPORTED} is what SDMX allows but isn't offered. */
  static SdmxError of(Refusal refusal) {
    String detail = refusal.message();
    return switch (refusal.reason()) {
      case UNKNOWN -> new SdmxError(404, 100, "No results found", detail);
      case TOO_LARGE -> new SdmxError(413, 130, "Response too large due to client request", detail);
      case MALFORMED -> new SdmxError(400, 140, "Syntax error", detail);
      case SENSELESS, CONTRADICTION -> new SdmxError(422, 150, "Semantic error", detail);
      case UNSUPPORTED -> new SdmxError(501, 501, "Not implemented", detail);
    };
  }

  /** The error if none of the formats that a client accepts is offered. */
  static SdmxError notAcceptable(String detail) {
    return new SdmxError(406, 140, "Not acceptable", detail);
  }

  /** Refuses what SDMX allows but this service doesn't offer. */
  static Refusal notImplemented(String name, String why) {
    return Refusal.of(Reason.UNSUPPORTED, name, "not implemented: " + why);
  }

  /** The response with this error. */
  HttpResponse in(SdmxFormat format) {
    return HttpResponse.of(status, format.errorType(), format.isXml() ? xml() : json())
        .with("cache-control", "no-store");
  }

  private String xml() {
    XmlText xml = new XmlText();
    xml.open("mes:Error", XmlText.MESSAGE_NAMESPACES);
    xml.open("mes:ErrorMessage", "code", Integer.toString(code));
    xml.text("com:Text", title + ": " + detail);
    return xml.closeAll();
  }

  private String json() {
    return Json.object(message ->
        Json.objects(
            message,
            "errors",
            List.of(this),
            error -> {
              message.writeNumberField("code", error.code);
              message.writeStringField("title", error.title);
              message.writeStringField("detail", error.detail);
            }));
  }
}
