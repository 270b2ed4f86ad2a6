package io.regionalmetrics.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.model.FeedState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What functions log: a JSON object a line, with the members that Lambda's own lines have. They go
 * out as bytes, which Lambda leaves as they are; a text it would wrap in one more object.
 */
public final class Log {
  /** Of the metrics that are made from lines. */
  private static final String NAMESPACE = "RegionalMetrics";

  private Log() {}

  /**
   * A fault, with its trace.
   *
   * @param level {@code ERROR} where it is this project's, {@code WARN} where others failed
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

  /** That a function wasn't primed for its snapshot, and why: its first answer is only slower. */
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
   * A feed's heartbeat, by its function and kind: CloudWatch makes the metric {@code Refreshed} of
   * it (Embedded Metric Format), whose absence raises an alarm.
   */
  public static void refreshed(Context context, FeedState state, Instant now) {
    write(
        context.getLogger(),
        LogLevel.UNDEFINED, // Whatever the level is: it is a metric.
        Json.object(json -> {
          json.writeObjectFieldStart("_aws");
          json.writeNumberField("Timestamp", now.toEpochMilli());
          json.writeArrayFieldStart("CloudWatchMetrics");
          json.writeStartObject();
          json.writeStringField("Namespace", NAMESPACE);
          json.writeArrayFieldStart("Dimensions");
          json.writeStartArray();
          json.writeString("Function");
          json.writeString("Feed");
          json.writeEndArray();
          json.writeEndArray();
          json.writeArrayFieldStart("Metrics");
          json.writeStartObject();
          json.writeStringField("Name", "Refreshed");
          json.writeStringField("Unit", "Count");
          json.writeEndObject();
          json.writeEndArray();
          json.writeEndObject();
          json.writeEndArray();
          json.writeEndObject();
          json.writeStringField("Function", context.getFunctionName());
          json.writeStringField("Feed", state.kind());
          json.writeStringField("id", state.id());
          json.writeNumberField("Refreshed", 1);
        }));
  }

  private static void write(LambdaLogger logger, LogLevel level, String line) {
    logger.log((line + "\n").getBytes(StandardCharsets.UTF_8), level);
  }
}
