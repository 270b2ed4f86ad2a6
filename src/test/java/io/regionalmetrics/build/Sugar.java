package io.regionalmetrics.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a compiler leaves to be made when a program runs, in all its kinds, and what comes of it.
 */
public final class Sugar implements Supplier<List<String>> {
  /** One of each type. */
  record All(
      boolean truth,
      byte small,
      short shorter,
      char letter,
      int whole,
      long longer,
      float single,
      double twofold,
      @Nullable String text,
      List<Integer> list) {}

  /** One of none. */
  record Nothing() {}

  /** What is told apart by its type. */
  sealed interface Shape {
    /** How a shape is named by an interface's own lambda. */
    default Supplier<String> named() {
      return () -> name() + unit().get();
    }

    private static Supplier<String> unit() {
      return () -> " cm";
    }

    /** Its name. */
    String name();
  }

  record Circle(int radius) implements Shape {
    @Override
    public String name() {
      return "circle";
    }
  }

  record Square(int side) implements Shape {
    @Override
    public String name() {
      return "square";
    }
  }

  private interface Throwing<T> {
    T get() throws Exception;
  }

  private static final class Inner {
    private final String secret;

    private Inner(String secret) {
      this.secret = secret;
    }

    private Function<String, String> telling() {
      return other -> secret + other;
    }

    private String joined(String... more) {
      return secret + String.join("", more);
    }
  }

  private final String own = "own";

  @Override
  public List<String> get() {
    List<String> all = new ArrayList<>();
    lambdas(all);
    references(all);
    numbers(all);
    records(all);
    switches(all);
    return all;
  }

  private void lambdas(List<String> all) {
    Function<String, String> plain = text -> text + "!";
    Function<String, String> holding = text -> own + text;
    Supplier<Supplier<String>> nested = () -> () -> own + plain.apply("nested");
    Throwing<String> throwing = () -> "thrown";
    all.add(plain.andThen(holding).apply("lambda"));
    all.add(nested.get().get());
    all.add(new Inner("secret").telling().apply("told"));
    all.add(new Circle(1).named().get());
    try {
      all.add(throwing.get());
    } catch (Exception e) {
      all.add("failed");
    }
    Runnable counting = () -> all.add("ran");
    counting.run();
  }

  private void references(List<String> all) {
    Function<String, Inner> making = Inner::new;
    IntFunction<String[]> array = String[]::new;
    BiFunction<String, String, Boolean> same = String::equals;
    Inner bound = new Inner("bound");
    Function<String, String> joined = bound::joined;
    Predicate<Object> isText = String.class::isInstance;
    all.add(making.apply("made").secret);
    all.add(Integer.toString(array.apply(3).length));
    all.add(same.apply("a", "a") + " " + same.apply("a", "b"));
    all.add(joined.apply("reference"));
    all.add(Stream.of(1, "two").filter(isText).toList().toString());
    all.add(Stream.of("b", "a").sorted(Comparator.reverseOrder()).toList().toString());
    all.add(Stream.of("bb", "a").map(this::describe).collect(Collectors.joining()));
  }

  private String describe(CharSequence text) {
    return own + text.length();
  }

  private static void numbers(List<String> all) {
    long large = 1L << 40;
    double half = 0.5;
    int three = 3;
    char letter = 'x';
    LongSupplier longs = () -> large + three;
    DoubleUnaryOperator doubles = number -> number * half + large;
    IntBinaryOperator ints = Math::max;
    ToIntFunction<Integer> unboxing = Integer::intValue;
    Function<Integer, Integer> boxing = Math::abs;
    ToLongFunction<Integer> widening = Integer::intValue;
    Supplier<Character> letters = () -> letter;
    Function<Integer, Long> squared = number -> (long) number * number;
    all.add(longs.getAsLong() + " " + doubles.applyAsDouble(3) + " " + ints.applyAsInt(3, 4));
    all.add(unboxing.applyAsInt(5) + " " + boxing.apply(-6) + " " + widening.applyAsLong(7));
    all.add(letters.get() + " " + squared.apply(8));
    all.add(IntStream.range(0, three).mapToObj(i -> i * large).toList().toString());
  }

  private static void records(List<String> all) {
    List<All> some =
        List.of(
            one(true, 1.5f, 2.5, "text"),
            one(false, Float.NaN, Double.NaN, null),
            one(true, 0.0f, 0.0, ""),
            one(true, -0.0f, -0.0, ""));
    for (All record : some) {
      all.add(record.toString());
      all.add(Integer.toString(record.hashCode()));
      all.add(
          some.stream()
              .map(other -> record.equals(copy(other)))
              .map(String::valueOf)
              .collect(Collectors.joining(" ")));
    }
    Object nothing = new Nothing();
    for (Object other : Arrays.asList(nothing, new Nothing(), new Circle(1), "other", null)) {
      all.add(nothing + " " + nothing.hashCode() + " " + nothing.equals(other));
    }
  }

  private static All one(boolean truth, float single, double twofold, @Nullable String text) {
    return new All(
        truth,
        (byte) -1,
        (short) 2,
        'c',
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        single,
        twofold,
        text,
        List.of(1));
  }

  private static All copy(All all) {
    return new All(
        all.truth,
        all.small,
        all.shorter,
        all.letter,
        all.whole,
        all.longer,
        all.single,
        all.twofold,
        all.text,
        List.copyOf(all.list));
  }

  private static void switches(List<String> all) {
    for (Object object :
        Arrays.asList(new Circle(2), new Circle(7), new Square(3), "text", 4, null, 'c')) {
      all.add(told(object));
    }
    for (Shape shape : List.of(new Circle(4), new Square(5))) {
      all.add(
          switch (shape) {
            case Circle(int radius) -> "radius " + radius;
            case Square square -> "side " + square.side();
          });
    }
    try {
      all.add(
          switch ((Shape) null) {
            case Circle circle -> "none";
            case Square square -> "none";
          });
    } catch (NullPointerException e) {
      all.add("nothing is no shape");
    }
  }

  private static String told(@Nullable Object object) {
    return switch (object) {
      case null -> "null";
      case Circle(int radius) when radius > 5 -> "large circle";
      case Circle circle -> "circle";
      case Shape shape -> shape.name();
      case String text -> text;
      case Integer number when number > 5 -> "large number";
      case Integer number -> "number " + number;
      default -> "something";
    };
  }
}
