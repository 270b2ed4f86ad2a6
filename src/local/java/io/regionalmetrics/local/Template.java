package io.regionalmetrics.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * The SAM template, {@code template.yaml}. Everything that needs the table, the routes or the
 * functions reads them from here, so that they are defined once.
 */
public final class Template {
  /** The template's path in the project's folder. */
  public static final Path FILE = Path.of("template.yaml");

  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String API = "AWS::Serverless::HttpApi";
  private static final String TABLE = "AWS::DynamoDB::Table";
  private static final String ROLE_POLICY = "AWS::IAM::RolePolicy";

  private final Map<String, Object> root;

  /**
   * A function.
   *
   * @param name its logical id
   * @param handler the name of its handler's class
   * @param timeout the longest time that an invocation may take
   * @param memory its memory, in MB
   * @param runtime Lambda's runtime, such as java25
   * @param actions the actions that its role allows, without writing logs and traces
   */
  public record Function(
      String name,
      String handler,
      Duration timeout,
      int memory,
      String runtime,
      List<String> actions) {}

  /**
   * Sends requests to a function.
   *
   * @param key a method and a path, {@code GET /v1/companies/{company}}, or {@code $default}
   * @param function the function's logical id
   */
  public record Route(String key, String function) {
    /** The key of the route for all requests that match no other. */
    public static final String DEFAULT = "$default";
  }

  private Template(Map<String, Object> root) {
    this.root = root;
  }

  /**
   * Reads a template.
   *
   * @throws IOException if it can't be read
   * @throws IllegalStateException if it lacks something; the other methods throw this too
   */
  public static Template read(Path file) throws IOException {
    Map<String, Object> asWritten = load(file, Map.of());
    Map<String, String> defaults = new LinkedHashMap<>();
    map(asWritten, "Parameters")
        .forEach((name, parameter) ->
            defaults.put(name, mapOf(parameter).getOrDefault("Default", "").toString()));
    return new Template(load(file, defaults));
  }

