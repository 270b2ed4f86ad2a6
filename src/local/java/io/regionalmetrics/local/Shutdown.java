package io.regionalmetrics.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes resources when the process ends, however it is stopped: the last opened first. */
final class Shutdown {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  Shutdown() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
  }

  /** Adds a resource to close. */
  synchronized <T extends AutoCloseable> T closes(T resource) {
    open.push(resource);
    return resource;
  }

  private synchronized void close() {
    for (AutoCloseable resource : open) {
      try {
        resource.close();
      } catch (Exception e) {
        System.err.println("Regional Metrics did not stop cleanly: " + e);
      }
    }
  }
}
