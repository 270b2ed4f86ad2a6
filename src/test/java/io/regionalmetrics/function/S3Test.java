package io.regionalmetrics.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.feed.ObjectStore.SignedRequest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Requests for files in S3 are addressed and signed as S3 requires. */
class S3Test {
  private static S3 s3(String endpoint, AwsCredentials credentials) {
    return new S3(endpoint, Region.EU_CENTRAL_1, StaticCredentialsProvider.create(credentials));
  }

  @Test
  void addressIsTheRegionsHostWithTheBucketInItsPath() {
    SignedRequest signed =
        s3("", AwsBasicCredentials.create("id", "secret")).sign("figures", "2018/q 1+.csv");
    assertThat(signed.address())
        .hasToString("https://s3.eu-central-1.amazonaws.com/figures/2018/q%201%2B.csv");
  }

  @Test
  void keyIsPercentEncodedExceptForSlashesAndUnreservedCharacters() {
    SignedRequest signed =
        s3("", AwsBasicCredentials.create("id", "secret")).sign("b", "a-._~/*é+ %/z");
    assertThat(signed.address().getRawPath()).isEqualTo("/b/a-._~/%2A%C3%A9%2B%20%25/z");
  }

  @Test
  void requestIsSignedForS3() {
    SignedRequest signed =
        s3("", AwsBasicCredentials.create("id", "secret")).sign("figures", "table.csv");
    assertThat(signed.headers().get("Authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=id/")
        .contains("/eu-central-1/s3/aws4_request");
    assertThat(signed.headers()).containsKeys("x-amz-content-sha256", "X-Amz-Date");
    assertThat(signed.headers()).doesNotContainKeys("Host", "host");
  }

  @Test
  void temporaryCredentialsAddTheirSessionToken() {
    SignedRequest signed =
        s3("", AwsSessionCredentials.create("id", "secret", "token")).sign("figures", "table.csv");
    assertThat(signed.headers()).containsEntry("X-Amz-Security-Token", "token");
  }

  @Test
  void customEndpointAlsoHasTheBucketInItsPath() {
    SignedRequest signed =
        s3("http://127.0.0.1:4566", AwsBasicCredentials.create("id", "secret"))
            .sign("figures", "table.csv");
    assertThat(signed.address()).hasToString("http://127.0.0.1:4566/figures/table.csv");
  }
}
