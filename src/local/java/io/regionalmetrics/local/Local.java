package io.regionalmetrics.local;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Runs the API on this machine. System properties, which Maven passes on, configure it:
 *
 * <ul>
 *   <li>{@code port}: the port on 127.0.0.1. It listens after it has stored the documents in {@code
 *       events/}. 0 means any free port. Default: 3000.
 *   <li>{@code data}: the folder of its data, created if missing. Default: {@code .local}.
 *   <li>{@code contact}: an email address for the owners of other servers; some feeds require it.
 *   <li>{@code invoke}, {@code event}: calls this function once with the bytes of this file, writes
 *       the response to standard output and ends. If another instance runs on the data folder, the
 *       call uses that instance's data. Otherwise it opens the folder itself, and stores the
 *       documents in {@code events/} only if the folder is empty.
 * </ul>
 *
 * Like {@code sam local}, it checks no authorization, and it reads no standard input. It ends when
 * it is stopped or when the process that started it ends. Exit codes: 0 for success, 1 for failure,
 * 2 for invalid properties.
 */
public final class Local {
  private static final String EXAMPLES =
      """
      Regional Metrics listens on %1$s
      Try:
        curl '%1$s/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4'
        curl '%1$s/v1/comparisons/regions?company=twitter&metric=revenue-per-user&region=JP,US&period=2017-Q4&against=US'
      """;

  private final Template template;
  private final Path data;
  private final Shutdown shutdown = new Shutdown();

  private Local(Template template, Path data) {
    this.template = template;
    this.data = data;
  }

  /** Runs it; ends the process with an exit code if that fails. */
  public static void main(String[] arguments) {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    try {
      run();
    } catch (Mistake e) {
      exit(e.exitCode(), e.getMessage());
    } catch (IOException | RuntimeException e) {
      exit(1, "Regional Metrics can't run: " + e);
    }
  }

  private static void exit(int code, String message) {
    System.err.println(message);
    System.exit(code);
  }

  private static void run() throws IOException {
    Local local = new Local(Template.read(Template.FILE), Path.of(property("data", ".local")));
    String function = property("invoke", "");
    String event = property("event", "");
    if (function.isEmpty() != event.isEmpty()) {
      throw Mistake.inProperties(
          "-Dinvoke= and -Devent= must be given together: a function and the file with its event");
    }
    if (function.isEmpty()) {
      local.serve(port(property("port", "3000")));
    } else {
      local.invoke(function, event);
    }
  }

  private static String property(String name, String otherwise) {
    String value = System.getProperty(name, "");
    return value.isBlank() ? otherwise : value;
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
      throw Mistake.inProperties(
          "-Dport=%s is not a port: use a number from 0 to 65535, such as 3000", text);
    }
    return Integer.parseInt(text);
  }

  private void serve(int port) throws IOException {
    LocalInstance instance = shutdown.closes(LocalInstance.open(data, template));
    if (!instance.isOwn()) {
      throw Mistake.whileRunning(
          "Another instance is using the data folder %s. Stop it, or use another folder with -Ddata=",
          data);
    }
    instance.load();
    LocalServer server = shutdown.closes(listen(instance.functions(), port));
    instance.share();
    tell(server.address());
  }

  private LocalServer listen(Functions functions, int port) throws IOException {
    try {
      return LocalServer.start(template, functions, port);
    } catch (BindException e) {
      throw Mistake.whileRunning("Port %d is in use. Use another one with -Dport=", port);
    }
  }

  private static void tell(URI address) {
    System.out.printf(EXAMPLES, address);
    System.out.flush();
  }

  private void invoke(String function, String file) throws IOException {
    if (!template.functions().containsKey(function)) {
      throw Mistake.inProperties(
          "There is no function %s. The functions are: %s",
          function, String.join(", ", template.functions().keySet()));
    }
    byte[] event = event(Path.of(file));
    LocalInstance instance = shutdown.closes(LocalInstance.open(data, template));
    if (instance.isOwn() && instance.isEmpty()) {
      instance.load();
    }
    System.out.write(answer(instance, function, event));
    System.out.println();
    System.exit(0);
  }

  private static byte[] event(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw Mistake.inProperties("There is no event file %s", file);
    }
  }

  private static byte[] answer(LocalInstance instance, String function, byte[] event) {
    try {
      return instance.functions().invoke(function, event);
    } catch (IOException | RuntimeException e) {
      throw Mistake.whileRunning("%s failed: %s", function, e);
    }
  }
}
