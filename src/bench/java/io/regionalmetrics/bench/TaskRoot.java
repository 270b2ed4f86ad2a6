package io.regionalmetrics.bench;

import io.regionalmetrics.bench.bare.BareHandler;
import io.regionalmetrics.bench.bare.BareHandlerSameClient;
import io.regionalmetrics.function.CompareFunction;
import io.regionalmetrics.function.DynamoDb;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A function's package, unpacked as in Lambda: classes in the folder itself, jars in {@code lib}.
 *
 * @param folder its path
 * @param handler the name of the handler's class
 */
record TaskRoot(Path folder, String handler) {
  private static final Path FOLDER = Path.of("target", "cold").toAbsolutePath();

  /** The project's own package, with the function for comparisons. */
  static TaskRoot own() throws IOException {
    Path folder = empty("own");
    copy(Path.of("target", "classes"), folder);
    jars(folder, jar -> true);
    return new TaskRoot(folder, CompareFunction.class.getName());
  }

  /** The bare function with the SDK's default client. */
  static TaskRoot bare() throws IOException {
    return bare("bare", BareHandler.class);
  }

  /** The bare function with the client of the project's functions. */
  static TaskRoot bareSameClient() throws IOException {
    return bare("bare-same-client", BareHandlerSameClient.class);
  }

  private static TaskRoot bare(String name, Class<? extends BareHandler> handler)
      throws IOException {
    Path folder = empty(name);
    copyPackage(BareHandler.class, folder, "");
    copyPackage(DynamoDb.class, folder, DynamoDb.class.getSimpleName());
    jars(
        folder, jar -> PackageSize.isSdk(jar) || jar.toString().matches(".*slf4j-nop-[^/]*\\.jar"));
    return new TaskRoot(folder, handler.getName());
  }

  private static Path empty(String name) throws IOException {
    Path folder = FOLDER.resolve(name);
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  private static void jars(Path folder, Predicate<Path> which) throws IOException {
    Path lib = Files.createDirectories(folder.resolve("lib"));
    for (Path jar : PackageSize.jars().stream().filter(which).toList()) {
      Files.copy(jar, lib.resolve(jar.getFileName()));
    }
  }

  /** Copies the classes of a package whose names start with a prefix. */
  private static void copyPackage(Class<?> one, Path folder, String prefix) throws IOException {
    Path inside = Path.of(one.getPackageName().replace('.', '/'));
    Path to = Files.createDirectories(folder.resolve(inside));
    for (Path file : files(classes(one).resolve(inside))) {
      if (file.getFileName().toString().startsWith(prefix)) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static Path classes(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("%s was not loaded from a folder".formatted(one), e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
