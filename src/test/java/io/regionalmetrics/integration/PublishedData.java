package io.regionalmetrics.integration;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Real figures as companies and authorities published them, cut to what the tests need: the files
 * of {@code src/test/resources/published}. The README there names their sources and terms.
 */
public final class PublishedData {
  private PublishedData() {}

  /**
   * The bytes of a file.
   *
   * @param file its path below the folder, such as {@code sec/nflx-20240331_htm.xml}
   */
  public static byte[] bytes(String file) {
    try (InputStream resource = PublishedData.class.getResourceAsStream("/published/" + file)) {
      if (resource == null) {
        throw new FileNotFoundException("src/test/resources/published/" + file);
      }
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a file, compressed with gzip as the SEC's server sends them. */
  public static byte[] gzipped(String file) {
    return FileServer.gzip(bytes(file));
  }

  /** The lines of a UTF-8 file. */
  public static List<String> lines(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8).lines().toList();
  }
}
