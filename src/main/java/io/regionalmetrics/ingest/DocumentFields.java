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

/**
 * One object of a document. Its members are read by name and expected form; a member of another
 * form is noted as a fault and read as absent.
 */
public final class DocumentFields {
  /** What an id should be; follows "is not". */
  static final String VALID_ID =
      "a valid id: use a-z, 0-9 and '-', at most 64 characters, such as paid-memberships";

  /** What a region's code should be; follows "is not". */
  static final String VALID_REGION =
      "a valid region code: use A-Z, 0-9 and '_', at most 64 characters, such as JP";

  private static final BigDecimal MOST_DECIMALS = BigDecimal.valueOf(Precision.MOST_DECIMALS);

  private final String place;
  private final Map<String, WrittenValue> values;
  private final DocumentFaults faults;
  private final Map<String, List<DocumentFields>> attached = new HashMap<>();
  private final Set<String> read = new HashSet<>();
  private boolean sound = true;

  DocumentFields(String place, Map<String, WrittenValue> values, DocumentFaults faults) {
    this.place = place;
    this.values = values;
    this.faults = faults;
  }

  /**
   * Reads the object that a JSON document is (RFC 8259).
   *
   * @throws io.regionalmetrics.refusal.Refusal if it is not a JSON object
   */
  public static DocumentFields ofJson(byte[] document, DocumentFaults faults) {
    return new DocumentFields("", JsonDocument.read(document), faults);
  }

  /** Returns this object's place in the document, such as {@code observations[2]}. */
  String place() {
    return place;
  }

  /** Returns the place of a member in the document, such as {@code observations[2].decimals}. */
  public String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  /** Whether no member read so far had a fault. */
  public boolean sound() {
    return sound;
  }

  /** Notes that a member has the wrong form. */
  public void fault(String name, String why) {
    fault(Reason.MALFORMED, name, why);
  }

  /** Notes what is wrong with a member. */
  void fault(Reason reason, String name, String why) {
    sound = false;
    faults.add(reason, at(name), why);
  }

  /** Whether a member is present and not null. */
  public boolean has(String name) {
    read.add(name);
    return values.containsKey(name) && !(values.get(name) instanceof WrittenValue.Nothing);
  }

  private Optional<WrittenValue> written(String name) {
    return has(name) ? Optional.ofNullable(values.get(name)) : Optional.empty();
  }

  /**
   * Reads a member by what its value means.
   *
   * @param right what the value should be; follows "is not"
   */
  private <T> Optional<T> read(
      String name, Function<WrittenValue, Optional<T>> meaning, String right) {
    Optional<WrittenValue> value = written(name);
    Optional<T> meant = value.flatMap(meaning);
    if (value.isPresent() && meant.isEmpty()) {
      fault(name, "%s is not %s".formatted(value.get().inWords(), right));
    }
    return meant;
  }

  /** Reads a text of at most so many characters, none of them a control character. */
  public Optional<String> text(String name, int most) {
    Optional<String> text = read(name, WrittenValue::asText, "a text");
    if (text.isPresent() && !DocumentLimits.isText(text.get(), most)) {
      fault(name, textOf(most));
      return Optional.empty();
    }
    return text;
  }

  /** Returns what a text of at most so many characters must be. */
  static String textOf(int most) {
    return "must be 1 to %s characters long, without control characters".formatted(most);
  }

  /**
   * Reads a text that passes a test.
   *
   * @param right what the text should be; follows "is not"
   */
  public Optional<String> text(String name, Predicate<String> form, String right) {
    return read(name, value -> value.asText().filter(form), right);
  }

  /**
   * Reads a text by what it means.
   *
   * @param right what the text should be; follows "is not"
   */
  public <T> Optional<T> word(String name, Function<String, Optional<T>> meaning, String right) {
    return read(name, value -> value.asText().flatMap(meaning), right);
  }

  /** Reads an id: {@code [a-z0-9-]+}. */
  public Optional<String> id(String name) {
    return text(name, Codes::isId, VALID_ID);
  }

  /** Reads a region's code: {@code [A-Z0-9_]+}. */
  public Optional<String> region(String name) {
    return text(name, Codes::isRegion, VALID_REGION);
  }

  /** Notes a fault if a member is absent; returns its value as given. */
  public <T> Optional<T> required(String name, Optional<T> value) {
    if (value.isEmpty() && !has(name)) {
      fault(name, "is missing");
    }
    return value;
  }

