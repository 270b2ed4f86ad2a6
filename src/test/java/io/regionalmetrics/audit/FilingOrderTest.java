package io.regionalmetrics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.audit.FilingFolder.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The order in which filings arrive, repetition and interruption change no answer. Another folder
 * of filings is tried with {@code -Dfilings=FOLDER}.
 */
class FilingOrderTest {
  private static final List<String> SEVERAL_FILINGS =
      List.of("0000200406", "0000320193", "0000021344", "0000077476", "0001288776", "0001045810");
  private static final FilingFolder FOLDER =
      FilingFolder.read(
              Path.of(System.getProperty("filings", "src/test/resources/published/sec/kinds")))
          .of(SEVERAL_FILINGS);
  private static final int ROUNDS = 3;

  private static String expected = "";

  @BeforeAll
  static void readOldestFirst() {
    try (AuditedService audited = AuditedService.fresh()) {
      audited.read(FOLDER);
      expected = audited.everything();
    }
    assertThat(expected).contains("\"period\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void orderOfArrivalChangesNothing(int seed) {
    List<Entry> entries = new ArrayList<>(FOLDER.entries());
    Collections.shuffle(entries, new Random(seed));
    try (AuditedService audited = AuditedService.fresh()) {
      for (int round = 1; round <= ROUNDS; round++) {
        audited.read(FOLDER.with(entries.subList(0, entries.size() * round / ROUNDS)));
      }
      assertThat(audited.everything()).isEqualTo(expected);
    }
  }

  @Test
  void newestFirstChangesNothing() {
    List<Entry> newest =
        FOLDER.entries().stream()
            .filter(entry -> FOLDER.entries().stream().noneMatch(other -> isLater(other, entry)))
            .toList();
    try (AuditedService audited = AuditedService.fresh()) {
      audited.read(FOLDER.with(newest));
      audited.read(FOLDER);
      assertThat(audited.everything()).isEqualTo(expected);
    }
  }

  private static boolean isLater(Entry other, Entry entry) {
    return other.cik().equals(entry.cik()) && other.filed().isAfter(entry.filed());
  }

  @Test
  void readingTwiceChangesNothing() {
    try (AuditedService audited = AuditedService.fresh()) {
      audited.read(FOLDER);
      audited.forgetFilings();
      audited.read(FOLDER);
      assertThat(audited.everything()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 31})
  void interruptionChangesNothing(int writes) {
    try (AuditedService audited = AuditedService.fresh()) {
      audited.readUntilBroken(FOLDER, writes);
      audited.read(FOLDER);
      assertThat(audited.everything()).isEqualTo(expected);
    }
  }
}
