package io.regionalmetrics.feed;

import java.net.URI;
import java.util.Map;

/** Where files are that not everybody may read: {@code s3://bucket/key}. */
public interface ObjectStore {
  /**
   * A GET that may read one.
   *
   * @param address of https
   * @param headers that sign it
   */
  record Signed(URI address, Map<String, String> headers) {}

  /** How a file is got: signed for the next minutes. */
  Signed get(String bucket, String key);
}
