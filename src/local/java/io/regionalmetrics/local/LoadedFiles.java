package io.regionalmetrics.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Which files of {@code events/} were loaded into a data folder. A list in the folder keeps them,
 * one a line: the SHA-256 and the name. A file that has changed since is another one. Threads may
 * share it.
 */
final class LoadedFiles {
  private final Path list;
  private final Set<String> lines;

  private LoadedFiles(Path list, Set<String> lines) {
    this.list = list;
    this.lines = lines;
  }

  /** Reads a list; it is empty if there is none. */
  static LoadedFiles read(Path list) throws IOException {
    try {
      return new LoadedFiles(list, new HashSet<>(Files.readAllLines(list)));
    } catch (NoSuchFileException e) {
      return new LoadedFiles(list, new HashSet<>());
    }
  }

  /** Whether a file has not been loaded as it is now. */
  synchronized boolean isNew(Path file) throws IOException {
    return !lines.contains(line(file));
  }

  /** Notes that a file has been loaded. */
  synchronized void add(Path file) throws IOException {
    String line = line(file);
    lines.add(line);
    Files.write(list, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String line(Path file) throws IOException {
    return "%s %s".formatted(sha256(Files.readAllBytes(file)), file.getFileName());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
