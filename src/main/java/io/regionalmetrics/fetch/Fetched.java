package io.regionalmetrics.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file that was fetched whole. It is in the file system until this is closed: so it is parsed
 * only when nothing of it can be missing, and takes no memory.
 */
public final class Fetched implements AutoCloseable {
  private final String name;
  private final Path file;
  private final boolean gzip;
  private final long mostBytes;
  private final Validators validators;

  Fetched(String name, Path file, boolean gzip, long mostBytes, Validators validators) {
    this.name = name;
    this.file = file;
    this.gzip = gzip;
    this.mostBytes = mostBytes;
    this.validators = validators;
  }

  /** Where it is from, as it may be said to anybody. */
  public String name() {
    return name;
  }

  /** By what the server will tell whether it has changed. */
  public Validators validators() {
    return validators;
  }

  /** The day on which it was changed last, in GMT, where the server says so. */
  public Optional<LocalDate> lastModified() {
    return validators
        .lastModified()
        .flatMap(text -> {
          try {
            return Optional.of(
                ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toLocalDate());
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * Its content, unpacked where it was sent packed.
   *
   * @throws FetchFailed (when it is read) where it becomes larger than it may be
   */
  public InputStream open() throws IOException {
    InputStream content = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return new BoundedInputStream(
        gzip ? new GZIPInputStream(content, 1 << 16) : content,
        mostBytes,
        () -> FetchFailed.tooLarge(name, mostBytes));
  }

  /** Its content at once; for what is known to be small. */
  public byte[] bytes() {
    try (InputStream content = open()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The SHA-256 of its content, in hexadecimal digits. */
  public String hash() {
    MessageDigest sha256 = sha256();
    try (InputStream content = new DigestInputStream(open(), sha256)) {
      content.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(sha256.digest());
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The SHA-256 of some bytes, in hexadecimal digits. */
  public static String hash(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Says that the content can't be read to its end. */
  public FetchFailed broken(IOException why) {
    return new FetchFailed("%s is broken or cut off: %s".formatted(name, why.getMessage()), why);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
