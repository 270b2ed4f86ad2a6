package io.regionalmetrics.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A stream that fails after a maximum number of bytes. Protects against small archives that unpack
 * to a huge size.
 */
public final class BoundedInputStream extends FilterInputStream {
  private final long maxBytes;
  private final Supplier<? extends RuntimeException> tooLarge;
  private long read;

  /**
   * Bounds a stream.
   *
   * @param maxBytes the most bytes that may be read
   * @param tooLarge creates the exception for reading more
   */
  public BoundedInputStream(
      InputStream content, long maxBytes, Supplier<? extends RuntimeException> tooLarge) {
    super(content);
    this.maxBytes = maxBytes;
    this.tooLarge = tooLarge;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got = super.read(bytes, offset, length);
    count(Math.max(0, got));
    return got;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  /** Returns false, since bytes read again would be counted twice. */
  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) {
    read += more;
    if (read > maxBytes) {
      throw tooLarge.get();
    }
  }
}
