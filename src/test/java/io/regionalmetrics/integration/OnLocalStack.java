package io.regionalmetrics.integration;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Runs the tests of a class against DynamoDB in LocalStack instead of DynamoDB Local. This needs a
 * Docker engine that has or can pull the image; otherwise the class is skipped with a message.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnLocalStack.Extension.class)
@interface OnLocalStack {

  /** Starts LocalStack once for all classes. */
  final class Extension implements ExecutionCondition, BeforeAllCallback {
    private static final String IMAGE = "localstack/localstack:4.14.0";

    /** LocalStack's address. */
    static URI endpoint() {
      return Started.CONTAINER.getEndpoint();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Check.WHY_NOT.isEmpty()
          ? ConditionEvaluationResult.enabled("LocalStack can be started")
          : ConditionEvaluationResult.disabled(Check.WHY_NOT);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
      LocalDynamoDb.use(Started.CONTAINER.getEndpoint());
    }

    /** Evaluated once, so that a test run reports once what it skips. */
    private static final class Check {
      static final String WHY_NOT = check();

      private static String check() {
        String why = whyNot();
        if (!why.isEmpty()) {
          System.out.println("The LocalStack suite is left out: " + why);
        }
        return why;
      }

      private static String whyNot() {
        if (!runs(10, "docker", "version")) {
          return "no Docker engine answers";
        }
        if (!there()) {
          return "the Docker engine neither has nor can pull " + IMAGE;
        }
        return started();
      }

      /**
       * Where containers must run, as in CI, one that doesn't start is an error; elsewhere it is a
       * reason to leave out.
       */
      private static String started() {
        try {
          return Started.CONTAINER.isRunning() ? "" : IMAGE + " doesn't stay up";
        } catch (ExceptionInInitializerError e) {
          if (Boolean.getBoolean("docker.required")) {
            throw e;
          }
          return "%s doesn't start: %s".formatted(IMAGE, e.getCause());
        }
      }

      private static boolean there() {
        return runs(10, "docker", "image", "inspect", IMAGE)
            || runs(300, "docker", "pull", "--quiet", IMAGE);
      }

      private static boolean runs(int seconds, String... command) {
        try {
          Process process =
              new ProcessBuilder(command)
                  .redirectOutput(Redirect.DISCARD)
                  .redirectError(Redirect.DISCARD)
                  .start();
          boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
          process.destroy();
          return ended && process.exitValue() == 0;
        } catch (IOException e) {
          return false;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }

    private static final class Started {
      static final LocalStackContainer CONTAINER = start();

      private static LocalStackContainer start() {
        LocalStackContainer container =
            new LocalStackContainer(DockerImageName.parse(IMAGE))
                .withServices("dynamodb", "s3", "sqs", "scheduler", "cloudformation", "kms");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        LocalDynamoDb.await(container.getEndpoint());
        return container;
      }
    }
  }
}
