package io.regionalmetrics.local;

import io.regionalmetrics.function.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** The functions on this machine, with a DynamoDB Local that keeps its data in a folder. */
final class LocalInstance implements AutoCloseable {
  private static final Path EVENTS = Path.of("events");
  private static final String INGEST = "IngestFunction";

  private final DataFolder data;
  private final DynamoDbClient client;
  private final String table;
  private final Functions functions;

  private LocalInstance(DataFolder data, DynamoDbClient client, Template template) {
    this.data = data;
    this.client = client;
    this.table = template.tableName();
    this.functions =
        new Functions(
            template,
            new Wiring(
                client,
                table,
                InstantSource.system(),
                System.getProperty("contact", ""),
                Wiring.s3("")));
  }

  /**
   * Opens a folder's data, with the template's table in it.
   *
   * @throws Mistake where the folder can't be used
   */
  static LocalInstance open(Path folder, Template template) {
    DataFolder data = DataFolder.open(folder);
    LocalInstance instance =
        new LocalInstance(data, DynamoDbLocal.client(data.address()), template);
    try {
      instance.client.createTable(template.table(template.tableName()));
    } catch (ResourceInUseException e) {
      // It is there already.
    }
    return instance;
  }

  /** Whether the data is this process's own, and not reached through another one. */
  boolean isOwn() {
    return data.isOwn();
  }

  /** Whether the table has nothing in it. */
  boolean isEmpty() {
    return client.scan(scan -> scan.tableName(table).limit(1)).items().isEmpty();
  }

  Functions functions() {
    return functions;
  }

  /**
   * Lets the functions themselves take in the documents in {@code events/}. Those that are in
   * already change nothing.
   *
   * @throws Mistake where one is refused
   */
  void load() throws IOException {
    for (Path event : ingestEvents()) {
      Response response = Response.read(functions.invoke(INGEST, Files.readAllBytes(event)));
      if (!response.isSuccess()) {
        throw Mistake.inDoing("%s is refused: %s", event, response.text());
      }
    }
  }

  private static List<Path> ingestEvents() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files
          .filter(file -> file.getFileName().toString().matches("ingest-.*\\.json"))
          .sorted()
          .toList();
    }
  }

  /** Lets other processes use this one's data. */
  void share() throws IOException {
    data.share();
  }

  @Override
  public void close() throws IOException {
    client.close();
    data.close();
  }
}
