package io.regionalmetrics.function;

import io.regionalmetrics.feed.ObjectStore;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;

/**
 * Signs GET requests for files in S3 with the function's own credentials (AWS Signature Version 4).
 * The SDK's client for S3 would add 4.6 MB to the package.
 *
 * @param endpoint the address of S3; empty for the region's own
 * @param region the region of the bucket
 * @param credentials the credentials to sign with
 */
record S3(String endpoint, Region region, AwsCredentialsProvider credentials)
    implements ObjectStore {
  /** The domain of the region's partition; China has one of its own. */
  private String suffix() {
    return region.metadata() == null ? "amazonaws.com" : region.metadata().partition().dnsSuffix();
  }

  /** Percent-encodes all but RFC 3986's unreserved characters and slashes, as S3 signs it. */
  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~")
        .replace("%2F", "/");
  }

  @Override
  public SignedRequest sign(String bucket, String key) {
    URI address = address(bucket, key);
    Map<String, String> headers = new HashMap<>();
    signed(address).forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
    // The HTTP client adds the header Host itself, with the value that was signed.
    headers.keySet().removeIf("host"::equalsIgnoreCase);
    return new SignedRequest(address, headers);
  }

  private URI address(String bucket, String key) {
    String path = encoded(key);
    return URI.create(
        endpoint.isBlank()
            ? "https://s3.%s.%s/%s/%s".formatted(region, suffix(), bucket, path)
            : "%s/%s/%s".formatted(endpoint, bucket, path));
  }

  private SdkHttpRequest signed(URI address) {
    AwsCredentialsIdentity identity = credentials.resolveCredentials();
    SdkHttpRequest request =
        SdkHttpFullRequest.builder().method(SdkHttpMethod.GET).uri(address).build();
    return AwsV4HttpSigner.create()
        .sign(sign ->
            sign.identity(identity)
                .request(request)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false))
        .request();
  }
}
