package io.regionalmetrics.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.function.CompareFunction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures how much longer a question takes by {@code POST /mcp} than by GET, in a warm function
 * and in turn with the GET. The exit code is 1 if it takes more than 5 ms longer.
 *
 * <pre>mvn -Pbench -Dbench.main=io.regionalmetrics.bench.MessageTimes</pre>
 */
public final class MessageTimes {
  private static final int WARM_UP = 500;
  private static final int ROUNDS = 300;
  private static final double MOST_MILLIS = 5;

  private static final List<Measured> QUESTIONS =
      List.of(Measured.GROWTH, Measured.CHECK, Measured.SERIES, Measured.GROWTH_OF_100);

  private final RequestStreamHandler compare;
  private boolean isSlow;

  private MessageTimes(RequestStreamHandler compare) {
    this.compare = compare;
  }

  /** Measures and prints a table. */
  public static void main(String[] arguments) {
    Scene scene = Scene.start();
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    MessageTimes times =
        new MessageTimes(new CompareFunction(RememberedDynamoDb.behind(scene.wiring())));
    TextTable table = new TextTable("Messages, p50 ms", "GET", "message", "more", "ratio");
    QUESTIONS.forEach(question -> times.measure(question, table));
    System.out.println(table);
    System.exit(times.isSlow ? 1 : 0);
  }

  private void measure(Measured measured, TextTable table) {
    Question get = measured.question();
    Question message = get.message();
    requireAnswer(message);
    long[] gets = new long[ROUNDS];
    long[] messages = new long[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      gets[Math.max(0, i)] = nanos(get);
      messages[Math.max(0, i)] = nanos(message);
    }
    double of = median(gets);
    double more = median(messages) - of;
    isSlow |= more > MOST_MILLIS;
    table.add(
        measured.title(), format(of), format(of + more), format(more), format((of + more) / of));
  }

  private void requireAnswer(Question message) {
    String response = new String(Invocation.of(compare, message), StandardCharsets.UTF_8);
    if (!response.contains("structuredContent")) {
      throw new IllegalStateException("no answer: " + response);
    }
  }

  private long nanos(Question question) {
    long begin = System.nanoTime();
    Invocation.of(compare, question);
    return System.nanoTime() - begin;
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }

  private static String format(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
