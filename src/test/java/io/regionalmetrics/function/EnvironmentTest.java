package io.regionalmetrics.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function with an invalid environment variable names it in one line and does not start. */
class EnvironmentTest {
  @BeforeAll
  static void setRegion() {
    System.setProperty("aws.region", "eu-central-1");
  }

  @AfterAll
  static void clearRegion() {
    System.clearProperty("aws.region");
  }

  @ParameterizedTest
  @CsvSource({
    "TABLE,,'TABLE must be the name of a DynamoDB table: 3 to 255 letters, digits, _, . and -, but is not set'",
    "TABLE,a table,\"but is 'a table'\"",
    "TABLE,ab,\"but is 'ab'\"",
    "DYNAMODB_ENDPOINT,localhost:8000,'DYNAMODB_ENDPOINT must be an address such as http://localhost:8000, or empty'",
    "DYNAMODB_ENDPOINT,http://a b,\"but is 'http://a b'\"",
    "S3_ENDPOINT,ftp://files,'S3_ENDPOINT must be an address'",
    "S3_ENDPOINT,/files,\"but is '/files'\"",
    "CONTACT,Jürgen,'CONTACT must be at most 200 printable ASCII characters'"
  })
  void invalidVariableIsNamedInOneLine(String variable, String value, String message) {
    Map<String, String> variables = new HashMap<>(Map.of("TABLE", "figures"));
    variables.put(variable, value == null ? "" : value);
    assertThatThrownBy(() -> Wiring.of(variables))
        .hasMessageStartingWith("the environment variable " + variable)
        .hasMessageContaining(message.replaceAll("^\"|\"$", ""))
        .satisfies(wrong -> assertThat(wrong.getStackTrace()).isEmpty())
        .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("\n"));
  }

  @Test
  void onlyTheTableIsRequired() {
    assertThat(Wiring.of(Map.of("TABLE", "figures")).table()).isEqualTo("figures");
  }
}
