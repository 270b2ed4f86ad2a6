package io.regionalmetrics.bench;

import io.regionalmetrics.local.Template;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An instance of a function in a process of its own, started as by Lambda's Java runtime: only the
 * runtime interface client is on the class path, and it finds the function in the task root. The
 * flags are those of Lambda's {@code java25} with 1024 MB, as far as they are known, and the
 * template's.
 */
final class LambdaProcess implements AutoCloseable {
  private static final Path RUNTIME = Path.of("target", "lambda-runtime").toAbsolutePath();
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.";
  private static final int MEMORY_MB = 1024;
  private static final int TICKS_PER_SECOND = 100;

  private final RuntimeApi api;
  private final Process process;
  private final long started;

  /** The way in which Lambda starts a function. */
  enum Start {
    /** When the first event arrives. */
    ON_DEMAND("on-demand", List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1")),
    /** In advance, to take a snapshot; all compilers are on. */
    SNAP_START("snap-start", List.of());

    private final String initializationType;
    private final List<String> flags;

    Start(String initializationType, List<String> flags) {
      this.initializationType = initializationType;
      this.flags = flags;
    }
  }

  private LambdaProcess(RuntimeApi api, Process process, long started) {
    this.api = api;
    this.process = process;
    this.started = started;
  }

  /**
   * Starts an instance.
   *
   * @param more flags for the JVM besides Lambda's
   */
  static LambdaProcess start(TaskRoot root, Start start, Scene scene, List<String> more)
      throws IOException {
    RuntimeApi api = new RuntimeApi();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:MaxRAM=%dm".formatted(MEMORY_MB)); // Decides the initial heap.
    command.add("-XX:MaxHeapSize=%dk".formatted(MEMORY_MB * 1024 * 85 / 100));
    command.add("-XX:+UseSerialGC");
    command.add("-Xshare:auto");
    command.addAll(start.flags);
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.add("-Djava.net.preferIPv4Stack=true");
    command.add("-XX:+ErrorFileToStderr");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-D%sruntimeapi.NativeClient.JNI=%s".formatted(CLIENT, library()));
    command.addAll(Template.read(Template.FILE).jvmOptions());
    command.addAll(more);
    command.add("-classpath");
    command.add(classPath());
    command.add(CLIENT + "AWSLambda");
    command.add(root.handler());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.folder().toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(environment(root, start, scene, api));
    long started = System.nanoTime();
    return new LambdaProcess(api, builder.start(), started);
  }

  private static Map<String, String> environment(
      TaskRoot root, Start start, Scene scene, RuntimeApi api) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", ":UTC");
    environment.put("LAMBDA_TASK_ROOT", root.folder().toString());
    environment.put("LAMBDA_RUNTIME_DIR", RUNTIME.toString());
    environment.put("_HANDLER", root.handler());
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", start.initializationType);
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "benchmark");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY_MB));
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/benchmark");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "benchmark");
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("AWS_DEFAULT_REGION", "eu-central-1");
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("AWS_SESSION_TOKEN", "local");
    environment.put("TABLE", scene.table());
    environment.put("DYNAMODB_ENDPOINT", scene.address().toString());
    environment.put("COMPANY", Scene.TEN.id()); // For the bare function.
    return environment;
  }

  private static String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(RUNTIME)) {
      return jars.filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  /** The runtime's native library, as a file like in Lambda. */
  private static Path library() throws IOException {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    Path file = RUNTIME.resolve("libaws-lambda-jni.so");
    if (!Files.exists(file)) {
      try (Stream<Path> jars = Files.list(RUNTIME)) {
        Path jar =
            jars.filter(path -> path.toString().contains("runtime-interface-client"))
                .findAny()
                .orElseThrow();
        try (var files = java.nio.file.FileSystems.newFileSystem(jar)) {
          String name = "/jni/libaws-lambda-jni.linux-%s.so".formatted(architecture);
          Files.copy(files.getPath(name), file);
        }
      }
    }
    return file;
  }

  /**
   * The duration of a step.
   *
   * @param nanos the duration in wall-clock time
   * @param response the response; empty if the step has none
   */
  record Took(long nanos, String response) {}

  /** Waits until the function requests its first event; returns the time since its start. */
  Took awaitInit() throws InterruptedException {
    return since(started, api.await(RuntimeApi.Kind.READY));
  }

  /** Waits until a snapshot can be taken; returns the time since its start. */
  Took awaitFreeze() throws InterruptedException {
    return since(started, api.await(RuntimeApi.Kind.CAN_BE_FROZEN));
  }

  /** Resumes the function after a snapshot; returns the time until it requests an event. */
  Took restore() throws InterruptedException {
    long begin = System.nanoTime();
    api.restore();
    return since(begin, api.await(RuntimeApi.Kind.READY));
  }

  /**
   * Sends an event and waits until the function requests the next one.
   *
   * @return the time until its response
   */
  Took invoke(Question question) throws InterruptedException {
    long begin = System.nanoTime();
    api.send(question.bytes());
    RuntimeApi.Moment answered = api.await(RuntimeApi.Kind.RESPONDED);
    api.await(RuntimeApi.Kind.READY);
    return since(begin, answered);
  }

  private static Took since(long begin, RuntimeApi.Moment moment) {
    return new Took(moment.nanos() - begin, moment.body());
  }

  /** Nanoseconds since the start. */
  long age() {
    return System.nanoTime() - started;
  }

  /** The CPU time of all threads since the start, in nanoseconds; exact to 10 ms. */
  long processor() {
    String[] fields = read(proc("stat")).replaceFirst("^.*\\) ", "").split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12]))
        * 1_000_000_000
        / TICKS_PER_SECOND;
  }

  /** The exact CPU time of the threads that are alive, in nanoseconds. */
  long processorOfThreads() {
    try (Stream<Path> threads = Files.list(proc("task"))) {
      return threads
          .map(thread -> thread.resolve("schedstat"))
          .filter(Files::exists)
          .mapToLong(file -> Long.parseLong(read(file).split(" ")[0]))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The peak of resident memory, in bytes. */
  long peakMemory() {
    return read(proc("status"))
            .lines()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        * 1024;
  }

  /** Moves the process into a control group, which limits its CPU time. */
  void moveTo(Path group) throws IOException {
    Files.writeString(group.resolve("cgroup.procs"), Long.toString(process.pid()));
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(process.pid()), file);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    api.close();
  }
}
