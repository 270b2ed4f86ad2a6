package io.regionalmetrics.bench;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One invocation of a function, as Lambda would make it. */
final class Invocation implements Context {
  private static final Context CONTEXT = new Invocation();

  private Invocation() {}

  /** Asks a function; gives its response whatever that says. */
  static byte[] of(RequestStreamHandler function, Question question) {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    try {
      function.handleRequest(question.event(), response, CONTEXT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response.toByteArray();
  }

  /**
   * Asks a function once, so that nobody measures a refusal.
   *
   * @throws IllegalStateException where the answer isn't one, or where a figure is missing from it
   */
  static void check(RequestStreamHandler function, Question question) {
    String response = new String(of(function, question), StandardCharsets.UTF_8);
    if (!response.contains("\"statusCode\":200") || response.contains("missing")) {
      throw new IllegalStateException("not the answer that is to be measured: " + response);
    }
  }

  @Override
  public String getAwsRequestId() {
    return "benchmark";
  }

  @Override
  public String getLogGroupName() {
    return "benchmark";
  }

  @Override
  public String getLogStreamName() {
    return "benchmark";
  }

  @Override
  public String getFunctionName() {
    return "benchmark";
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:local:123456789012:function:benchmark";
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return 10_000;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        System.err.println(message.stripTrailing());
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
