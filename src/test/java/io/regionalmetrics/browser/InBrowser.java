package io.regionalmetrics.browser;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the tests of a class if Chromium and its driver are installed. Otherwise the class is
 * skipped with a message, or fails if a browser is required ({@code -Dbrowser.required=true}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InBrowser.Condition.class)
@interface InBrowser {

  /** Looks for both on the PATH. */
  final class Condition implements ExecutionCondition {
    static final Optional<Path> BROWSER = find("chromium", "chromium-browser", "google-chrome");
    static final Optional<Path> DRIVER = find("chromedriver");

    private static Optional<Path> find(String... names) {
      List<String> folders =
          Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
      return Arrays.stream(names)
          .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
          .filter(Files::isExecutable)
          .findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Check.WHY_NOT.isEmpty()
          ? ConditionEvaluationResult.enabled("there is a browser")
          : ConditionEvaluationResult.disabled(Check.WHY_NOT);
    }

    /** Evaluated once, so that a test run reports once what it skips. */
    private static final class Check {
      static final String WHY_NOT = check();

      private static String check() {
        if (BROWSER.isPresent() && DRIVER.isPresent()) {
          return "";
        }
        String why = BROWSER.isEmpty() ? "there is no Chromium" : "there is no chromedriver";
        if (Boolean.getBoolean("browser.required")) {
          throw new IllegalStateException("A browser is required, and " + why);
        }
        System.out.println("The browser tests are skipped: " + why);
        return why;
      }
    }
  }
}
