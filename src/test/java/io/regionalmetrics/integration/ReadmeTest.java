package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's commands work as described. */
class ReadmeTest {
  private static final String README = Service.file("README.md");

  private static List<String> found(String pattern) {
    return Pattern.compile(pattern)
        .matcher(README)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  @Test
  void exampleDocumentIsStored() {
    List<String> documents = found("curl -H 'content-type: application/json' -d @(\\S+) ");
    assertThat(documents).hasSize(1);
    try (Service service = Service.withArticle()) {
      Service.Reply reply = service.post(Service.file(documents.getFirst())).expectStatus(200);
      assertThat(reply.at("/added").asInt()).isEqualTo(6);
      service
          .get(
              "/v1/comparisons/contribution?company=acme&metric=revenue&region=DE,FR&period=2026-Q3")
          .expectStatus(200);
    }
  }

  @Test
  void everyFileItLinksToExists() {
    for (String file : found("\\]\\(([^)#:]+)[^)]*\\)")) {
      assertThat(Path.of(file)).exists();
    }
  }
}
