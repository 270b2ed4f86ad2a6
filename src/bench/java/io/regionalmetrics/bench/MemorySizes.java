package io.regionalmetrics.bench;

import io.regionalmetrics.bench.LambdaProcess.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures what more memory would give the function for comparisons, whose share of a processor
 * comes with it. Its processes are bound to that share by a control group, as Lambda does; but not
 * while they start, when Lambda gives them more. Linux only, for who may make control groups: their
 * folder is the argument.
 */
public final class MemorySizes {
  /** With so many MB a function has one processor, by AWS's documentation. */
  private static final int ONE_PROCESSOR = 1769;

  private static final List<Integer> SIZES = List.of(512, 1024, 1769, 3008);
  private static final int ROUNDS = 5;
  private static final int WARM_UP = 1_500;
  private static final int MEASURED = 500;
  private static final int PERIOD_MICROS = 20_000;

  /** Dollars a GB-second, arm64, us-east-1. */
  private static final double PRICE = 0.0000133334;

  private MemorySizes() {}

  /** Runs; prints a table. */
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
      long[] first = new long[ROUNDS];
      long[] warm = new long[MEASURED];
      for (int round = 0; round < ROUNDS; round++) {
        bound(group, megabytes);
        try (LambdaProcess process =
            LambdaProcess.start(root, Start.SNAP_START, scene, flags(megabytes))) {
          process.awaitFreeze();
          process.bound(group);
          process.restore();
          first[round] = process.invoke(Measured.GROWTH.question()).nanos();
          if (round == ROUNDS - 1) {
            for (int i = -WARM_UP; i < MEASURED; i++) {
              warm[Math.max(0, i)] = process.invoke(Measured.GROWTH.question()).nanos();
            }
          }
        }
      }
      Arrays.sort(first);
      Arrays.sort(warm);
      table.add(
          megabytes + " MB",
          format("%.2f", (double) megabytes / ONE_PROCESSOR),
          format("%.1f", first[ROUNDS / 2] / 1e6),
          format("%.1f", warm[MEASURED / 2] / 1e6),
          format("%.1f", warm[MEASURED * 99 / 100] / 1e6),
          format("%.2f", mean(warm) / 1e9 * megabytes / 1024 * PRICE * 1e6));
    }
    System.out.println(table);
    System.exit(0);
  }

  private static List<String> flags(int megabytes) {
    return List.of(
        "-XX:MaxRAM=%dm".formatted(megabytes),
        "-XX:MaxHeapSize=%dk".formatted(megabytes * 1024 * 85 / 100));
  }

  /** In the words of control groups of the second version, or of the first. */
  private static void bound(Path group, int megabytes) throws IOException {
    int quota = PERIOD_MICROS * megabytes / ONE_PROCESSOR;
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
