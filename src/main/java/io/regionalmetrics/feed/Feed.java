package io.regionalmetrics.feed;

import io.regionalmetrics.model.FeedState.Result;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Something that is fetched again and again, as its event says. */
public interface Feed {
  /** The key of its state. */
  String id();

  /** What kind of feed it is, as events say it. */
  String kind();

  /** What it gets, in words. */
  String of();

  /** What one run at a time may do: its own work, unless it shares a server's patience. */
  default String lease() {
    return id();
  }

  /** Where a path is on a host, or on what stands in for it, which may be a folder there. */
  static URI at(URI base, String path) {
    return URI.create(base + path);
  }

  /**
   * Fetches what is new and writes it. What was written before it fails stays; done again, it
   * changes nothing.
   *
   * @throws RuntimeException where it can't, and why
   */
  Outcome refresh(Run run);

  /**
   * What a run came to.
   *
   * @param memory what the next one needs to know
   * @param errors what it couldn't do, in words, while it did the rest; empty where it did all
   * @param faults of its own, for the log
   */
  record Outcome(
      Result result,
      Map<String, String> memory,
      List<String> errors,
      List<RuntimeException> faults) {
    /** A run that did all. */
    public Outcome(Result result, Map<String, String> memory) {
      this(result, memory, List.of(), List.of());
    }
  }
}
