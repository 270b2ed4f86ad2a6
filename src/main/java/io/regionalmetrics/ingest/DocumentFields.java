package io.regionalmetrics.ingest;

import io.regionalmetrics.number.Precision;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One object of a document: its members are asked for by name and form, and what is wrong with them
 * is noted as a fault.
 */
public final class DocumentFields {
  /** The most digits of a number, written out. */
  private static final int MOST_DIGITS = 34;

  private final String place;
  private final Map<String, WrittenValue> values;
  private final DocumentFaults faults;
  private final Map<String, List<DocumentFields>> made = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private boolean sound = true;

  DocumentFields(String place, Map<String, WrittenValue> values, DocumentFaults faults) {
    this.place = place;
    this.values = values;
    this.faults = faults;
  }

  /**
   * The object that a JSON document is (RFC 8259).
   *
   * @throws io.regionalmetrics.refusal.Refusal where it is none
   */
  public static DocumentFields ofJson(byte[] document, DocumentFaults faults) {
    return new DocumentFields("", JsonDocument.read(document), faults);
  }

  /** Where in the document this is: {@code observations[2]}. */
  String place() {
    return place;
  }

  /** The place of a member in the document: {@code observations[2].decimals}. */
  public String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  /** Whether nothing was wrong so far. */
  public boolean sound() {
    return sound;
  }

  /** Notes what is wrong with a member. */
  public void fault(String name, String why) {
    fault(Reason.MALFORMED, name, why);
  }

  /** Notes what is wrong with a member, and in which way. */
  void fault(Reason reason, String name, String why) {
    sound = false;
    faults.add(reason, at(name), why);
  }

  public boolean has(String name) {
    asked.add(name);
    return values.containsKey(name) && !(values.get(name) instanceof WrittenValue.Nothing);
  }

  private Optional<WrittenValue> raw(String name) {
    return has(name) ? Optional.ofNullable(values.get(name)) : Optional.empty();
  }

  private <T> Optional<T> wrong(String name, WrittenValue raw, String right) {
    fault(name, "%s is not %s".formatted(raw.inWords(), right));
    return Optional.empty();
  }

  /** A text of at most so many characters, none of them a control character. */
  public Optional<String> text(String name, int most) {
    return raw(name)
        .flatMap(raw -> {
          if (!(raw instanceof WrittenValue.Text(String text))) {
            return wrong(name, raw, "a text");
          }
          if (text.isBlank()
              || text.codePointCount(0, text.length()) > most
              || text.chars().anyMatch(Character::isISOControl)) {
            fault(
                name,
                "a text of 1 to %s characters without control characters is right".formatted(most));
            return Optional.empty();
          }
          return Optional.of(text);
        });
  }

  /** A text of a form. */
  public Optional<String> text(String name, Predicate<String> form, String right) {
    return raw(name)
        .flatMap(raw ->
            raw instanceof WrittenValue.Text(String text) && form.test(text)
                ? Optional.of(text)
                : wrong(name, raw, right));
  }

  /** What a text stands for. */
  public <T> Optional<T> word(String name, Function<String, Optional<T>> meaning, String right) {
    return raw(name)
        .flatMap(raw -> {
          Optional<T> meant =
              raw instanceof WrittenValue.Text(String text)
                  ? meaning.apply(text)
                  : Optional.empty();
          return meant.isPresent() ? meant : wrong(name, raw, right);
        });
  }

  /** An id: {@code [a-z0-9-]+}. */
  public Optional<String> id(String name) {
    return text(name, Codes::isId, "an id, of a-z, 0-9 and -, at most 64 characters");
  }

  /** A region's code: {@code [A-Z0-9_]+}. */
  public Optional<String> region(String name) {
    return text(
        name,
        Codes::isRegion,
        "a region's code, of A-Z, 0-9 and _, at most 64 characters, such as JP");
  }

  /** A member that must be there. */
  public <T> Optional<T> required(String name, Optional<T> value) {
    if (value.isEmpty() && !has(name)) {
      fault(name, "is missing");
    }
    return value;
  }

  /** A number, with the digits as they were written. */
  public Optional<BigDecimal> number(String name) {
    return raw(name)
        .flatMap(raw -> {
          if (!(raw instanceof WrittenValue.Digits(String written))) {
            return wrong(name, raw, "a number");
          }
          BigDecimal number = parsed(written);
          if (number == null || digits(number) > MOST_DIGITS) {
            return wrong(
                name, raw, "a number of at most %s digits, written out".formatted(MOST_DIGITS));
          }
          return Optional.of(number);
        });
  }

  private static @Nullable BigDecimal parsed(String written) {
    try {
      return new BigDecimal(written);
    } catch (NumberFormatException e) {
      return null; // An exponent of more than ten digits.
    }
  }

