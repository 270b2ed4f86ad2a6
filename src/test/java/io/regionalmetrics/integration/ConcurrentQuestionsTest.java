package io.regionalmetrics.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Concurrent questions, as a page sends them to the local service. */
class ConcurrentQuestionsTest {
  private static final String GROWTH =
      "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=";
  private static final int TIMES = 300;

  /** {@code latest} reloads the definitions while the other question uses the cached ones. */
  @Test
  void reloadingDefinitionsDisturbsNoOtherQuestion()
      throws InterruptedException, ExecutionException {
    try (Service service = Service.withArticle();
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<?>> asked = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        asked.add(threads.submit(() -> service.get(GROWTH + "latest").expectStatus(200)));
        asked.add(threads.submit(() -> service.get(GROWTH + "2017-Q4").expectStatus(200)));
      }
      for (Future<?> one : asked) {
        one.get();
      }
    }
  }
}