  private static Map<String, Object> load(Path file, Map<String, String> parameters)
      throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new Yaml(new Plain(parameters)).load(reader);
    }
  }

  /** The functions by logical id, in the template's order. */
  public Map<String, Function> functions() {
    Map<String, Function> functions = new LinkedHashMap<>();
    ofType(FUNCTION).forEach((name, properties) -> functions.put(name, function(name, properties)));
    return functions;
  }

  /** The options that the template gives to the JVM of every function. */
  public List<String> jvmOptions() {
    Map<String, Object> variables = map(map(functionDefaults(), "Environment"), "Variables");
    return List.of(text(variables, "JAVA_TOOL_OPTIONS").split(" ", -1));
  }

  private Map<String, Object> functionDefaults() {
    return map(map(root, "Globals"), "Function");
  }

  private Function function(String name, Map<String, Object> own) {
    Map<String, Object> properties = new LinkedHashMap<>(functionDefaults());
    properties.putAll(own);
    return new Function(
        name,
        text(properties, "Handler").replaceFirst("::.*", ""),
        Duration.ofSeconds((Integer) value(properties, "Timeout")),
        (Integer) value(properties, "MemorySize"),
        text(properties, "Runtime"),
        actions(text(properties, "Role").replaceFirst("\\.Arn$", "")));
  }

  /** The actions that a role allows, for any resource and under any condition. */
  private List<String> actions(String role) {
    Stream<Map<String, Object>> own = list(properties(role), "Policies").stream();
    Stream<Map<String, Object>> more =
        ofType(ROLE_POLICY).values().stream()
            .filter(policy -> text(policy, "RoleName").equals(role));
    return Stream.concat(own, more)
        .flatMap(policy -> list(map(policy, "PolicyDocument"), "Statement").stream())
        .flatMap(statement -> oneOrMore(value(statement, "Action")))
        .toList();
  }

  private static Stream<String> oneOrMore(Object value) {
    return value instanceof List<?> several
        ? several.stream().map(Object::toString)
        : Stream.of(value.toString());
  }

  /** The routes of all functions, in the template's order. */
  public List<Route> routes() {
    return ofType(FUNCTION).entrySet().stream()
        .flatMap(function ->
            map(function.getValue(), "Events").values().stream()
                .map(Template::mapOf)
                .filter(event -> text(event, "Type").equals("HttpApi"))
                .map(event -> new Route(key(map(event, "Properties")), function.getKey())))
        .toList();
  }

  private static String key(Map<String, Object> event) {
    return event.containsKey("Path")
        ? text(event, "Method").toUpperCase(Locale.ROOT) + " " + text(event, "Path")
        : Route.DEFAULT;
  }

  /** What pages of other origins may do; empty if the template has no CORS configuration. */
  public Optional<Cors> cors() {
    Map<String, Object> api = only(API).getValue();
    return api.containsKey("CorsConfiguration")
        ? Optional.of(cors(map(api, "CorsConfiguration")))
        : Optional.empty();
  }

  private static Cors cors(Map<String, Object> cors) {
    return new Cors(
        strings(cors, "AllowOrigins"),
        strings(cors, "AllowMethods"),
        strings(cors, "AllowHeaders"),
        strings(cors, "ExposeHeaders"),
        Duration.ofSeconds((Integer) value(cors, "MaxAge")));
  }

  /**
   * The properties of a resource. References to parameters are replaced by the parameters'
   * defaults; CloudFormation's other tags are removed.
   *
   * @param name the resource's logical id
   */
  public Map<String, Object> properties(String name) {
    return map(map(map(root, "Resources"), name), "Properties");
  }

  /** The definitions of the template's parameters, by name. */
  public Map<String, Map<String, Object>> parameters() {
    Map<String, Map<String, Object>> parameters = new LinkedHashMap<>();
    map(root, "Parameters").forEach((name, value) -> parameters.put(name, mapOf(value)));
    return parameters;
  }

  /** The table's logical id, which {@code sam local} uses as its name. */
  public String tableName() {
    return only(TABLE).getKey();
  }

  /** A request to create the table under a name. */
  public CreateTableRequest table(String name) {
    Map<String, Object> table = only(TABLE).getValue();
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(text(table, "BillingMode"))
        .attributeDefinitions(
            list(table, "AttributeDefinitions").stream()
                .map(attribute ->
                    AttributeDefinition.builder()
                        .attributeName(text(attribute, "AttributeName"))
                        .attributeType(text(attribute, "AttributeType"))
                        .build())
                .toList())
        .keySchema(
            list(table, "KeySchema").stream()
                .map(key ->
                    KeySchemaElement.builder()
                        .attributeName(text(key, "AttributeName"))
                        .keyType(text(key, "KeyType"))
                        .build())
                .toList())
        .build();
  }

  /** The properties of all resources of a type, by logical id. */
  public Map<String, Map<String, Object>> ofType(String type) {
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    map(root, "Resources")
        .forEach((name, value) -> {
          Map<String, Object> resource = mapOf(value);
          if (text(resource, "Type").equals(type)) {
            found.put(name, map(resource, "Properties"));
          }
        });
    return found;
  }

  private Map.Entry<String, Map<String, Object>> only(String type) {
    Map<String, Map<String, Object>> found = ofType(type);
    if (found.size() != 1) {
      throw new IllegalStateException(
          "the template must have one %s, but has %d".formatted(type, found.size()));
    }
    return found.entrySet().iterator().next();
  }

  private static Object value(Map<String, Object> map, String name) {
    return Optional.ofNullable(map.get(name))
        .orElseThrow(
            () -> new IllegalStateException("the template has no %s in %s".formatted(name, map)));
  }

  private static String text(Map<String, Object> map, String name) {
    return value(map, name).toString();
  }

  private static Map<String, Object> map(Map<String, Object> map, String name) {
    return mapOf(map.getOrDefault(name, Map.of()));
  }

  @SuppressWarnings("unchecked") // The keys of maps in the template are names.
  private static Map<String, Object> mapOf(Object value) {
    if (!(value instanceof Map)) {
      throw new IllegalStateException("the template has %s instead of a map".formatted(value));
    }
    return (Map<String, Object>) value;
  }

  private static List<Map<String, Object>> list(Map<String, Object> map, String name) {
    return ((List<?>) value(map, name)).stream().map(Template::mapOf).toList();
  }

  private static List<String> strings(Map<String, Object> map, String name) {
    return ((List<?>) value(map, name)).stream().map(Object::toString).toList();
  }

  /**
   * Resolves CloudFormation's tags: {@code !Ref x} is the value of the parameter x, or x if there
   * is no such parameter; {@code !Split} is its result; any other tag is ignored.
   */
  private static final class Plain extends SafeConstructor {
    private final Map<String, String> parameters;

    Plain(Map<String, String> parameters) {
      super(new LoaderOptions());
      this.parameters = parameters;
      yamlMultiConstructors.put("!", new Untagged());
    }

    private final class Untagged extends AbstractConstruct {
      @Override
      public @Nullable Object construct(Node node) {
        return switch (node) {
          case ScalarNode scalar -> parameters.getOrDefault(scalar.getValue(), scalar.getValue());
          case SequenceNode sequence when sequence.getTag().getValue().equals("!Split") ->
              split(constructSequence(sequence));
          case SequenceNode sequence -> constructSequence(sequence);
          case MappingNode mapping -> constructMapping(mapping);
          default -> null;
        };
      }

      private List<String> split(List<?> arguments) {
        return List.of(
            arguments.get(1).toString().split(Pattern.quote(arguments.get(0).toString())));
      }
    }
  }
}
