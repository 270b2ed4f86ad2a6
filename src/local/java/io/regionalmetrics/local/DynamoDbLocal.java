package io.regionalmetrics.local;

import io.regionalmetrics.function.DynamoDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * DynamoDB Local inside this JVM, on a free port that only this machine can reach. It has a class
 * loader of its own, since it brings another version of the AWS SDK.
 */
public final class DynamoDbLocal implements AutoCloseable {
  /** Written by the build, with one path a line. */
  private static final Path CLASS_PATH = Path.of("target", "dynamodb-local.classpath");

  private static final String MAIN = "software.amazon.dynamodb.services.local.main.";
  private static final Duration MAX_WAIT_FOR_FILE = Duration.ofSeconds(5);

  private final URLClassLoader loader;
  private final Object server;
  private final int port;

  private DynamoDbLocal(URLClassLoader loader, Object server, int port) {
    this.loader = loader;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a DynamoDB Local that stores its data in memory.
   *
   * @throws IllegalStateException if it can't be started
   */
  public static DynamoDbLocal inMemory() {
    return start(List.of("-inMemory", "-sharedDb", "-disableTelemetry"));
  }

  /**
   * Starts a DynamoDB Local that stores its data in a folder. The folder must exist, and no other
   * DynamoDB Local may use it.
   *
   * @throws IllegalStateException if it can't be started
   */
  public static DynamoDbLocal in(Path folder) {
    return start(List.of("-dbPath", folder.toString(), "-sharedDb", "-disableTelemetry"));
  }

  /** A client of the DynamoDB Local at an address; it needs no environment variables. */
  public static DynamoDbClient client(URI address) {
    return builder(address).build();
  }

  /** A client of the DynamoDB Local at an address, with one more interceptor. */
  public static DynamoDbClient client(URI address, ExecutionInterceptor interceptor) {
    DynamoDbClientBuilder builder = builder(address);
    return builder
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(interceptor)
                .build())
        .build();
  }

  /** A builder of such clients, with the settings of the functions' own client otherwise. */
  public static DynamoDbClientBuilder builder(URI address) {
    return DynamoDb.builder(address.toString())
        // With -sharedDb, any region and credentials reach the same data.
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }

  /** The address of a DynamoDB Local on a port. */
  public static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The address of this DynamoDB Local. */
  public URI address() {
    return address(port);
  }

  /** The port of this DynamoDB Local. */
  public int port() {
    return port;
  }

  private static DynamoDbLocal start(List<String> arguments) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URLClassLoader loader =
        new URLClassLoader("dynamodb-local", classPath(), ClassLoader.getPlatformClassLoader());
    thread.setContextClassLoader(loader);
    try {
      Object server = server(loader, arguments);
      Object connector = connector(server);
      call(connector, "setHost", String.class, InetAddress.getLoopbackAddress().getHostAddress());
      call(connector, "setPort", int.class, 0);
      call(server, "safeStart");
      return new DynamoDbLocal(loader, server, (int) call(connector, "getLocalPort"));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("DynamoDB Local did not start: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "DynamoDB Local has another structure than expected: " + e, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL[] classPath() {
    try {
      return Files.readAllLines(CLASS_PATH).stream()
          .filter(line -> !line.isBlank())
          .map(DynamoDbLocal::url)
          .toArray(URL[]::new);
    } catch (NoSuchFileException e) {
      throw new IllegalStateException(
          "%s is missing: run the build first".formatted(CLASS_PATH), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object server(ClassLoader loader, List<String> arguments)
      throws ReflectiveOperationException {
    Class<?> inputClass = loader.loadClass(MAIN + "CommandLineInput");
    Object input =
        inputClass
            .getConstructor(String[].class)
            .newInstance((Object) arguments.toArray(String[]::new));
    if (!(boolean) call(input, "init")) {
      throw new IllegalStateException("DynamoDB Local does not accept the arguments " + arguments);
    }
    return loader
        .loadClass(MAIN + "ServerRunner")
        .getMethod("createServer", inputClass)
        .invoke(null, input);
  }

  /** The server's connector: DynamoDB Local has no argument for the address to listen on. */
  private static Object connector(Object server) throws ReflectiveOperationException {
    Field jetty = server.getClass().getDeclaredField("server");
    jetty.setAccessible(true);
    return ((Object[]) call(jetty.get(server), "getConnectors"))[0];
  }

  private static Object call(Object target, String method) throws ReflectiveOperationException {
    return target.getClass().getMethod(method).invoke(target);
  }

  private static void call(Object target, String method, Class<?> type, Object argument)
      throws ReflectiveOperationException {
    target.getClass().getMethod(method, type).invoke(target, argument);
  }

  /** Stops it and waits until its files are closed. */
  @Override
  public void close() {
    try {
      call(server, "stop");
      awaitFiles();
      loader.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("DynamoDB Local did not stop: " + e, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the thread that closes the database's file, since {@code stop()} doesn't. */
  private void awaitFiles() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("SQLiteQueue[") && thread.getContextClassLoader() == loader) {
        thread.join(MAX_WAIT_FOR_FILE);
      }
    }
  }
}
