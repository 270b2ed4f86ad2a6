package io.regionalmetrics.integration;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Enforces the roles of the template as IAM does: refuses an action that the calling function's
 * role doesn't allow. Also records the actions of each function, so that {@link LeastPrivilegeIT}
 * can find permissions that no function uses. Calls from tests, outside any function, always pass.
 */
final class RoleGuard implements ExecutionInterceptor {
  /** One file for each function, with one action on each line. */
  private static final Path SEEN = Path.of("target", "actions");

  private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

  private final Map<String, List<String>> allowed;

  private RoleGuard(Map<String, List<String>> allowed) {
    this.allowed = allowed;
  }

  /** Enforces the roles of a template's functions. */
  static RoleGuard of(Template template) {
    return new RoleGuard(
        template.functions().values().stream()
            .collect(Collectors.toMap(Template.Function::handler, Template.Function::actions)));
  }

  /**
   * The actions of a function in all tests since the last clean build.
   *
   * @param handler the name of the function's class
   */
  static Set<String> seen(String handler) throws IOException {
    Path file = SEEN.resolve(handler);
    return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String action = "dynamodb:" + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    caller().ifPresent(handler -> check(handler, action));
  }

  /** The function that makes the current call. */
  private static Optional<String> caller() {
    return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
        .walk(frames ->
            frames
                .map(StackWalker.StackFrame::getDeclaringClass)
                .filter(RequestStreamHandler.class::isAssignableFrom)
                .map(Class::getName)
                .findFirst());
  }

  private void check(String handler, String action) {
    if (!allowed.get(handler).contains(action)) {
      throw DynamoDbException.builder()
          .statusCode(400)
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .errorCode("AccessDeniedException")
                  .errorMessage("the role of %s has no %s".formatted(handler, action))
                  .build())
          .build();
    }
    if (NOTED.add(handler + action)) {
      note(handler, action);
    }
  }

  private static void note(String handler, String action) {
    try {
      Files.createDirectories(SEEN);
      Files.writeString(
          SEEN.resolve(handler),
          action + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
