package io.regionalmetrics.sdmx;

import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How many observations an answer has.
 *
 * @param first at most so many of the oldest periods of each series
 * @param last at most so many of the newest periods of each series
 * @param offset so many observations are skipped
 * @param limit at most so many observations
 */
record DataExtent(OptionalInt first, OptionalInt last, int offset, OptionalInt limit) {
  /** The most observations of an answer. */
  static final int MOST_OBSERVATIONS = 2_000;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /**
   * Reads the parameters {@code firstNObservations}, {@code lastNObservations}, {@code offset} and
   * {@code limit}.
   *
   * @throws Refusal if one of them isn't a whole number of its range
   */
  static DataExtent parse(QueryParameters parameters) {
    return new DataExtent(
        number(parameters, "firstNObservations", 1),
        number(parameters, "lastNObservations", 1),
        number(parameters, "offset", 0).orElse(0),
        number(parameters, "limit", 1));
  }

  private static OptionalInt number(QueryParameters parameters, String name, int least) {
    String text = parameters.text(name).orElse("");
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < least) {
      throw Refusal.of(
          Reason.MALFORMED, name, "'%s' is not a whole number from %s".formatted(text, least));
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  /** Whether the answer may have fewer observations than match. */
  boolean isRestricted() {
    return first.isPresent() || last.isPresent() || limit.isPresent() || offset > 0;
  }

  /**
   * The observations to answer with.
   *
   * @param matching all that match, series by series, each oldest first
   * @throws Refusal if they are more than an answer may have
   */
  List<SdmxObservation> of(List<SdmxObservation> matching) {
    List<SdmxObservation> some = ofEachSeries(matching).stream().skip(offset).toList();
    refuseTooMany(Math.min(some.size(), limit.orElse(Integer.MAX_VALUE)));
    return some.stream().limit(limit.orElse(MOST_OBSERVATIONS)).toList();
  }

  /** Refuses more observations than an answer may have. */
  static void refuseTooMany(int observations) {
    if (observations > MOST_OBSERVATIONS) {
      throw Refusal.of(
          Reason.TOO_LARGE,
          "key",
          "more than %s observations match; name fewer series or quarters, or ask for parts by limit=%s and offset"
              .formatted(MOST_OBSERVATIONS, MOST_OBSERVATIONS));
    }
  }

  private List<SdmxObservation> ofEachSeries(List<SdmxObservation> matching) {
    if (first.isEmpty() && last.isEmpty()) {
      return matching;
    }
    Map<List<String>, List<SdmxObservation>> series = new LinkedHashMap<>();
    matching.forEach(
        one -> series.computeIfAbsent(one.seriesKey(), key -> new ArrayList<>()).add(one));
    return series.values().stream().flatMap(one -> ofSeries(one).stream()).toList();
  }

  private List<SdmxObservation> ofSeries(List<SdmxObservation> series) {
    List<String> periods =
        List.copyOf(new TreeSet<>(series.stream().map(SdmxObservation::period).toList()));
    int oldest = first.orElse(last.isPresent() ? 0 : periods.size());
    int newest = periods.size() - last.orElse(first.isPresent() ? 0 : periods.size());
    return series.stream()
        .filter(one -> {
          int index = Collections.binarySearch(periods, one.period());
          return index < oldest || index >= newest;
        })
        .toList();
  }
}