  /** Reads a number of at most 34 digits, with its digits as they are written. */
  public Optional<BigDecimal> number(String name) {
    return read(
        name,
        value -> value.asNumber().filter(DocumentLimits::isNumber),
        "a number of at most %s digits when written without an exponent"
            .formatted(DocumentLimits.DIGITS));
  }

  /** Reads a whole number of a range. */
  public Optional<Integer> whole(String name, int least, int most) {
    return read(
        name,
        value ->
            value instanceof WrittenValue.Digits(String written) && written.matches("-?[0-9]{1,9}")
                ? Optional.of(Integer.valueOf(written)).filter(n -> n >= least && n <= most)
                : Optional.empty(),
        "a whole number from %s to %s".formatted(least, most));
  }

  /** Reads how far a figure is exact: a whole number from -18 to 18, or INF. */
  Optional<Precision> decimals(String name) {
    return read(name, DocumentFields::decimals, "a whole number from -18 to 18, or \"INF\"");
  }

  private static Optional<Precision> decimals(WrittenValue value) {
    return value.asText().filter("INF"::equals).isPresent()
        ? Optional.of(new Precision.Exact())
        : value
            .asNumber()
            .filter(number -> number.abs().compareTo(MOST_DECIMALS) <= 0)
            .filter(number -> number.stripTrailingZeros().scale() <= 0)
            .map(number -> new Precision.Decimals(number.intValueExact()));
  }

  /** Reads true or false; an absent member is false. */
  public boolean flag(String name) {
    return read(
            name,
            value ->
                value instanceof WrittenValue.Flag(boolean flag)
                    ? Optional.of(flag)
                    : Optional.<Boolean>empty(),
            "true or false")
        .orElse(false);
  }

  /** Reads a list of region codes. */
  List<String> regions(String name) {
    return texts(name, Codes::isRegion, "a list of region codes, such as [\"US\", \"CA\"]");
  }

  /**
   * Reads a list of texts that all pass a test; repeated ones count once.
   *
   * @param right what the list should be; follows "is not"
   */
  public List<String> texts(String name, Predicate<String> form, String right) {
    return read(name, value -> texts(value, form), right).orElse(List.of());
  }

  private static Optional<List<String>> texts(WrittenValue value, Predicate<String> form) {
    if (!(value instanceof WrittenValue.Several(List<WrittenValue> several))) {
      return Optional.empty();
    }
    List<String> texts =
        several.stream().flatMap(one -> one.asText().filter(form).stream()).toList();
    return texts.size() == several.size()
        ? Optional.of(texts.stream().distinct().toList())
        : Optional.empty();
  }

  /** Returns the names of all members. */
  public Set<String> names() {
    return values.keySet();
  }

  /** Attaches objects from elsewhere as a member, in place of any that was written. */
  DocumentFields withObjects(String name, List<DocumentFields> objects) {
    attached.put(name, objects);
    return this;
  }

  /** Reads a list of objects. */
  public List<DocumentFields> objects(String name) {
    List<DocumentFields> known = attached.get(name);
    return known != null ? known : writtenObjects(name);
  }

  /** Reads a list of objects, and has their faults noted elsewhere. */
  List<DocumentFields> objects(String name, DocumentFaults noted) {
    return new DocumentFields(place, values, noted).objects(name);
  }

  private List<DocumentFields> writtenObjects(String name) {
    List<WrittenValue> elements =
        read(
                name,
                value ->
                    value instanceof WrittenValue.Several(List<WrittenValue> several)
                        ? Optional.of(several)
                        : Optional.<List<WrittenValue>>empty(),
                "a list of objects")
            .orElse(List.of());
    return IntStream.range(0, elements.size())
        .mapToObj(i -> object("%s[%s]".formatted(at(name), i), elements.get(i)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Reads an object. */
  public Optional<DocumentFields> object(String name) {
    List<DocumentFields> known = attached.get(name);
    return known != null
        ? known.stream().findFirst()
        : written(name).flatMap(value -> object(at(name), value));
  }

  private Optional<DocumentFields> object(String where, WrittenValue value) {
    if (value instanceof WrittenValue.Named(Map<String, WrittenValue> named)) {
      return Optional.of(new DocumentFields(where, named, faults));
    }
    sound = false;
    faults.add(Reason.MALFORMED, where, "%s is not an object".formatted(value.inWords()));
    return Optional.empty();
  }

  /** Notes every member that was not read as unknown. */
  public void refuseOthers() {
    values.keySet().stream()
        .filter(name -> !read.contains(name))
        .forEach(name -> fault(name, "is not a known member" + Codes.suggestion(name, read)));
  }
}
