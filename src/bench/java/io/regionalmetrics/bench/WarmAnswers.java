package io.regionalmetrics.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.function.CompareFunction;
import io.regionalmetrics.function.Wiring;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the time from an event to its response in a warm function. The bare function answers
 * just before each event, so that both share the JVM, the moment and the machine's other load.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class WarmAnswers {
  /** {@code local}: DynamoDB Local; {@code memory}: its first responses, repeated from memory. */
  @Param({"local", "memory"})
  String dynamoDb;

  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private final Question growth = Measured.GROWTH.question();
  private RequestStreamHandler bare;
  private RequestStreamHandler bareQuarters;
  private RequestStreamHandler compare;
  private RequestStreamHandler remembering;

  /** Creates the functions. */
  @Setup
  public void createFunctions() {
    Wiring real = Scene.ofProperties().wiring();
    Wiring memory = RememberedDynamoDb.behind(real);
    Wiring wiring = dynamoDb.equals("memory") ? memory : real;
    bare = BareFunction.gettingOne(wiring, Scene.TEN);
    bareQuarters = BareFunction.gettingQuarters(wiring, Scene.TEN);
    compare = new CompareFunction(wiring);
    remembering = new CompareFunction(memory);
  }

  /**
   * Answers until the function is compiled, as in Lambda after some thousand events. It does so
   * without DynamoDB Local, which would take most of the time.
   */
  private void warmUp(RequestStreamHandler function, Question question) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < WARM_UP.toNanos()) {
      Invocation.of(function, question);
    }
  }

  /** Calls the bare function and records its time. */
  @Setup(Level.Invocation)
  public void callBare() {
    long begin = System.nanoTime();
    byte[] response = Invocation.of(bare, growth);
    BareTimes.add(System.nanoTime() - begin, response);
  }

  /** The question of a benchmark. */
  @State(Scope.Benchmark)
  public static class Asking {
    /** All questions, one after another. */
    @Param Measured question;

    /** Checks that the question is answered, then warms up. */
    @Setup
    public void warmUp(WarmAnswers answers) {
      Invocation.check(answers.compare, question.question());
      answers.warmUp(answers.remembering, question.question());
    }
  }

  /** The bare function that reads two quarters. */
  @Benchmark
  @Warmup(iterations = 8, time = 1)
  public byte[] bareQuarters() {
    return Invocation.of(bareQuarters, growth);
  }

  /** The answer to a question. */
  @Benchmark
  public byte[] answer(Asking asking) {
    long begin = PROCESSOR.getCurrentThreadCpuTime();
    byte[] response = Invocation.of(compare, asking.question.question());
    BareTimes.addProcessor(PROCESSOR.getCurrentThreadCpuTime() - begin);
    return response;
  }
}