  /**
   * How many digits a number has when it is written without an exponent; as a long, since exponents
   * can be huge.
   */
  private static long digits(BigDecimal number) {
    long before = Math.max(1, (long) number.precision() - number.scale());
    return before + Math.max(0, number.scale());
  }

  /** A whole number of a range. */
  public Optional<Integer> whole(String name, int least, int most) {
    return raw(name)
        .flatMap(raw -> {
          Optional<Integer> number =
              raw instanceof WrittenValue.Digits(String written) && written.matches("-?[0-9]{1,9}")
                  ? Optional.of(Integer.valueOf(written)).filter(n -> n >= least && n <= most)
                  : Optional.empty();
          return number.isPresent()
              ? number
              : wrong(name, raw, "a whole number from %s to %s".formatted(least, most));
        });
  }

  /** How far a figure is exact: a whole number from -18 to 18, or INF. */
  Optional<Precision> decimals(String name) {
    return raw(name)
        .flatMap(raw -> {
          if (raw instanceof WrittenValue.Text(String text) && text.equals("INF")) {
            return Optional.of(new Precision.Exact());
          }
          Optional<Precision> decimals =
              raw instanceof WrittenValue.Digits(String written)
                  ? decimalsOf(parsed(written))
                  : Optional.empty();
          return decimals.isPresent()
              ? decimals
              : wrong(name, raw, "a whole number from -18 to 18, or \"INF\"");
        });
  }

  private static Optional<Precision> decimalsOf(@Nullable BigDecimal number) {
    BigDecimal most = BigDecimal.valueOf(Precision.MOST_DECIMALS);
    boolean whole =
        number != null
            && number.abs().compareTo(most) <= 0
            && number.stripTrailingZeros().scale() <= 0;
    return whole && number != null
        ? Optional.of(new Precision.Decimals(number.intValueExact()))
        : Optional.empty();
  }

  /** True or false; false where it isn't said. */
  public boolean flag(String name) {
    return raw(name)
        .flatMap(raw ->
            raw instanceof WrittenValue.Flag(boolean flag)
                ? Optional.of(flag)
                : wrong(name, raw, "true or false"))
        .orElse(false);
  }

  /** A list of region codes. */
  List<String> regions(String name) {
    return texts(name, Codes::isRegion, "a list of region codes, such as [\"US\", \"CA\"]");
  }

  /** A list of texts of a form. */
  public List<String> texts(String name, Predicate<String> form, String right) {
    return raw(name)
        .map(raw -> {
          if (raw instanceof WrittenValue.Several(List<WrittenValue> several)
              && several.stream()
                  .allMatch(
                      one -> one instanceof WrittenValue.Text(String text) && form.test(text))) {
            return several.stream()
                .map(one -> ((WrittenValue.Text) one).text())
                .distinct()
                .toList();
          }
          return this.<List<String>>wrong(name, raw, right).orElse(List.of());
        })
        .orElse(List.of());
  }

  /** The names of all members. */
  public Set<String> names() {
    return values.keySet();
  }

  /** These, with objects that were made elsewhere in one member. */
  DocumentFields withObjects(String name, List<DocumentFields> objects) {
    made.put(name, objects);
    return this;
  }

  /** Objects in a list. */
  public List<DocumentFields> objects(String name) {
    List<DocumentFields> there = made.get(name);
    return there != null ? there : written(name);
  }

  /** Objects in a list, whose faults are noted elsewhere. */
  List<DocumentFields> objects(String name, DocumentFaults noted) {
    return new DocumentFields(place, values, noted).objects(name);
  }

  private List<DocumentFields> written(String name) {
    return raw(name)
        .map(raw -> {
          if (!(raw instanceof WrittenValue.Several(List<WrittenValue> several))) {
            return this.<List<DocumentFields>>wrong(name, raw, "a list of objects")
                .orElse(List.of());
          }
          return IntStream.range(0, several.size())
              .mapToObj(i -> object("%s[%s]".formatted(at(name), i), several.get(i)))
              .flatMap(Optional::stream)
              .toList();
        })
        .orElse(List.of());
  }

  /** An object. */
  public Optional<DocumentFields> object(String name) {
    List<DocumentFields> there = made.get(name);
    return there != null
        ? there.stream().findFirst()
        : raw(name).flatMap(raw -> object(at(name), raw));
  }

  private Optional<DocumentFields> object(String where, WrittenValue raw) {
    if (raw instanceof WrittenValue.Named(Map<String, WrittenValue> named)) {
      return Optional.of(new DocumentFields(where, named, faults));
    }
    sound = false;
    faults.add(Reason.MALFORMED, where, "%s is not an object".formatted(raw.inWords()));
    return Optional.empty();
  }

  /** Notes members that nobody has asked for. */
  public void refuseOthers() {
    values.keySet().stream()
        .filter(name -> !asked.contains(name))
        .forEach(name -> fault(name, "is not known here" + Codes.suggestion(name, asked)));
  }
}
