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

/** The bare function's times, which JMH gives with each benchmark's own. */
public final class BareTimes implements InternalProfiler {
  /** What its times are called among a benchmark's results. */
  static final String LABEL = "bare";

  private static SampleBuffer times = new SampleBuffer();

  /** A response, and how long it took. */
  static synchronized void add(long nanos, byte[] response) {
    if (response.length == 0) {
      throw new IllegalStateException("the bare function has answered nothing");
    }
    times.add(nanos);
  }

  private static synchronized SampleBuffer next() {
    SampleBuffer now = times;
    times = new SampleBuffer();
    return now;
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
    return List.of(
        new SampleTimeResult(ResultRole.SECONDARY, LABEL, next(), TimeUnit.MICROSECONDS));
  }
}
