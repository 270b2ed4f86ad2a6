package io.regionalmetrics.xbrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.regionalmetrics.store.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Reading stops when its time is over. */
class ReadingTimeTest {
  private static final Deadline FAR = Deadline.in(Duration.ofHours(1), InstantSource.system());
  private static final Deadline PASSED =
      new Deadline(InstantSource.system(), Instant.parse("2024-01-01T00:00:00Z"));

  private static String checked() {
    ReadingTime.check();
    return "read";
  }

  private static String afterAWait() {
    ReadingTime.waiting(() -> {
      sleep();
      return "";
    });
    return checked();
  }

  private static void sleep() {
    try {
      Thread.sleep(1_100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void readingThatTakesTooMuchTimeIsStopped() {
    assertThatExceptionOfType(ReadingTime.TimeOver.class)
        .isThrownBy(() -> ReadingTime.limit(Duration.ZERO, FAR, ReadingTimeTest::checked))
        .withMessageContaining("more than 0 seconds");
  }

  @Test
  void readingIsStoppedWhenTheRunIsOver() {
    assertThatExceptionOfType(ReadingTime.RunOver.class)
        .isThrownBy(() -> ReadingTime.limit(Duration.ofHours(1), PASSED, ReadingTimeTest::checked));
  }

  @Test
  void waitingForAServerTakesNoReadingTime() {
    assertThat(ReadingTime.limit(Duration.ofSeconds(1), FAR, ReadingTimeTest::afterAWait))
        .isEqualTo("read");
  }

  @Test
  void readingWithoutALimitIsNeverStopped() {
    assertThat(checked()).isEqualTo("read");
  }
}
