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
 * A file that has arrived completely. It stays in a temporary file until it is closed, so that it
 * takes no memory and no parser meets a missing part.
 */
public final class FetchedFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final String name;
  private final Path file;
  private final boolean gzip;
  private final long maxBytes;
  private final Validators validators;

  FetchedFile(String name, Path file, boolean gzip, long maxBytes, Validators validators) {
    this.name = name;
    this.file = file;
    this.gzip = gzip;
    this.maxBytes = maxBytes;
    this.validators = validators;
  }

  /** Its address, as logs and error messages may show it. */
  public String name() {
    return name;
  }

  /** The validators to send with the next request, to learn whether the file has changed. */
  public Validators validators() {
    return validators;
  }

  /** The day of its last change, in GMT; empty if the server doesn't say. */
  public Optional<LocalDate> lastModified() {
    return validators.lastModified().flatMap(FetchedFile::day);
  }

  private static Optional<LocalDate> day(String httpDate) {
    try {
      return Optional.of(
          ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME).toLocalDate());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Opens the content, unpacked if it was sent as gzip. Reading throws {@link FetchException} when
   * the unpacked content exceeds the size allowed.
   */
  public InputStream open() throws IOException {
    InputStream content = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    return new BoundedInputStream(
        gzip ? new GZIPInputStream(content, BUFFER_BYTES) : content,
        maxBytes,
        () -> FetchException.tooLarge(name, maxBytes));
  }

  /**
   * The whole content, in memory: only for small files.
   *
   * @throws FetchException if it can't be unpacked or is too large
   */
  public byte[] bytes() {
    try (InputStream content = open()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /**
   * The SHA-256 of the unpacked content, in hexadecimal digits.
   *
   * @throws FetchException if it can't be unpacked or is too large
   */
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

  /** A new digest by SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The exception to throw when the content can't be read to its end. */
  public FetchException broken(IOException cause) {
    return new FetchException(
        "%s is damaged or incomplete: %s".formatted(name, cause.getMessage()), cause);
  }

  /** Deletes the temporary file. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
