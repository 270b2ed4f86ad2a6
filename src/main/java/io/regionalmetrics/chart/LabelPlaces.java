package io.regionalmetrics.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves labels apart that would overlap, each as little as possible: labels that push each other
 * form a stack, whose middle stays where its labels want to be on average.
 */
final class LabelPlaces {
  private final List<Double> wanted;
  private final List<Double> heights;
  private final double first;
  private final double last;

  private LabelPlaces(List<Double> wanted, List<Double> heights, double first, double last) {
    this.wanted = wanted;
    this.heights = heights;
    this.first = first;
    this.last = last;
  }

  /**
   * The places of labels: close to the wanted places, in the same order, without overlaps, and
   * between {@code first} and {@code last} if there is room.
   *
   * @param wanted the wanted place of the top of each label
   * @param heights the height of each label
   * @return the places of the tops, in the order of {@code wanted}
   */
  static double[] places(List<Double> wanted, List<Double> heights, double first, double last) {
    return new LabelPlaces(wanted, heights, first, last).places();
  }

  /** Labels without space between them, from top to bottom. */
  private final class Stack {
    private final List<Integer> labels = new ArrayList<>();
    private double height;

    /** The sum of the places at which each label wants the stack to begin. */
    private double wishes;

    void add(int label) {
      wishes += wanted.get(label) - height;
      labels.add(label);
      height += heights.get(label);
    }

    double top() {
      return Math.clamp(wishes / labels.size(), first, Math.max(first, last - height));
    }

    double bottom() {
      return top() + height;
    }

    void place(double[] places) {
      double place = top();
      for (int label : labels) {
        places[label] = place;
        place += heights.get(label);
      }
    }
  }

  private double[] places() {
    List<Stack> stacks = new ArrayList<>();
    for (int label : order()) {
      Stack stack = new Stack();
      stack.add(label);
      while (!stacks.isEmpty() && stacks.getLast().bottom() > stack.top()) {
        Stack below = stack;
        stack = stacks.removeLast();
        below.labels.forEach(stack::add);
      }
      stacks.add(stack);
    }
    double[] places = new double[wanted.size()];
    stacks.forEach(stack -> stack.place(places));
    return places;
  }

  /** The indexes of the wanted places, from the smallest place to the largest. */
  private int[] order() {
    return IntStream.range(0, wanted.size())
        .boxed()
        .sorted(Comparator.comparing(wanted::get))
        .mapToInt(i -> i)
        .toArray();
  }
}
