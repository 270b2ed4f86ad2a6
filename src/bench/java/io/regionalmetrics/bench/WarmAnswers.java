package io.regionalmetrics.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.regionalmetrics.function.CompareFunction;
import io.regionalmetrics.function.Wiring;
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
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class WarmAnswers {
  /** {@code local}: of DynamoDB Local; {@code memory}: what it answered first, over and over. */
  @Param({"local", "memory"})
  String dynamoDb;

  private final Question growthPublished = Question.growth(Scene.TEN);
  private final Question growthImplied = Question.growth(Scene.TEN_IMPLIED);
  private final Question regions = Question.regions(Scene.TEN);
  private final Question check = Question.check(Scene.TEN);
  private RequestStreamHandler bare;
  private RequestStreamHandler bareQuarters;
  private RequestStreamHandler compare;

  /** Makes the functions, and looks whether they answer. */
  @Setup
  public void makeFunctions() {
    Wiring real = Scene.told().wiring();
    Wiring wiring = dynamoDb.equals("memory") ? RememberedDynamoDb.behind(real) : real;
    bare = BareFunction.gettingOne(wiring, Scene.TEN);
    bareQuarters = BareFunction.gettingQuarters(wiring, Scene.TEN);
    compare = new CompareFunction(wiring);
    Invocation.check(compare, growthPublished);
    Invocation.check(compare, growthImplied);
    Invocation.check(compare, regions);
    Invocation.check(compare, check);
  }

  /** Asks the bare function, and takes the time. */
  @Setup(Level.Invocation)
  public void askBare() {
    long begin = System.nanoTime();
    byte[] response = Invocation.of(bare, growthPublished);
    BareTimes.add(System.nanoTime() - begin, response);
  }

  /** The least that a function does that reads two quarters. */
  @Benchmark
  public byte[] bareQuarters() {
    return Invocation.of(bareQuarters, growthPublished);
  }

  /** Ten regions, both quarters' levels published. */
  @Benchmark
  public byte[] growthPublished() {
    return Invocation.of(compare, growthPublished);
  }

  /** Ten regions, levels and growths published, ten bases implied. */
  @Benchmark
  public byte[] growthImplied() {
    return Invocation.of(compare, growthImplied);
  }

  /** Ten regions side by side. */
  @Benchmark
  public byte[] regions() {
    return Invocation.of(compare, regions);
  }

  /** Ten published ratios against their numerators and denominators. */
  @Benchmark
  public byte[] check() {
    return Invocation.of(compare, check);
  }
}
