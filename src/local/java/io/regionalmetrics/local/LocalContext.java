package io.regionalmetrics.local;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The context of one invocation, which starts when this object is created. */
public final class LocalContext implements Context {
  private final Template.Function function;
  private final String requestId = UUID.randomUUID().toString();
  private final long start = System.nanoTime();

  /** The context of an invocation of a function. */
  public LocalContext(Template.Function function) {
    this.function = function;
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + function.name();
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return function.name();
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:local:123456789012:function:" + function.name();
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  /** The time left of the function's timeout. Unlike Lambda, nothing stops the function at 0. */
  @Override
  public int getRemainingTimeInMillis() {
    long spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return (int) Math.max(0, function.timeout().toMillis() - spent);
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.memory();
  }

  @Override
  public LambdaLogger getLogger() {
    return new StandardError();
  }

  private static final class StandardError implements LambdaLogger {
    @Override
    public void log(String message) {
      System.err.println(message.stripTrailing());
    }

    @Override
    public void log(byte[] message) {
      log(new String(message, StandardCharsets.UTF_8));
    }
  }
}
