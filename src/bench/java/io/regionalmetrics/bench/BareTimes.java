package io.regionalmetrics.bench;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.util.SampleBuffer;

/**
 * The bare function's times, and the processor's in each answer, which JMH gives with a benchmark's
 * own.
 */
public final class BareTimes implements InternalProfiler {
  /** What the bare function's times are called among a benchmark's results. */
  static final String LABEL = "bare";

  /** What the processor's times are called. */
  static final String PROCESSOR = "processor";

  private static SampleBuffer times = new SampleBuffer();
  private static SampleBuffer processor = new SampleBuffer();

  /** A response, and how long it took. */
  static synchronized void add(long nanos, byte[] response) {
    if (response.length == 0) {
      throw new IllegalStateException("the bare function has answered nothing");
    }
    times.add(nanos);
  }

  /** How long the processor was busy with an answer. */
  static synchronized void addProcessor(long nanos) {
    processor.add(nanos);
  }

  private static synchronized List<Result<?>> next() {
    List<Result<?>> now = List.of(result(LABEL, times), result(PROCESSOR, processor));
    times = new SampleBuffer();
    processor = new SampleBuffer();
    return now;
  }

  private static Result<?> result(String label, SampleBuffer samples) {
    return new SampleTimeResult(ResultRole.SECONDARY, label, samples, TimeUnit.MICROSECONDS);
  }

  @Override
  public String getDescription() {
    return "Times of the bare function";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    next();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return next();
  }
}
