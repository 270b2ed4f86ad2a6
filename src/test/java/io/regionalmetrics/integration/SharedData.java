package io.regionalmetrics.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Files as companies and authorities published them: real ones that lie beside the project and
 * aren't a part of it ({@code -Dshared.data=} says where).
 */
public final class SharedData {
  private static final Path FOLDER = Path.of(System.getProperty("shared.data", "../shared/data"));

  private SharedData() {}

  /** Skips the test, and says so, where a file isn't there. */
  public static void assumeThere(String file) {
    Assumptions.assumeTrue(
        Files.exists(FOLDER.resolve(file)), () -> "there is no " + FOLDER.resolve(file));
  }

  /** A file as it is. */
  public static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
