package io.regionalmetrics.xbrl;

import io.regionalmetrics.store.Deadline;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The time that reading one filing may take. Loops over what a filing holds call {@link #check} in
 * each round, so that reading stops in time whatever the filing holds.
 *
 * <p>The time belongs to the thread that reads. Code that reads outside of {@link #limit} is never
 * stopped.
 */
public final class ReadingTime {
  private static final ScopedValue<ReadingTime> CURRENT = ScopedValue.newInstance();

  private final Duration most;
  private final Deadline deadline;
  private final long begun = System.nanoTime();
  private long waited;

  private ReadingTime(Duration most, Deadline deadline) {
    this.most = most;
    this.deadline = deadline;
  }

  /** Reading took more time than a filing may take. */
  public static final class TimeOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    private TimeOver(Duration most) {
      super(
          "reading it takes more than %s seconds, the most that a filing may take"
              .formatted(most.toSeconds()));
    }
  }

  /** The run has no time left. The filing may take more time in another run. */
  public static final class RunOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    private RunOver() {
      super("the run has no time left");
    }
  }

  /**
   * Reads something in a limited time.
   *
   * @param most the time that reading may take, without {@linkplain #waiting waiting}
   * @param deadline when reading must end in any case
   * @throws TimeOver if it takes more time
   * @throws RunOver if the deadline passes
   */
  public static <T> T limit(Duration most, Deadline deadline, Supplier<T> reading) {
    return ScopedValue.where(CURRENT, new ReadingTime(most, deadline)).call(reading::get);
  }

  /** Waits for something, such as a server; this time doesn't count. */
  public static <T> T waiting(Supplier<T> awaited) {
    long start = System.nanoTime();
    try {
      return awaited.get();
    } finally {
      if (CURRENT.isBound()) {
        CURRENT.get().waited += System.nanoTime() - start;
      }
    }
  }

  /**
   * Stops reading if there is no time left.
   *
   * @throws TimeOver if reading has taken too much time
   * @throws RunOver if the deadline has passed
   */
  public static void check() {
    if (CURRENT.isBound()) {
      CURRENT.get().stopWhenOver();
    }
  }

  private void stopWhenOver() {
    if (System.nanoTime() - begun - waited > most.toNanos()) {
      throw new TimeOver(most);
    }
    if (deadline.left().isZero()) {
      throw new RunOver();
    }
  }
}
