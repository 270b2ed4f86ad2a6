package io.regionalmetrics.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.function.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The template's functions, each made once and called as Lambda calls it. */
public final class Functions {
  private final Map<String, Function> functions = new TreeMap<>();

  private record Function(Template.Function template, RequestStreamHandler handler) {}

  /**
   * Makes the handlers that a template names.
   *
   * @param wiring what they are made of
   * @throws IllegalStateException where one can't be made
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
          "the handler of %s can't be made of a Wiring: %s".formatted(function.name(), e), e);
    }
  }

  /**
   * Calls a function once.
   *
   * @param name its logical id
   * @param event the bytes that it reads
   * @return the bytes that it writes
   * @throws IllegalArgumentException where there is no function of this name
   * @throws IOException as the function throws it
   */
  public byte[] invoke(String name, byte[] event) throws IOException {
    Function function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException(
          "there is no function %s; there are %s"
              .formatted(name, String.join(", ", functions.keySet())));
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function
        .handler()
        .handleRequest(
            new ByteArrayInputStream(event), answer, new LocalContext(function.template()));
    return answer.toByteArray();
  }
}
