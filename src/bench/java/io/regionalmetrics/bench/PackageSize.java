package io.regionalmetrics.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The size of a function's package, in bytes.
 *
 * @param classes the project's own classes, zipped
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
    try {
      List<Path> jars = jars();
      return Optional.of(
          new PackageSize(
              zipped(CLASSES), sum(jars, PackageSize::isSdk), sum(jars, jar -> !isSdk(jar))));
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

  private static long sum(List<Path> jars, Predicate<Path> which) throws IOException {
    long sum = 0;
    for (Path jar : jars) {
      sum += which.test(jar) ? Files.size(jar) : 0;
    }
    return sum;
  }

  private static long zipped(Path folder) throws IOException {
    Counter counter = new Counter();
    try (ZipOutputStream zip = new ZipOutputStream(counter);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
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
