package io.regionalmetrics.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what is in use when the process ends, however it is told to: the last opened first. */
final class Shutdown {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  Shutdown() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
  }

  /** Closes this too. */
  synchronized <T extends AutoCloseable> T closes(T resource) {
    open.push(resource);
    return resource;
  }

  private synchronized void close() {
    for (AutoCloseable resource : open) {
      try {
        resource.close();
      } catch (Exception e) {
        System.err.println("Regional Metrics doesn't stop cleanly: " + e);
      }
    }
  }
}
