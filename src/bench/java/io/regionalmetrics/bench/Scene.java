package io.regionalmetrics.bench;

import io.regionalmetrics.bench.Company.Published;
import io.regionalmetrics.function.IngestFunction;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A table in DynamoDB Local with the figures of some companies. DynamoDB Local runs in the JVM that
 * started the benchmarks. JMH measures in other JVMs, which find the table by system properties.
 *
 * @param address the address of DynamoDB Local
 * @param table the name of the table
 */
record Scene(URI address, String table) {
  static final Company ONE = new Company(1, Published.LEVELS);
  static final Company TEN = new Company(10, Published.LEVELS);
  static final Company TEN_IMPLIED = new Company(10, Published.GROWTHS);
  static final Company TEN_RESTATED = new Company(10, Published.RESTATED);
  static final Company TEN_YEARS = new Company(10, Published.TEN_YEARS);
  static final Company FIFTY_TEN_YEARS = new Company(50, Published.TEN_YEARS);
  static final Company FIFTY = new Company(50, Published.LEVELS);
  static final Company HUNDRED = new Company(100, Published.LEVELS);

  private static final List<Company> COMPANIES =
      List.of(ONE, TEN, TEN_IMPLIED, TEN_RESTATED, TEN_YEARS, FIFTY_TEN_YEARS, FIFTY, HUNDRED);
  private static final String ADDRESS = "bench.address";
  private static final String TABLE = "bench.table";

  /** Starts DynamoDB Local and stores the companies' documents through the function for it. */
  static Scene start() {
    Wiring wiring = LocalDynamoDb.freshWiring();
    IngestFunction ingest = new IngestFunction(wiring);
    for (Company company : COMPANIES) {
      company
          .documents()
          .forEach(document -> Invocation.check(ingest, Question.document(document)));
    }
    return new Scene(LocalDynamoDb.address(), wiring.table());
  }

  /** The scene that this JVM's system properties name. */
  static Scene ofProperties() {
    return new Scene(URI.create(System.getProperty(ADDRESS)), System.getProperty(TABLE));
  }

  /** JVM arguments that name this scene, and give the SDK the region and credentials. */
  String[] properties() {
    Map<String, String> properties =
        Map.of(
            ADDRESS,
            address.toString(),
            TABLE,
            table,
            "aws.region",
            "eu-central-1",
            "aws.accessKeyId",
            "local",
            "aws.secretAccessKey",
            "local");
    return properties.entrySet().stream()
        .map(property -> "-D%s=%s".formatted(property.getKey(), property.getValue()))
        .toArray(String[]::new);
  }

  /** The wiring of the functions, as in Lambda. */
  Wiring wiring() {
    return Wiring.of(Map.of("TABLE", table, "DYNAMODB_ENDPOINT", address.toString()));
  }
}
