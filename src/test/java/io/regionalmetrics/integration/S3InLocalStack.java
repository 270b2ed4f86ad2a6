package io.regionalmetrics.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** S3 buckets in LocalStack, which accepts any signature. */
record S3InLocalStack(URI endpoint) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BUCKET =
      "<CreateBucketConfiguration><LocationConstraint>eu-central-1</LocationConstraint></CreateBucketConfiguration>";
  private static final String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=test/20180301/eu-central-1/s3/aws4_request, SignedHeaders=host, Signature=0";

  void makeBucket(String name) {
    put("/" + name, BUCKET.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Puts a file into a bucket.
   *
   * @param key the key, percent-encoded for a URL
   */
  void put(String bucket, String key, byte[] content) {
    put("/%s/%s".formatted(bucket, key), content);
  }

  private void put(String path, byte[] content) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + path))
            .PUT(BodyPublishers.ofByteArray(content))
            .header("Authorization", SIGNATURE)
            .header("x-amz-date", "20180301T000000Z")
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new AssertionError(response.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
