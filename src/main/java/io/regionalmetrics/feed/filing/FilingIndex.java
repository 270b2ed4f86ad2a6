package io.regionalmetrics.feed.filing;

import com.fasterxml.jackson.core.JsonParser;
import io.regionalmetrics.json.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The list of a filing's files ({@code index.json}). Finds the XBRL instance among them.
 *
 * @param files the names of the files
 */
record FilingIndex(List<String> files) {
  private static final Pattern LINKBASE = Pattern.compile(".*_(cal|def|lab|pre|ref)\\.xml");
  private static final Pattern RENDERED = Pattern.compile("r[0-9]+\\.xml");
  private static final Pattern DATED = Pattern.compile(".*-[0-9]{8}(_htm)?\\.xml");

  /** Copies the names. */
  FilingIndex {
    files = List.copyOf(files);
  }

  /**
   * Reads the list.
   *
   * @throws UnreadableListing if it isn't such a list
   */
  static FilingIndex read(InputStream bytes) throws IOException {
    List<String> files = new ArrayList<>();
    JsonReader.object(
        bytes,
        "the filing's index",
        (name, value) -> {
          if (name.equals("directory")) {
            JsonInput.members(value, (member, items) -> items(member, items, files));
          } else {
            value.skipChildren();
          }
        });
    if (files.isEmpty()) {
      throw new UnreadableListing("the filing's index names no files in 'directory.item'");
    }
    return new FilingIndex(files);
  }

  private static void items(String member, JsonParser items, List<String> files)
      throws IOException {
    if (member.equals("item")) {
      JsonReader.elements(
          items, item -> JsonInput.members(item, (name, value) -> file(name, value, files)));
    } else {
      items.skipChildren();
    }
  }

  private static void file(String member, JsonParser value, List<String> files) throws IOException {
    String text = JsonReader.text(value);
    if (member.equals("name")) {
      files.add(text);
    }
  }

  /**
   * The name of the instance: the XML file that is neither a linkbase nor a file of the SEC's own.
   * If there are several, an extracted instance comes first, then a file with a date in its name.
   */
  Optional<String> instance() {
    return files.stream()
        .filter(Filing::isFile)
        .filter(FilingIndex::mayBeInstance)
        .min(
            Comparator.<String, Boolean>comparing(name -> !name.endsWith("_htm.xml"))
                .thenComparing(name -> !DATED.matcher(name).matches())
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean mayBeInstance(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".xml")
        && !LINKBASE.matcher(name).matches()
        && !RENDERED.matcher(name).matches()
        && !name.equals("filingsummary.xml")
        && !name.equals("primary_doc.xml")
        && !name.equals("defnref.xml");
  }
}
