package io.regionalmetrics.bench;

import com.sun.management.OperatingSystemMXBean;
import io.regionalmetrics.feed.filing.WantedMetrics;
import io.regionalmetrics.xbrl.InstanceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 * Measures the time and memory that reading an XBRL instance takes, against a bare StAX loop over
 * the same bytes. Each file is read in a JVM of its own, with a heap of 256 MB and the serial
 * collector, as in Lambda. The loop and the reader take turns, after as many rounds of warm-up.
 * Times are the process's CPU time, including garbage collection, since machines are seldom idle.
 */
public final class FilingReads {
  private static final int LARGE_BYTES = 90_000_000;

  /** Bytes read in a round: a small file is read repeatedly, since the clock ticks every 10 ms. */
  private static final long ROUND_BYTES = 90_000_000;

  /** Real instances, cut to the facts that tests read. */
  private static final Path PUBLISHED = Path.of("src", "test", "resources", "published", "sec");

  private static final int ROUNDS = 7;
  private static final String HEAP = "-Xmx256m";

  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private FilingReads() {}

  /**
   * Measures a generated instance of 90 MB and the published ones of the tests; prints a table.
   *
   * @param args other files to measure, which may be gzipped; or, for the JVM that measures, {@code
   *     measure} and a file
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("measure")) {
      System.out.println(measure(Path.of(args[1])));
      return;
    }
    System.out.printf(
        "%-28s %10s %9s %9s %6s %12s%n",
        "Instances", "bytes", "ms", "bare ms", "ratio", "heap peak MB");
    Path generated = Files.createTempFile("instance", ".xml");
    try {
      if (args.length == 0) {
        LargeInstance.write(generated, LARGE_BYTES);
        System.out.println(measureInOwnJvm(generated, "generated"));
      }
      for (Path file : args.length == 0 ? published() : Stream.of(args).map(Path::of).toList()) {
        System.out.println(measureInOwnJvm(file, file.getFileName().toString()));
      }
    } finally {
      Files.delete(generated);
    }
  }

  private static List<Path> published() throws IOException {
    try (Stream<Path> files = Files.list(PUBLISHED)) {
      return files.filter(file -> file.toString().endsWith("_htm.xml")).sorted().toList();
    }
  }

  private static String measureInOwnJvm(Path file, String name)
      throws IOException, InterruptedException {
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

  private static String measure(Path file) throws Exception {
    long bytes = count(file);
    int times = (int) Math.max(1, ROUND_BYTES / bytes);
    long[] loop = new long[ROUNDS];
    long[] reader = new long[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long loopTime = cpuTime(() -> loopOver(file), times);
      long readerTime = cpuTime(() -> readFacts(file), times);
      if (round >= 0) {
        loop[round] = loopTime;
        reader[round] = readerTime;
      }
    }
    return "%10d %9.2f %9.2f %6.2f %12.1f"
        .formatted(
            bytes,
            median(reader) / 1e6,
            median(loop) / 1e6,
            median(reader) / median(loop),
            heapPeak(file) / 1e6);
  }

  private interface Reading {
    void run() throws Exception;
  }

  /** Nanoseconds of one reading, on average. */
  private static long cpuTime(Reading reading, int times) throws Exception {
    long start = MACHINE.getProcessCpuTime();
    for (int i = 0; i < times; i++) {
      reading.run();
    }
    return (MACHINE.getProcessCpuTime() - start) / times;
  }

  /** The most bytes in use while the reader reads the file, including garbage. */
  private static long heapPeak(Path file) throws IOException {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    readFacts(file);
    return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
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
    InputStream content = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(content) : content;
  }

  private static long count(Path file) throws IOException {
    try (InputStream bytes = open(file)) {
      return bytes.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void loopOver(Path file) throws IOException, XMLStreamException {
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

  private static void readFacts(Path file) throws IOException {
    try (InputStream bytes = open(file)) {
      if (InstanceReader.read(bytes, WantedMetrics.REVENUE.concepts()).facts().isEmpty()) {
        throw new IllegalStateException("no revenue facts in " + file);
      }
    }
  }
}
