package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the output of {@code sam build} with the SAM CLI.
 *
 * @param network the Docker network that the containers join
 * @param environment the file with the functions' environment variables
 */
record SamCli(String network, Path environment) {
  private static final Duration TO_START = Duration.ofMinutes(5);

  private ProcessBuilder local(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of("sam", "local", command));
    line.addAll(List.of(arguments));
    line.addAll(
        List.of(
            "--skip-pull-image",
            "--docker-network",
            network,
            "--env-vars",
            environment.toString()));
    if (System.getProperty("os.arch").equals("amd64")) {
      line.addAll(List.of("--parameter-overrides", "Architecture=x86_64"));
    }
    ProcessBuilder sam = new ProcessBuilder(line).redirectError(Redirect.INHERIT);
    sam.environment().put("AWS_ACCESS_KEY_ID", "test");
    sam.environment().put("AWS_SECRET_ACCESS_KEY", "test");
    return sam;
  }

  /** Invokes a function with an event and returns its response. */
  String invoke(String function, Path event) throws IOException, InterruptedException {
    Process process = local("invoke", function, "--event", event.toString()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(event.toString()).isZero();
    return output.strip();
  }

  /** Starts the API, with a lasting container for each function. */
  Api startApi() throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process process =
        local("start-api", "--warm-containers", "EAGER", "--port", Integer.toString(port))
            .redirectOutput(Redirect.INHERIT)
            .start();
    Api api = new Api(process, URI.create("http://127.0.0.1:" + port), network);
    api.await(Instant.now().plus(TO_START));
    return api;
  }

  /**
   * {@code sam local start-api}.
   *
   * @param address the base URL of the API
   * @param network the Docker network that its containers have joined
   */
  record Api(Process process, URI address, String network) implements AutoCloseable {
    private void await(Instant end) throws InterruptedException {
      while (!listens()) {
        assertThat(process.isAlive()).as("sam local start-api stays up").isTrue();
        assertThat(Instant.now()).as("until sam local start-api listens").isBefore(end);
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }

    private boolean listens() {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        return socket.isConnected();
      } catch (IOException e) {
        return false;
      }
    }

    /** Stops the process as Ctrl-C would, and removes the containers that it leaves behind. */
    @Override
    public void close() throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      new ProcessBuilder(
              "sh",
              "-c",
              "docker ps -q --filter label=sam.cli.container.type=lambda --filter network=%s | xargs -r docker rm -f"
                  .formatted(network))
          .inheritIO()
          .start()
          .waitFor();
    }
  }
}
