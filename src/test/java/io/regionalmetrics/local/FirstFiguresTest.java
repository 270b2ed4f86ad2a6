package io.regionalmetrics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstFiguresTest {
  private static final long MOST_BYTES = 1_500_000;

  @TempDir private Path folder;

  @Test
  void aFileIsLoadedOnceUnlessItChanges() throws IOException {
    Path list = folder.resolve("loaded");
    Path file = Files.writeString(folder.resolve("one.json"), "{}");
    LoadedFiles loaded = LoadedFiles.read(list);
    assertThat(loaded.isNew(file)).isTrue();
    loaded.add(file);
    assertThat(loaded.isNew(file)).isFalse();
    assertThat(LoadedFiles.read(list).isNew(file)).isFalse();
    Files.writeString(file, "{ }");
    assertThat(LoadedFiles.read(list).isNew(file)).isTrue();
  }

  @Test
  void whatIsInTheFolderAlreadyIsNotStoredAgain() throws IOException {
    Template template = Template.read(Template.FILE);
    try (LocalInstance instance = LocalInstance.open(folder, template)) {
      instance.load();
    }
    List<String> before = Files.readAllLines(folder.resolve("loaded"));
    assertThat(before)
        .hasSizeGreaterThan(20)
        .anyMatch(line -> line.endsWith(" eurofxref-hist.csv"));
    try (LocalInstance instance = LocalInstance.open(folder, template)) {
      instance.load();
    }
    assertThat(Files.readAllLines(folder.resolve("loaded"))).isEqualTo(before);
  }

  @Test
  void aDocumentThatContradictsTheFolderIsLeftOut() throws IOException {
    Template template = Template.read(Template.FILE);
    try (LocalInstance instance = LocalInstance.open(folder, template)) {
      byte[] event = Files.readAllBytes(Path.of("events/ingest-article.json"));
      String changed = new String(event, StandardCharsets.UTF_8).replace("106000000", "107000000");
      instance.functions().invoke("IngestFunction", changed.getBytes(StandardCharsets.UTF_8));
      instance.load();
      byte[] company = Files.readAllBytes(Path.of("events/catalog-company.json"));
      byte[] answer = instance.functions().invoke("CatalogFunction", company);
      assertThat(new String(answer, StandardCharsets.UTF_8)).contains("2021-Q3");
    }
  }

  @Test
  void sampleFiguresStaySmall() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("events/samples"))) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(MOST_BYTES);
    }
  }
}
