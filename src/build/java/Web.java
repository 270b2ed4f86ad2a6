import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes of the pages' sources what the package holds. A page's modules become one script, since
 * each file that a browser asks for is an invocation of the function, and perhaps a cold start.
 * Scripts, styles and icons are named by their content, so that a browser may keep them.
 */
final class Web {
  private static final List<String> PAGES = List.of("index.html", "docs.html");
  private static final Pattern REFERENCE =
      Pattern.compile("(?<=(?:href|src)=\")([a-z]+)\\.(js|css|svg)(?=\")");
  private static final Pattern IMPORT =
      Pattern.compile("(?ms)^import (\\{[\\w,\\s]+}) from '\\./([a-z]+)\\.js';\\n");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export (?=(?:async )?(?:function|class|const) (\\w+))");
  private static final Pattern COMMENT = Pattern.compile("(?ms)^ *(?:/\\*.*?\\*/|//[^\\n]*)\\n");

  /** The white space around a style sheet's punctuation; no text in ours has any of it. */
  private static final Pattern AROUND_MARK = Pattern.compile("\\s*([{};,])\\s*");

  private static final Pattern INDENTATION = Pattern.compile("(?m)^ +|\\n(?=\\n)");

  private final Path sources;
  private final Path target;

  private Web(Path sources, Path target) {
    this.sources = sources;
    this.target = target;
  }

  /** Reads the sources in the first folder and writes into the second. */
  public static void main(String[] args) throws IOException {
    new Web(Path.of(args[0]), Path.of(args[1])).make();
  }

  private void make() throws IOException {
    Path assets = Files.createDirectories(target.resolve("assets"));
    try (var old = Files.list(assets)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (String page : PAGES) {
      Files.writeString(target.resolve(page), page(read(page)));
    }
  }

  private String read(String file) throws IOException {
    return Files.readString(sources.resolve(file));
  }

  /** A page that names its files as they are served. */
  private String page(String html) throws IOException {
    StringBuilder page = new StringBuilder();
    Matcher reference = REFERENCE.matcher(html);
    while (reference.find()) {
      reference.appendReplacement(page, asset(reference.group(1), reference.group(2)));
    }
    return reference.appendTail(page).toString();
  }

  /** Writes a file, and says where it is served. */
  private String asset(String name, String type) throws IOException {
    String content =
        switch (type) {
          case "js" -> script(name);
          case "css" -> AROUND_MARK.matcher(small(read(name + ".css"))).replaceAll("$1");
          default -> read(name + "." + type);
        };
    String file = "%s-%s.%s".formatted(name, hash(content), type);
    Files.writeString(target.resolve("assets").resolve(file), content);
    return "/assets/" + file;
  }

  private static String hash(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A module with all that it imports before it, each in a scope of its own. */
  private String script(String entry) throws IOException {
    Map<String, String> modules = new LinkedHashMap<>();
    add(entry, modules);
    String body = modules.remove(entry);
    return modules.entrySet().stream()
            .map(module -> scoped(module.getKey(), module.getValue()))
            .collect(Collectors.joining())
        + body;
  }

  private void add(String name, Map<String, String> modules) throws IOException {
    String source = read(name + ".js");
    for (Matcher found = IMPORT.matcher(source); found.find(); ) {
      if (!modules.containsKey(found.group(2))) {
        add(found.group(2), modules);
      }
    }
    String taken = IMPORT.matcher(source).replaceAll("const $1 = in_$2;\n");
    if (taken.startsWith("import ") || taken.contains("\nimport ")) {
      throw new IllegalStateException(name + ".js imports in a way that isn't understood here");
    }
    modules.put(name, small(taken));
  }

  private static String scoped(String name, String source) {
    String exports =
        EXPORT
            .matcher(source)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining(","));
    return "const in_%s=(()=>{\n%s\nreturn{%s};})();\n"
        .formatted(name, EXPORT.matcher(source).replaceAll(""), exports);
  }

  /** Without the comments and the indentation, which only people need. */
  private static String small(String source) {
    return INDENTATION.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll("");
  }
}
