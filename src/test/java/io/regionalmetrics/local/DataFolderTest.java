package io.regionalmetrics.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path folder;

  @Test
  void secondUserOfAFolderUsesTheDatabaseOfTheFirst() throws IOException {
    try (DataFolder first = DataFolder.open(folder)) {
      first.share();
      try (DataFolder second = DataFolder.open(folder)) {
        assertThat(first.isOwn()).isTrue();
        assertThat(second.isOwn()).isFalse();
        assertThat(second.address()).isEqualTo(first.address());
      }
    }
  }

  @Test
  void stalePortFileIsIgnored() throws IOException {
    Files.writeString(folder.resolve("port"), "1\n");
    try (DataFolder opened = DataFolder.open(folder)) {
      assertThat(opened.isOwn()).isTrue();
    }
  }

  @Test
  void dataIsKeptAfterClosing() throws IOException {
    Template template = Template.read(Template.FILE);
    try (LocalInstance instance = LocalInstance.open(folder, template)) {
      assertThat(instance.isEmpty()).isTrue();
      instance.load();
    }
    try (LocalInstance instance = LocalInstance.open(folder, template)) {
      assertThat(instance.isEmpty()).isFalse();
    }
  }

  @Test
  void folderThatCannotBeCreatedIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(Mistake.class)
        .hasMessageContaining(file.toString());
  }
}
