package io.regionalmetrics.function;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * The environment variables that configure a function. If one is missing or wrong, the function
 * doesn't start, and the log names the variable in one line.
 *
 * @param variables by name, as {@link System#getenv()} gives them
 */
record Environment(Map<String, String> variables) {
  /** A variable is missing or wrong. Has no stack trace, because the code is not at fault. */
  static final class InvalidVariable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private InvalidVariable(String variable, String should, String is) {
      super(
          "the environment variable %s must %s, but is %s".formatted(variable, should, is),
          null,
          false,
          false);
    }
  }

  private String text(String variable) {
    return variables.getOrDefault(variable, "").strip();
  }

  private static String quoted(String value) {
    return value.isEmpty() ? "not set" : "'%s'".formatted(value);
  }

  /**
   * {@code TABLE}: the table's name.
   *
   * @throws InvalidVariable if it isn't a valid name
   */
  String table() {
    String table = text("TABLE");
    if (!table.matches("[A-Za-z0-9_.-]{3,255}")) {
      throw new InvalidVariable(
          "TABLE",
          "be the name of a DynamoDB table: 3 to 255 letters, digits, _, . and -",
          quoted(table));
    }
    return table;
  }

  /**
   * {@code DYNAMODB_ENDPOINT} or {@code S3_ENDPOINT}: the address of an AWS service; empty for the
   * region's own.
   *
   * @throws InvalidVariable if it isn't an http or https address
   */
  String endpoint(String variable) {
    String endpoint = text(variable);
    if (!endpoint.isEmpty() && !isAddress(endpoint)) {
      throw new InvalidVariable(
          variable, "be an address such as http://localhost:8000, or empty", quoted(endpoint));
    }
    return endpoint;
  }

  /** Whether Lambda takes a snapshot of the function once it is constructed (SnapStart). */
  boolean takesSnapshots() {
    return text("AWS_LAMBDA_INITIALIZATION_TYPE").equals("snap-start");
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null && address.getScheme().matches("https?");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * {@code CONTACT}: the contact address to give to other servers, for their owners; empty for
   * none.
   *
   * @throws InvalidVariable if it can't be sent in a header
   */
  String contact() {
    String contact = text("CONTACT");
    if (!contact.matches("[ -~]{0,200}")) {
      throw new InvalidVariable(
          "CONTACT", "be at most 200 printable ASCII characters", quoted(contact));
    }
    return contact;
  }
}
