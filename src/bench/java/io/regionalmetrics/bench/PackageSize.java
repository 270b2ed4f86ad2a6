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
 * How large a function's package is.
 *
 * @param classes bytes of the project's own classes, zipped
 * @param sdk bytes of the AWS SDK's jars and of those that it can't do without
 * @param others bytes of all other jars
 */
record PackageSize(long classes, long sdk, long others) {
  /** What Maven says is needed to run: it must have been asked before. */
  static final Path CLASS_PATH = Path.of("target", "runtime.classpath");

  private static final Path CLASSES = Path.of("target", "classes");
  private static final Pattern SEPARATOR = Pattern.compile("[\n\r" + File.pathSeparator + "]+");

  /** Folders of a Maven repository. */
  private static final List<Path> SDK =
      List.of(
          Path.of("software", "amazon", "awssdk"),
          Path.of("org", "reactivestreams", "reactive-streams"),
          Path.of("org", "slf4j", "slf4j-api"));

  /** The size by what there is in target; nothing where Maven wasn't asked. */
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

  /** The jars that are deployed. */
  static List<Path> jars() throws IOException {
    return SEPARATOR
        .splitAsStream(Files.readString(CLASS_PATH))
        .filter(path -> path.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }

  /** Bytes of everything. */
  long all() {
    return classes + sdk + others;
  }

  /** Whether it is the AWS SDK's, or one that the SDK can't do without. */
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
