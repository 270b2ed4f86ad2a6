package io.regionalmetrics.refresh;

import io.regionalmetrics.ingest.DocumentFields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads the addresses in events. */
final class EventAddress {
  static final String S3 = "s3";

  private EventAddress() {}

  /** The field {@code baseUrl}: a mirror to use instead of the publisher's hosts; may be absent. */
  static Optional<URI> mirror(DocumentFields fields) {
    return fields.parsed(
        "baseUrl",
        text -> web(text.replaceFirst("/$", "")),
        "an address like https://mirror.example.com");
  }

  /** The field {@code url}: a file on the web or in S3. */
  static Optional<URI> file(DocumentFields fields) {
    return fields.parsed(
        "url",
        text -> web(text).or(() -> s3(text)),
        "an address like https://example.com/table.csv or s3://bucket/key");
  }

  /** An address of http or https, without a user name. */
  private static Optional<URI> web(String text) {
    return parsed(text)
        .filter(address ->
            ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                && address.getHost() != null
                && address.getUserInfo() == null);
  }

  /** An address like {@code s3://bucket/key}. */
  private static Optional<URI> s3(String text) {
    return parsed(text)
        .filter(address ->
            S3.equals(address.getScheme())
                && address.getHost() != null
                && address.getPath().length() > 1);
  }

  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
