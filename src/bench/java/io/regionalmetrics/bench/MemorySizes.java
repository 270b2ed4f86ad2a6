package io.regionalmetrics.bench;

import io.regionalmetrics.bench.LambdaProcess.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures the function for comparisons with different amounts of memory, and so different shares
 * of a CPU. A control group limits its processes to that share, as in Lambda. It doesn't limit
 * their start, since Lambda gives a starting function more. Requires Linux and the right to create
 * control groups.
 */
public final class MemorySizes {
  /** The memory, in MB, that comes with one full CPU, according to AWS. */
  private static final int ONE_CPU_MB = 1769;

  private static final List<Integer> SIZES = List.of(512, 1024, 1769, 3008);
  private static final int ROUNDS = 5;
  private static final int WARM_UP = 1_500;
  private static final int MEASURED = 500;
  private static final int PERIOD_MICROS = 20_000;

  /** Dollars per GB-second on arm64 in us-east-1. */
  private static final double PRICE = 0.0000133334;

  private MemorySizes() {}

  /**
   * Runs and prints a table.
   *
   * @param args the folder of control groups, if it isn't {@code /sys/fs/cgroup/cpu}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path group =
        Files.createDirectories(
            Path.of(args.length == 0 ? "/sys/fs/cgroup/cpu" : args[0], "regional-metrics"));
    Scene scene = Scene.start();
    TaskRoot root = TaskRoot.own();
    TextTable table =
        new TextTable(
            "Growth, by memory",
            "processors",
            "first event ms",
            "warm p50 ms",
            "p99 ms",
            "$ a million");
    for (int megabytes : SIZES) {
      table.add(measure(megabytes, group, scene, root));
    }
    System.out.println(table);
    System.exit(0);
  }

  /** The row of the table for an amount of memory. */
  private static String[] measure(int megabytes, Path group, Scene scene, TaskRoot root)
      throws IOException, InterruptedException {
    limit(group, megabytes);
    long[] first = new long[ROUNDS];
    long[] warm = new long[MEASURED];
    for (int round = 0; round < ROUNDS; round++) {
      try (LambdaProcess process =
          LambdaProcess.start(root, Start.SNAP_START, scene, flags(megabytes))) {
        process.awaitFreeze();
        process.moveTo(group);
        process.restore();
        first[round] = process.invoke(Measured.GROWTH.question()).nanos();
        if (round == ROUNDS - 1) {
          measureWarm(process, warm);
        }
      }
    }
    return row(megabytes, first, warm);
  }

  private static void measureWarm(LambdaProcess process, long[] warm) throws InterruptedException {
    for (int i = -WARM_UP; i < MEASURED; i++) {
      warm[Math.max(0, i)] = process.invoke(Measured.GROWTH.question()).nanos();
    }
  }

  private static String[] row(int megabytes, long[] first, long[] warm) {
    Arrays.sort(first);
    Arrays.sort(warm);
    return new String[] {
      megabytes + " MB",
      format("%.2f", (double) megabytes / ONE_CPU_MB),
      format("%.1f", first[ROUNDS / 2] / 1e6),
      format("%.1f", warm[MEASURED / 2] / 1e6),
      format("%.1f", warm[MEASURED * 99 / 100] / 1e6),
      format("%.2f", mean(warm) / 1e9 * megabytes / 1024 * PRICE * 1e6)
    };
  }

  private static List<String> flags(int megabytes) {
    return List.of(
        "-XX:MaxRAM=%dm".formatted(megabytes),
        "-XX:MaxHeapSize=%dk".formatted(megabytes * 1024 * 85 / 100));
  }

  /** Sets the CPU limit of a control group, in the files of version 2 or else version 1. */
  private static void limit(Path group, int megabytes) throws IOException {
    int quota = PERIOD_MICROS * megabytes / ONE_CPU_MB;
    if (Files.exists(group.resolve("cpu.max"))) {
      Files.writeString(group.resolve("cpu.max"), "%d %d".formatted(quota, PERIOD_MICROS));
    } else {
      Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
      Files.writeString(group.resolve("cpu.cfs_quota_us"), Integer.toString(quota));
    }
  }

  private static double mean(long[] nanos) {
    return Arrays.stream(nanos).average().orElseThrow();
  }

  private static String format(String pattern, double number) {
    return String.format(Locale.ROOT, pattern, number);
  }
}
