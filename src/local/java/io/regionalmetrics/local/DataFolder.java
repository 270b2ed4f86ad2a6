package io.regionalmetrics.local;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder with the data of DynamoDB Local. One process at a time owns it by holding a lock, which
 * the system releases however the process ends. An owner that serves other processes writes its
 * port to a file. A port file without a lock is therefore stale.
 */
final class DataFolder implements AutoCloseable {
  private static final Duration MAX_WAIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Path portFile;
  private final @Nullable FileChannel lock;
  private final @Nullable DynamoDbLocal own;
  private final URI address;

  private DataFolder(
      Path portFile, @Nullable FileChannel lock, @Nullable DynamoDbLocal own, URI address) {
    this.portFile = portFile;
    this.lock = lock;
    this.own = own;
    this.address = address;
  }

  /**
   * Becomes the folder's owner, or uses the DynamoDB Local of its owner. Waits for an owner that is
   * starting or ending.
   *
   * @throws Mistake if the folder can't be used
   */
  static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      return open(folder, folder.resolve("lock"), folder.resolve("port"));
    } catch (IOException e) {
      throw Mistake.whileRunning(
          "The data folder %s can't be written to: %s. Use another one with -Ddata=", folder, e);
    }
  }

  private static DataFolder open(Path folder, Path lockFile, Path portFile) throws IOException {
    long end = System.nanoTime() + MAX_WAIT.toNanos();
    while (System.nanoTime() < end) {
      Optional<FileChannel> lock = lock(lockFile);
      if (lock.isPresent()) {
        return owner(folder, portFile, lock.get());
      }
      Optional<URI> address = address(portFile);
      if (address.isPresent()) {
        return new DataFolder(portFile, null, null, address.get());
      }
      pause();
    }
    throw Mistake.whileRunning(
        "The data folder %s is locked by another process. Use another one with -Ddata=", folder);
  }

  private static Optional<FileChannel> lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // This JVM holds the lock already.
    }
    channel.close();
    return Optional.empty();
  }

  private static DataFolder owner(Path folder, Path portFile, FileChannel lock) throws IOException {
    Files.deleteIfExists(portFile);
    DynamoDbLocal own = DynamoDbLocal.in(folder);
    return new DataFolder(portFile, lock, own, own.address());
  }

  private static Optional<URI> address(Path portFile) throws IOException {
    try {
      return Optional.of(
          DynamoDbLocal.address(Integer.parseInt(Files.readString(portFile).strip())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Mistake.whileRunning("Interrupted while waiting for the data folder.");
    }
  }

  /** A file of the folder. */
  Path file(String name) {
    return portFile.resolveSibling(name);
  }

  /** Whether this process owns the folder. */
  boolean isOwn() {
    return own != null;
  }

  /** The address of the DynamoDB Local for the folder. */
  URI address() {
    return address;
  }

  /** Lets other processes use the DynamoDB Local of this process, which must be the owner. */
  void share() throws IOException {
    Path whole = Files.createTempFile(portFile.getParent(), "port", "");
    Files.writeString(whole, "%d%n".formatted(address.getPort()));
    Files.move(whole, portFile, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Stops the DynamoDB Local of this process, if it has one, and gives the folder up. */
  @Override
  public void close() throws IOException {
    if (own != null && lock != null) {
      Files.deleteIfExists(portFile);
      own.close();
      lock.close();
    }
  }
}
