package io.regionalmetrics.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regionalmetrics.integration.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.threeten.extra.YearQuarter;

/** Makes the files of the sample figures. The same data gives the same bytes. */
public final class SampleFiles {
  private static final Path DEFINITIONS = Path.of("src/test/resources/samples/definitions.json");

  private static final Pattern QUARTER = Pattern.compile("\\b[0-9]{4}-Q[1-4]\\b");

  private final Map<String, String> files = new TreeMap<>();

  private SampleFiles() {}

  /**
   * The content of each file, by its name.
   *
   * @param data has the folders {@code sec}, {@code twitter} and {@code ecb}
   */
  public static Map<String, String> of(Path data) {
    SampleFiles samples = new SampleFiles();
    List<ObjectNode> documents = new ArrayList<>(SampleFilings.documents(data.resolve("sec")));
    documents.add((ObjectNode) Service.json(Service.file(DEFINITIONS.toString())));
    documents.forEach(samples::add);
    String twitter = SampleTwitter.csv(data);
    samples.files.put("twitter.csv", twitter);
    samples.files.put(
        "eurofxref-hist.csv",
        SampleRates.csv(data.resolve("ecb/eurofxref-hist.zip"), quarters(documents, twitter)));
    return samples.files;
  }

  /** Writes all files, in place of all that the folder had before. */
  public static void write(Map<String, String> files, Path folder) {
    try (Stream<Path> before = Files.list(Files.createDirectories(folder))) {
      for (Path file : before.toList()) {
        Files.delete(file);
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(ObjectNode document) {
    JsonNode source = document.get("source");
    String name =
        "%s-%s.json".formatted(source.get("published").textValue(), source.get("id").textValue());
    if (files.put(name, text(document)) != null) {
      throw new IllegalStateException("two documents are called " + name);
    }
  }

  private static TreeSet<YearQuarter> quarters(List<ObjectNode> documents, String csv) {
    return Stream.concat(
            documents.stream().flatMap(document -> document.findValuesAsText("period").stream()),
            QUARTER.matcher(csv).results().map(MatchResult::group))
        .map(YearQuarter::parse)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The document with a line for each object of its lists. */
  private static String text(ObjectNode document) {
    return document.properties().stream()
        .map(member -> "  \"%s\": %s".formatted(member.getKey(), text(member.getValue())))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String text(JsonNode member) {
    return member.isArray()
        ? StreamSupport.stream(member.spliterator(), false)
            .map(JsonNode::toString)
            .collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"))
        : member.toString();
  }
}
