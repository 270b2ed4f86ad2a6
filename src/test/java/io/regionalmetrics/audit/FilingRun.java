package io.regionalmetrics.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.RefreshRunner;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.local.DynamoDbLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A run of the feed {@code sec-filings}, in this process or in one of its own.
 *
 * @param database the address of DynamoDB
 * @param table the name of the table
 * @param event the event that configures the feed
 */
public record FilingRun(URI database, String table, String event) {
  /** How many arguments a process of its own is given. */
  public static final int ARGUMENTS = 3;

  /** The run that the arguments of a process describe. */
  public static FilingRun of(String[] arguments) {
    return new FilingRun(URI.create(arguments[0]), arguments[1], arguments[2]);
  }

  /** Reads the filings; returns the state of the feed. */
  public JsonNode read() {
    return RefreshRunner.run(
        new Wiring(
            DynamoDbLocal.client(database),
            table,
            Service.TODAY,
            AuditedService.CONTACT,
            Wiring.s3("")),
        event);
  }

  /**
   * Starts a process of its own that reads the filings.
   *
   * @param main a class whose main method reads the {@linkplain #of described run}
   */
  Process start(Class<?> main) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              main.getName(),
              database.toString(),
              table,
              event)
          .inheritIO()
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
