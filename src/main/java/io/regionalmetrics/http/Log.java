package io.regionalmetrics.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.regionalmetrics.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes the functions' log: a JSON object per line, with the members that Lambda's own log lines
 * have. Lines are written as bytes, because Lambda wraps a text in another JSON object.
 */
public final class Log {
  /** Tells CloudWatch which metric to make of a line. */
  private static final String METRIC_DIRECTIVE =
      """
      [{"Namespace":"RegionalMetrics","Dimensions":[["Function","Feed"]],\
      "Metrics":[{"Name":"Refreshed","Unit":"Count"}]}]\
      """;

  private Log() {}

  /**
   * Logs an exception with its stack trace.
   *
   * @param level {@code ERROR} if this service is at fault, {@code WARN} if another one failed
   */
  static void fault(Context context, LogLevel level, Instant now, Exception e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    write(
        context.getLogger(),
        level,
        Json.object(json -> {
          json.writeStringField("timestamp", now.toString());
          json.writeStringField("level", level.name());
          json.writeStringField("AWSRequestId", context.getAwsRequestId());
          json.writeStringField("message", String.valueOf(e.getMessage()));
          json.writeStringField("trace", trace.toString());
        }));
  }

  /** Logs why a function wasn't primed for its snapshot; only its first answer is slower then. */
  public static void unprimed(LambdaLogger logger, Instant now, RuntimeException e) {
    write(
        logger,
        LogLevel.WARN,
        Json.object(json -> {
          json.writeStringField("timestamp", now.toString());
          json.writeStringField("level", LogLevel.WARN.name());
          json.writeStringField("message", "not primed: " + e);
        }));
  }

  /**
   * Logs that a feed was refreshed. CloudWatch makes the metric {@code Refreshed} of it, by
   * function and kind of feed (Embedded Metric Format); if it stays away, an alarm goes off.
   *
   * @param feed the kind of feed, such as {@code ecb-rates}
   * @param id the feed's id
   */
  public static void refreshed(Context context, String feed, String id, Instant now) {
    write(
        context.getLogger(),
        LogLevel.UNDEFINED, // A metric must not depend on the level of the log.
        Json.object(json -> {
          json.writeObjectFieldStart("_aws");
          json.writeNumberField("Timestamp", now.toEpochMilli());
          json.writeFieldName("CloudWatchMetrics");
          json.writeRawValue(METRIC_DIRECTIVE);
          json.writeEndObject();
          json.writeStringField("Function", context.getFunctionName());
          json.writeStringField("Feed", feed);
          json.writeStringField("id", id);
          json.writeNumberField("Refreshed", 1);
        }));
  }

  private static void write(LambdaLogger logger, LogLevel level, String line) {
    logger.log((line + "\n").getBytes(StandardCharsets.UTF_8), level);
  }
}
