package io.regionalmetrics.function;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * What the template tells a function in variables. What is missing or wrong there is said in a line
 * that names the variable, before anything is asked.
 *
 * @param variables by name, as of {@link System#getenv()}
 */
record Environment(Map<String, String> variables) {
  /** A variable that is missing or wrong; without a trace, since the fault is not in the code. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Wrong(String variable, String should, String is) {
      super(
          "the environment variable %s should %s, and is %s".formatted(variable, should, is),
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
   * @throws Wrong where it is none
   */
  String table() {
    String table = text("TABLE");
    if (!table.matches("[A-Za-z0-9_.-]{3,255}")) {
      throw new Wrong(
          "TABLE", "name a DynamoDB table, by 3 to 255 letters, digits, _, . and -", quoted(table));
    }
    return table;
  }

  /**
   * {@code DYNAMODB_ENDPOINT} or {@code S3_ENDPOINT}: where a service of AWS's is; empty where that
   * is the region's own.
   *
   * @throws Wrong where it is not an address
   */
  String endpoint(String variable) {
    String endpoint = text(variable);
    if (!endpoint.isEmpty() && !isAddress(endpoint)) {
      throw new Wrong(
          variable, "be an address such as http://localhost:8000, or empty", quoted(endpoint));
    }
    return endpoint;
  }

  /** Whether Lambda takes a snapshot of the function once it is made (SnapStart). */
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
   * {@code CONTACT}: whom the owners of other servers can write to; empty where that is nobody.
   *
   * @throws Wrong where it can't be sent in a header
   */
  String contact() {
    String contact = text("CONTACT");
    if (!contact.matches("[ -~]{0,200}")) {
      throw new Wrong("CONTACT", "be at most 200 printable ASCII characters", quoted(contact));
    }
    return contact;
  }
}
