package io.regionalmetrics.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** The lines of a file in UTF-8. */
  public static List<String> lines(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8).lines().toList();
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
