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
 * From an event to its response, in a function that has answered often before. Each time the bare
 * function is asked too, just before: what is compared shares its JVM, its seconds and whatever
 * else the machine is doing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class WarmAnswers {
  /** {@code local}: of DynamoDB Local; {@code memory}: what it answered first, over and over. */
  @Param({"local", "memory"})
  String dynamoDb;

  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private final Question growth = Measured.GROWTH.question();
  private RequestStreamHandler bare;
  private RequestStreamHandler bareQuarters;
  private RequestStreamHandler compare;
  private RequestStreamHandler remembering;

  /** Makes the functions. */
  @Setup
  public void makeFunctions() {
    Wiring real = Scene.told().wiring();
    Wiring memory = RememberedDynamoDb.behind(real);
    Wiring wiring = dynamoDb.equals("memory") ? memory : real;
    bare = BareFunction.gettingOne(wiring, Scene.TEN);
    bareQuarters = BareFunction.gettingQuarters(wiring, Scene.TEN);
    compare = new CompareFunction(wiring);
    remembering = new CompareFunction(memory);
  }

  /**
   * Answers often without DynamoDB Local, which would take most of the time: a function in Lambda
   * is compiled once it has answered some thousand times, too.
   */
  private void warmUp(RequestStreamHandler function, Question question) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < WARM_UP.toNanos()) {
      Invocation.of(function, question);
    }
  }

  /** Asks the bare function, and takes the time. */
  @Setup(Level.Invocation)
  public void askBare() {
    long begin = System.nanoTime();
    byte[] response = Invocation.of(bare, growth);
    BareTimes.add(System.nanoTime() - begin, response);
  }

  /** What is asked. */
  @State(Scope.Benchmark)
  public static class Asking {
    /** Any of them. */
    @Param Measured question;

    /** Looks whether it is answered, and answers until that is compiled. */
    @Setup
    public void warmUp(WarmAnswers answers) {
      Invocation.check(answers.compare, question.question());
      answers.warmUp(answers.remembering, question.question());
    }
  }

  /** The least that a function does that reads two quarters. */
  @Benchmark
  @Warmup(iterations = 8, time = 1)
  public byte[] bareQuarters() {
    return Invocation.of(bareQuarters, growth);
  }

  /** A question's answer. */
  @Benchmark
  public byte[] answer(Asking asking) {
    long begin = PROCESSOR.getCurrentThreadCpuTime();
    byte[] response = Invocation.of(compare, asking.question.question());
    BareTimes.addProcessor(PROCESSOR.getCurrentThreadCpuTime() - begin);
    return response;
  }
}
