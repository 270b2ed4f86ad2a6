import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes what the package holds for assistants: the list of tools, instructions, and docs/api.md. A
 * tool names the schema of its answer in the contract; in the list it has the schema itself, with
 * all that it refers to. Descriptions and examples of these schemas are left out: assistants may
 * show the list to their models, and it would be twice as long.
 */
final class Assistants {
  private static final String IN_CONTRACT = "#/components/schemas/";
  private static final Pattern REFERENCE = Pattern.compile("\"#/\\$defs/(\\w+)\"");
  private static final Set<String> LEFT_OUT =
      Set.of("description", "example", "examples", "x-example", "title");

  private final Map<?, ?> schemas;

  private Assistants(Map<?, ?> contract) {
    schemas = (Map<?, ?>) ((Map<?, ?>) contract.get("components")).get("schemas");
  }

  /** Reads the tools, the contract and the documentation, and writes into the last folder. */
  public static void main(String[] args) throws IOException {
    Map<?, ?> source = (Map<?, ?>) new Json(Files.readString(Path.of(args[0]))).value();
    Map<?, ?> contract = (Map<?, ?>) new Json(Files.readString(Path.of(args[1]))).value();
    Path target = Files.createDirectories(Path.of(args[3]));
    List<Object> tools = new ArrayList<>();
    for (Object tool : (List<?>) source.get("tools")) {
      tools.add(new Assistants(contract).tool((Map<?, ?>) tool));
    }
    Files.writeString(target.resolve("tools.json"), Json.text(tools));
    Files.writeString(target.resolve("instructions.txt"), source.get("instructions").toString());
    Files.writeString(target.resolve("api.md"), Files.readString(Path.of(args[2])));
  }

  private Map<Object, Object> tool(Map<?, ?> tool) {
    Map<Object, Object> whole = new LinkedHashMap<>(tool);
    Map<?, ?> schema = (Map<?, ?>) tool.get("outputSchema");
    whole.put("outputSchema", bundle(schema.get("$ref").toString().replace(IN_CONTRACT, "")));
    return whole;
  }

  /** A schema with all that it refers to under {@code $defs}. */
  private Object bundle(String name) {
    Map<Object, Object> bundle = new LinkedHashMap<>((Map<?, ?>) schema(name));
    Map<Object, Object> definitions = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(references(bundle));
    while (!open.isEmpty()) {
      String other = open.remove();
      if (!definitions.containsKey(other)) {
        definitions.put(other, schema(other));
        open.addAll(references(definitions.get(other)));
      }
    }
    bundle.put("$defs", definitions);
    return bundle;
  }

  private Object schema(String name) {
    if (!schemas.containsKey(name)) {
      throw new IllegalArgumentException("the contract has no schema " + name);
    }
    return reduced(schemas.get(name), false);
  }

  private static Set<String> references(Object schema) {
    return REFERENCE
        .matcher(Json.text(schema))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * A schema without descriptions and examples.
   *
   * @param isNaming whether the members of the value are named by the API, not by JSON Schema
   */
  private static Object reduced(Object value, boolean isNaming) {
    if (value instanceof List<?> list) {
      return list.stream().map(element -> reduced(element, false)).toList();
    }
    if (!(value instanceof Map<?, ?> object)) {
      return value instanceof String text ? text.replace(IN_CONTRACT, "#/$defs/") : value;
    }
    Map<Object, Object> reduced = new LinkedHashMap<>();
    object.forEach((name, member) -> {
      if (isNaming || !LEFT_OUT.contains(name)) {
        reduced.put(name, reduced(member, !isNaming && name.equals("properties")));
      }
    });
    return reduced;
  }

  /** Reads and writes JSON: objects are maps, texts are strings, anything else stays as written. */
  private static final class Json {
    private static final Pattern TOKEN =
        Pattern.compile(
            "\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([\\[\\]{},:])|([^\\s\\[\\]{},:\"]++))");

    private final Matcher tokens;

    /** A number, true, false or null. */
    private record Literal(String text) {}

    Json(String text) {
      tokens = TOKEN.matcher(text);
    }

    Object value() {
      tokens.find();
      return current();
    }

    /** The value that begins with the token just found. */
    private Object current() {
      if (tokens.group(1) != null) {
        return tokens.group(1);
      }
      if (tokens.group(3) != null) {
        return new Literal(tokens.group(3));
      }
      return tokens.group(2).equals("{") ? object() : list();
    }

    private Map<String, Object> object() {
      Map<String, Object> object = new LinkedHashMap<>();
      while (tokens.find() && !"}".equals(tokens.group(2))) {
        if (tokens.group(1) != null) {
          String name = tokens.group(1);
          tokens.find();
          object.put(name, value());
        }
      }
      return object;
    }

    private List<Object> list() {
      List<Object> list = new ArrayList<>();
      while (tokens.find() && !"]".equals(tokens.group(2))) {
        if (!",".equals(tokens.group(2))) {
          list.add(current());
        }
      }
      return list;
    }

    static String text(Object value) {
      return switch (value) {
        case Map<?, ?> object ->
            object.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + text(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        case List<?> list ->
            list.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
        case Literal literal -> literal.text();
        default -> "\"" + value + "\"";
      };
    }
  }
}
