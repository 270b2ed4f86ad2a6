package io.regionalmetrics.bench;

import com.sun.management.OperatingSystemMXBean;
import io.regionalmetrics.feed.filing.WantedMetrics;
import io.regionalmetrics.xbrl.InstanceReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Measures how long an XBRL instance takes to be read, against a bare StAX loop over the same
 * bytes, and in how much memory: each file in a JVM of its own with a heap of 256 MB and the serial
 * collector, as Lambda has it; loop and reader in turn, after as many rounds of warming up. Times
 * are the process's CPU time, garbage collection included, since machines are seldom idle.
 */
public final class FilingReads {
  private static final int LARGE = 90_000_000;

  /** A round reads a file as often as makes so many bytes: the clock ticks every 10 ms. */
  private static final long ROUND = 90_000_000;

  private static final int ROUNDS = 7;
  private static final String HEAP = "-Xmx256m";

  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private FilingReads() {}

  /**
   * Measures a made instance of 90 MB and, where they are there, the real ones; prints a table.
   *
   * @param args files instead of these; or, for the JVM that measures, {@code measure} and a file
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("measure")) {
      System.out.println(measured(Path.of(args[1])));
      return;
    }
    System.out.printf(
        "%-28s %10s %9s %9s %6s %12s%n",
        "Instances", "bytes", "ms", "bare ms", "ratio", "heap peak MB");
    Path made = Files.createTempFile("instance", ".xml");
    try {
      if (args.length == 0) {
        LargeInstance.write(made, LARGE);
        System.out.println(elsewhere(made, "made"));
      }
      for (Path file : args.length == 0 ? real() : Stream.of(args).map(Path::of).toList()) {
        System.out.println(elsewhere(file, file.getFileName().toString()));
      }
    } finally {
      Files.delete(made);
    }
  }

  private static List<Path> real() throws IOException {
    Path folder = Path.of(System.getProperty("shared.data", "../shared/data"), "sec");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith("_htm.xml.gz")).sorted().toList();
    }
  }

  private static String elsewhere(Path file, String name) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FilingReads.class.getName(),
                "measure",
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String row = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("measuring %s failed".formatted(file));
    }
    return "%-28s %s".formatted(name, row.strip());
  }

  private static String measured(Path file) throws IOException, XMLStreamException {
    long bytes = count(file);
    int times = (int) Math.max(1, ROUND / bytes);
    long[] bare = new long[ROUNDS];
    long[] read = new long[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long start = MACHINE.getProcessCpuTime();
      for (int time = 0; time < times; time++) {
        bare(file);
      }
      long between = MACHINE.getProcessCpuTime();
      for (int time = 0; time < times; time++) {
        reads(file);
      }
      if (round >= 0) {
        bare[round] = (between - start) / times;
        read[round] = (MACHINE.getProcessCpuTime() - between) / times;
      }
    }
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    reads(file);
    long peak = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    double ours = median(read);
    double loops = median(bare);
    return "%10d %9.1f %9.1f %6.2f %12.1f"
        .formatted(bytes, ours / 1e6, loops / 1e6, ours / loops, peak / 1e6);
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private static double median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }

  private static long count(Path file) throws IOException {
    try (InputStream bytes = open(file)) {
      return bytes.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static void bare(Path file) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    try (InputStream bytes = open(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(bytes);
      while (xml.hasNext()) {
        xml.next();
      }
    }
  }

  private static void reads(Path file) throws IOException {
    try (InputStream bytes = open(file)) {
      if (InstanceReader.read(bytes, WantedMetrics.REVENUE.selection()).facts().isEmpty()) {
        throw new IllegalStateException("no facts of revenue in " + file);
      }
    }
  }
}
