package io.regionalmetrics.local;

import io.regionalmetrics.function.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** The functions on this machine, with a DynamoDB Local that stores its data in a folder. */
final class LocalInstance implements AutoCloseable {
  private final DataFolder data;
  private final DynamoDbClient client;
  private final String table;
  private final Template template;
  private final Functions functions;

  private LocalInstance(DataFolder data, DynamoDbClient client, Template template) {
    this.data = data;
    this.client = client;
    this.template = template;
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
   * Opens the data in a folder and creates the template's table if it is missing.
   *
   * @throws Mistake if the folder can't be used
   */
  static LocalInstance open(Path folder, Template template) {
    DataFolder data = DataFolder.open(folder);
    LocalInstance instance =
        new LocalInstance(data, DynamoDbLocal.client(data.address()), template);
    try {
      instance.client.createTable(template.table(template.tableName()));
    } catch (ResourceInUseException e) {
      // The table exists already.
    }
    return instance;
  }

  /** Whether this process owns the data, rather than using it through another process. */
  boolean isOwn() {
    return data.isOwn();
  }

  /** Whether the table is empty. */
  boolean isEmpty() {
    return client.scan(scan -> scan.tableName(table).limit(1)).items().isEmpty();
  }

  Functions functions() {
    return functions;
  }

  /**
   * Stores the {@linkplain FirstFigures figures} of {@code events/} that aren't stored yet.
   *
   * @throws Mistake if a document is refused
   */
  void load() throws IOException {
    new FirstFigures(functions, template, LoadedFiles.read(data.file("loaded"))).load();
  }

  /** Lets other processes use the data of this one. */
  void share() throws IOException {
    data.share();
  }

  @Override
  public void close() throws IOException {
    client.close();
    data.close();
  }
}
