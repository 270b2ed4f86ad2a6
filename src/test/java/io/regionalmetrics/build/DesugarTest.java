package io.regionalmetrics.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesugarTest {
  private static final Path MAIN = Path.of("target", "classes");
  private static final Path TESTS = Path.of("target", "test-classes");

  /** Joins texts; the compiler writes that out itself where it is told to. */
  private static final String JOINING = "StringConcatFactory";

  @Test
  void nothingIsLeftForAColdStartToMake() throws IOException {
    List<Path> classes = classes(MAIN);

    assertThat(classes).hasSizeGreaterThan(300);
    assertThat(classes).allSatisfy(file -> assertThat(madeWhenRun(file)).isEmpty());
  }

  @Test
  void whatIsWrittenOutDoesWhatWasLeftToBeMade(@TempDir Path folder) throws Exception {
    Path inside = Files.createDirectories(folder.resolve("io/regionalmetrics/build"));
    for (Path file : classes(TESTS.resolve("io/regionalmetrics/build"))) {
      if (file.getFileName().toString().startsWith("Sugar")) {
        Files.copy(file, inside.resolve(file.getFileName()));
      }
    }
    assertThat(classes(folder))
        .anySatisfy(file ->
            assertThat(madeWhenRun(file))
                .contains("LambdaMetafactory", "SwitchBootstraps", JOINING))
        .anySatisfy(file -> assertThat(madeWhenRun(file)).contains("ObjectMethods"));

    desugar(folder);
    desugar(folder); // A second time there is nothing to do.

    assertThat(classes(folder))
        .allSatisfy(file -> assertThat(madeWhenRun(file)).allMatch(JOINING::equals));
    assertThat(results(folder)).isEqualTo(new Sugar().get()).hasSizeGreaterThan(40);
  }

  private static void desugar(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "src/build/java/Desugar.java",
                folder.toString(),
                System.getProperty("java.class.path"))
            .redirectErrorStream(true)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes())).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  @SuppressWarnings("unchecked")
  private static List<String> results(Path folder) throws Exception {
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Class<?> sugar = loader.loadClass(Sugar.class.getName());
      return ((Supplier<List<String>>) sugar.getConstructor().newInstance()).get();
    }
  }

  private static List<Path> classes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  /** The factories of what a class leaves to be made. */
  private static List<String> madeWhenRun(Path file) throws IOException {
    return ClassFile.of().parse(file).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(element -> element instanceof InvokeDynamicInstruction)
        .map(call -> ((InvokeDynamicInstruction) call).bootstrapMethod().owner().displayName())
        .toList();
  }
}
