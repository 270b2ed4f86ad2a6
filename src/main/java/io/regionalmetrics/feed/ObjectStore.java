package io.regionalmetrics.feed;

import java.net.URI;
import java.util.Map;

/** A store whose files only signed requests can read, at addresses like {@code s3://bucket/key}. */
public interface ObjectStore {
  /**
   * A signed GET request for a file.
   *
   * @param address http or https
   * @param headers the signature
   */
  record SignedRequest(URI address, Map<String, String> headers) {}

  /** Signs a request for a file; the signature is valid for some minutes. */
  SignedRequest sign(String bucket, String key);
}
