package io.regionalmetrics.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Moves labels apart that would overlap. */
final class LabelPlaces {
  private LabelPlaces() {}

  /**
   * The places of labels: close to the wanted places, in the same order, at least {@code apart}
   * from each other, and between {@code first} and {@code last} if there is room.
   *
   * @return the places in the order of {@code wanted}
   */
  static double[] places(List<Double> wanted, double apart, double first, double last) {
    int[] order = order(wanted);
    double[] sorted = Arrays.stream(order).mapToDouble(wanted::get).toArray();
    pushDown(sorted, apart, first);
    pushUp(sorted, apart, first, last);
    double[] places = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      places[order[i]] = sorted[i];
    }
    return places;
  }

  /** The indexes of the wanted places, from the smallest place to the largest. */
  private static int[] order(List<Double> wanted) {
    return IntStream.range(0, wanted.size())
        .boxed()
        .sorted(Comparator.comparing(wanted::get))
        .mapToInt(i -> i)
        .toArray();
  }

  private static void pushDown(double[] places, double apart, double first) {
    double least = first;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(places[i], least);
      least = places[i] + apart;
    }
  }

  private static void pushUp(double[] places, double apart, double first, double last) {
    double most = last;
    for (int i = places.length - 1; i >= 0 && places[i] > most; i--) {
      places[i] = Math.max(most, first + i * apart);
      most = places[i] - apart;
    }
  }
}
