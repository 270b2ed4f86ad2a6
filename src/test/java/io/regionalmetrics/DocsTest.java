package io.regionalmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for developers and operators name what there is. */
class DocsTest {
  private static final Path MAIN = Path.of("src/main/java/io/regionalmetrics");
  private static final Path ARCHITECTURE = Path.of("docs/architecture.md");

  static List<Path> pages() throws IOException {
    List<Path> pages =
        new ArrayList<>(
            List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
    try (Stream<Path> files = Files.walk(Path.of("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }

  private static List<String> found(Path page, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFile(Path page) throws IOException {
    for (String link : found(page, "\\]\\(([^)#:]+)(?:#[^)]*)?\\)")) {
      assertThat(page.resolveSibling(link)).as("a link on %s", page).exists();
    }
  }

  /** Such as {@code `question.ReadPlan`}; {@code feed.NAME} stands for any name. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyClassNamedWithItsPackageExists(Path page) throws IOException {
    String packages = String.join("|", ArchitectureTest.BOTTOM_UP).replace(".", "\\.");
    for (String name : found(page, "`((?:%s)\\.[A-Z][a-z]\\w*)".formatted(packages))) {
      assertThat(MAIN.resolve(name.replace('.', '/') + ".java")).as(page.toString()).exists();
    }
  }

  @Test
  void architectureListsThePackagesInTheirOrder() throws IOException {
    String page = Files.readString(ARCHITECTURE);
    String table = page.substring(page.indexOf("| package |"), page.indexOf("`src/main/web`"));
    List<String> listed = new ArrayList<>();
    for (String line : table.lines().toList()) {
      String firstCell = line.replaceFirst("^\\|([^|]*)\\|.*", "$1");
      Pattern.compile("`([a-z.]+)`")
          .matcher(firstCell)
          .results()
          .forEach(name -> listed.add(name.group(1)));
    }
    assertThat(listed).isEqualTo(ArchitectureTest.BOTTOM_UP);
  }
}
