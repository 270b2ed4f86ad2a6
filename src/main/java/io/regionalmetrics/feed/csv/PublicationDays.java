package io.regionalmetrics.feed.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days under which the figures of a file may be stored as published. For a new file: the day
 * that its rows state, else the day of its last change, else today. For the same file under another
 * event: the day used before. For a changed file: only days after the one used before, unless its
 * own rows state a day.
 */
final class PublicationDays {
  private final Optional<LocalDate> usedBefore;
  private final boolean isSameFile;
  private final boolean isStatedByEvent;
  private final List<LocalDate> daysOfChange;
  private Optional<LocalDate> lastUsed = Optional.empty();

  /**
   * The days for one run.
   *
   * @param usedBefore the latest day that the previous run used
   * @param isSameFile whether the file has the same content as in the previous run
   * @param isStatedByEvent whether the event, rather than the file, states the day
   * @param lastModified the day of the file's last change; empty if the server doesn't say
   */
  PublicationDays(
      Optional<LocalDate> usedBefore,
      boolean isSameFile,
      boolean isStatedByEvent,
      Optional<LocalDate> lastModified,
      LocalDate today) {
    this.usedBefore = usedBefore;
    this.isSameFile = isSameFile;
    this.isStatedByEvent = isStatedByEvent;
    this.daysOfChange =
        Stream.concat(lastModified.stream(), Stream.of(today))
            .filter(day -> !day.isAfter(today))
            .filter(day -> usedBefore.isEmpty() || day.isAfter(usedBefore.get()))
            .toList();
  }

  /**
   * The days to try for some rows, in this order.
   *
   * @param stated the day that the rows state
   */
  List<LocalDate> candidates(Optional<LocalDate> stated) {
    return Stream.concat(preferred(stated).stream(), daysOfChange.stream()).distinct().toList();
  }

  private Optional<LocalDate> preferred(Optional<LocalDate> stated) {
    if (usedBefore.isEmpty() || (stated.isPresent() && !isStatedByEvent)) {
      return stated;
    }
    return isSameFile ? usedBefore : Optional.empty();
  }

  /** Remembers that rows were stored under a day. */
  void use(LocalDate day) {
    lastUsed = lastUsed.filter(day::isBefore).or(() -> Optional.of(day));
  }

  /** The latest day used; empty if none was. */
  Optional<LocalDate> lastUsed() {
    return lastUsed;
  }

  /** The latest day that the previous run used. */
  Optional<LocalDate> usedBefore() {
    return usedBefore;
  }
}
