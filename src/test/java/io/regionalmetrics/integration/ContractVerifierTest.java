package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The verifier finds violations, shown with real answers that are checked against other requests.
 */
class ContractVerifierTest {
  private static final String GROWTH =
      "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4";
  private static final byte[] NOTHING = {};
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static ThrowingCallable asIf(String asked, String answered) {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1" + asked)).build();
    return () -> ContractVerifier.verify(request, NOTHING, service.get(answered).response());
  }

  private static ThrowingCallable asIfPosted(String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1/v1/observations"))
            .header("content-type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    return () ->
        ContractVerifier.verify(
            request,
            body.getBytes(StandardCharsets.UTF_8),
            service.post(Service.article()).response());
  }

  private static void assertComplaint(ThrowingCallable conversation, String complaint) {
    assertThatThrownBy(conversation)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void answerToItsOwnRequestPasses() {
    assertThatCode(asIf(GROWTH, GROWTH)).doesNotThrowAnyException();
    assertThatCode(asIfPosted("application/json", Service.article())).doesNotThrowAnyException();
  }

  @Test
  void bodyOfAnotherSchemaFails() {
    assertComplaint(asIf("/v1/companies", "/v1/metrics"), "body: ");
  }

  @Test
  void rowWithAnUndeclaredFieldFails() {
    assertComplaint(asIf(GROWTH, GROWTH.replace("growth", "regions")), "'ratio'");
  }

  @Test
  void undeclaredParameterFails() {
    assertComplaint(asIf(GROWTH + "&colour=red", GROWTH), "the parameter colour is not declared");
  }

  @Test
  void invalidParameterFails() {
    assertComplaint(asIf(GROWTH.replace("2017-Q4", "2017"), GROWTH), "parameter period: ");
    assertComplaint(asIf(GROWTH.replace("JP", "jp"), GROWTH), "parameter region: ");
  }

  @Test
  void missingRequiredParameterFails() {
    assertComplaint(
        asIf(GROWTH.replace("&region=JP", ""), GROWTH), "the parameter region is required");
  }

  @Test
  void undeclaredStatusFails() {
    assertComplaint(asIf("/openapi.json", "/v1/nothing"), "the status 404 is not declared");
    assertComplaint(asIf("/v1/nothing", GROWTH), "the status is 200 instead of 404");
  }

  @Test
  void acceptedDocumentThatTheContractForbidsFails() {
    assertComplaint(
        asIfPosted("application/json", Service.article().replace("\"decimals\"", "\"digits\"")),
        "'digits'");
  }

  @Test
  void undeclaredContentTypeFails() {
    assertComplaint(
        asIfPosted("text/plain", Service.article()),
        "the body's type 'text/plain' is not declared");
  }
}
