package io.regionalmetrics.feed.filing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more bytes than are taken. */
final class BoundedStream extends FilterInputStream {
  private final long most;
  private long given;

  BoundedStream(InputStream bytes, long most) {
    super(bytes);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int more) {
    given += more;
    if (given > most) {
      throw new UnreadableFiling("it has more than the %d bytes that are taken".formatted(most));
    }
  }
}
