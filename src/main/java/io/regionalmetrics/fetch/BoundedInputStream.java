package io.regionalmetrics.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Content that may be so many bytes and no more, however small it was when it was packed. */
public final class BoundedInputStream extends FilterInputStream {
  private final long most;
  private final Supplier<? extends RuntimeException> tooLarge;
  private long read;

  /**
   * Bounds what can be read.
   *
   * @param most bytes
   * @param tooLarge what is thrown where it is more
   */
  public BoundedInputStream(
      InputStream content, long most, Supplier<? extends RuntimeException> tooLarge) {
    super(content);
    this.most = most;
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

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) {
    read += more;
    if (read > most) {
      throw tooLarge.get();
    }
  }
}
