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
 * Adds the bare function's times, and the CPU time of each answer, to the results of a JMH
 * benchmark.
 */
public final class BareTimes implements InternalProfiler {
  /** The label of the bare function's times in the results. */
  static final String LABEL = "bare";

  /** The label of the CPU times in the results. */
  static final String PROCESSOR = "processor";

  private static SampleBuffer times = new SampleBuffer();
  private static SampleBuffer processor = new SampleBuffer();

  /** Adds the time of a response of the bare function. */
  static synchronized void add(long nanos, byte[] response) {
    if (response.length == 0) {
      throw new IllegalStateException("the response of the bare function is empty");
    }
    times.add(nanos);
  }

  /** Adds the CPU time of an answer. */
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
