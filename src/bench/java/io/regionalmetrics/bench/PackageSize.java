package io.regionalmetrics.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The size of a function's package, in bytes: a zip file of the project's classes and of the jars
 * as they are, as {@code sam deploy} uploads it.
 *
 * @param classes the project's own classes
 * @param sdk the jars of the AWS SDK and those that it requires
 * @param others all other jars
 */
record PackageSize(long classes, long sdk, long others) {
  /** The class path of the deployed functions, written by the build. */
  static final Path CLASS_PATH = Path.of("target", "runtime.classpath");

  private static final Path CLASSES = Path.of("target", "classes");
  private static final Pattern SEPARATOR = Pattern.compile("[\n\r" + File.pathSeparator + "]+");

  /** The folders of the SDK's jars, and of those that it requires, in a Maven repository. */
  private static final List<Path> SDK =
      List.of(
          Path.of("software", "amazon", "awssdk"),
          Path.of("org", "reactivestreams", "reactive-streams"),
          Path.of("org", "slf4j", "slf4j-api"));

  /** Measures the package in the folder {@code target}; empty if the class path is missing. */
  static Optional<PackageSize> measure() {
    if (!Files.exists(CLASS_PATH)) {
      return Optional.empty();
    }
    try (Stream<Path> classes = Files.walk(CLASSES)) {
      return Optional.of(
          new PackageSize(
              zipped(classes.filter(Files::isRegularFile).sorted().toList()),
              zipped(jars().stream().filter(PackageSize::isSdk).toList()),
              zipped(jars().stream().filter(jar -> !isSdk(jar)).toList())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The deployed jars. */
  static List<Path> jars() throws IOException {
    return SEPARATOR
        .splitAsStream(Files.readString(CLASS_PATH))
        .filter(path -> path.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }

  /** The size of the whole package. */
  long all() {
    return classes + sdk + others;
  }

  /** Whether a jar belongs to the AWS SDK or is required by it. */
  static boolean isSdk(Path jar) {
    return SDK.stream()
        .anyMatch(folder -> jar.toString().contains(folder.toString() + File.separator));
  }

  private static long zipped(List<Path> files) throws IOException {
    Counter counter = new Counter();
    try (ZipOutputStream zip = new ZipOutputStream(counter)) {
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(file.toString()));
        Files.copy(file, zip);
      }
    }
    return counter.bytes;
  }

  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int length) {
      bytes += length;
    }
  }
}
