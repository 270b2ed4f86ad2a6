package io.regionalmetrics.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.function.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The template's functions. Each handler is created once and called as Lambda calls it. */
public final class Functions {
  private final Map<String, Function> functions = new TreeMap<>();

  private record Function(Template.Function template, RequestStreamHandler handler) {}

  /**
   * Creates the handlers that a template names.
   *
   * @param wiring the argument of their constructors
   * @throws IllegalStateException if a handler can't be created
   */
  public Functions(Template template, Wiring wiring) {
    template
        .functions()
        .values()
        .forEach(function ->
            functions.put(function.name(), new Function(function, handler(function, wiring))));
  }

  private static RequestStreamHandler handler(Template.Function function, Wiring wiring) {
    try {
      return Class.forName(function.handler())
          .asSubclass(RequestStreamHandler.class)
          .getConstructor(Wiring.class)
          .newInstance(wiring);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalStateException(
          "the handler of %s can't be created: %s".formatted(function.name(), e), e);
    }
  }

  /**
   * Calls a function once.
   *
   * @param name its logical id
   * @param event the event, as JSON
   * @return the function's response
   * @throws IllegalArgumentException if there is no such function
   * @throws IOException if the function throws it
   */
  public byte[] invoke(String name, byte[] event) throws IOException {
    Function function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException(
          "there is no function %s; the functions are %s"
              .formatted(name, String.join(", ", functions.keySet())));
    }
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    function
        .handler()
        .handleRequest(
            new ByteArrayInputStream(event), response, new LocalContext(function.template()));
    return response.toByteArray();
  }
}
