package io.regionalmetrics.ingest;

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
 * One object of a document. Its members are read by name and expected form. A member of another
 * form is read as absent, and noted as a fault.
 */
public final class DocumentFields {
  /** Describes a valid id; follows "is not" in messages. */
  static final String VALID_ID =
      "a valid id: use a-z, 0-9 and '-', at most 64 characters, such as paid-memberships";

  /** Describes a valid region code; follows "is not" in messages. */
  static final String VALID_REGION =
      "a valid region code: use A-Z, 0-9 and '_', at most 64 characters, such as JP";

  private final String place;
  private final Map<String, WrittenValue> values;
  private final DocumentFaults faults;
  private final Map<String, List<DocumentFields>> attached = new HashMap<>();
  private final Set<String> read = new HashSet<>();
  private boolean valid = true;

  DocumentFields(String place, Map<String, WrittenValue> values, DocumentFaults faults) {
    this.place = place;
    this.values = values;
    this.faults = faults;
  }

  /**
   * Reads a JSON document (RFC 8259) that consists of one object.
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
  String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  /** Whether no member read so far had a fault. */
  public boolean isValid() {
    return valid;
  }

  /** Notes a fault: a member has the wrong form. */
  public void fault(String name, String why) {
    fault(Reason.MALFORMED, name, why);
  }

  /** Notes a fault of a member. */
  void fault(Reason reason, String name, String why) {
    valid = false;
    faults.add(reason, at(name), why);
  }

  /** Whether a member is present and not null. */
  public boolean has(String name) {
    read.add(name);
    return values.containsKey(name) && !(values.get(name) instanceof WrittenValue.Null);
  }

  private Optional<WrittenValue> written(String name) {
    return has(name) ? Optional.ofNullable(values.get(name)) : Optional.empty();
  }

  /**
   * Reads a member.
   *
   * @param parser turns the value into what it means; empty if the value is not valid
   * @param expected describes a valid value; follows "is not" in messages
   */
  <T> Optional<T> read(String name, Function<WrittenValue, Optional<T>> parser, String expected) {
    Optional<WrittenValue> value = written(name);
    Optional<T> parsed = value.flatMap(parser);
    if (value.isPresent() && parsed.isEmpty()) {
      fault(name, "%s is not %s".formatted(value.get().description(), expected));
    }
    return parsed;
  }

  /** Reads a text that is not too long and has no control characters. */
  public Optional<String> text(String name, int maxLength) {
    Optional<String> text = read(name, WrittenValue::asText, "a text");
    if (text.isPresent() && !DocumentLimits.isText(text.get(), maxLength)) {
      fault(name, notText(text.get(), maxLength));
      return Optional.empty();
    }
    return text;
  }

  /** Says why a text is not valid. */
  static String notText(String text, int maxLength) {
    return Utf8.isIntact(text)
        ? "must be 1 to %s characters long, without control characters".formatted(maxLength)
        : Utf8.unreadable(text);
  }

  /**
   * Reads a text that passes a test.
   *
   * @param expected describes a valid text; follows "is not" in messages
   */
  public Optional<String> text(String name, Predicate<String> form, String expected) {
    return read(name, value -> value.asText().filter(form), expected);
  }

  /**
   * Reads a text and parses it.
   *
   * @param parser turns the text into what it means; empty if the text is not valid
   * @param expected describes a valid text; follows "is not" in messages
   */
  public <T> Optional<T> parsed(
      String name, Function<String, Optional<T>> parser, String expected) {
    return read(name, value -> value.asText().flatMap(parser), expected);
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

  /** Reads a number of at most 34 digits; keeps its digits as written. */
  Optional<BigDecimal> number(String name) {
    return read(
        name,
        value -> value.asNumber().filter(DocumentLimits::isNumber),
        "a number of at most %s digits when written without an exponent"
            .formatted(DocumentLimits.DIGITS));
  }

  /** Reads a whole number within a range. */
  public Optional<Integer> integer(String name, int least, int most) {
    return read(
        name,
        value -> value.asInteger(least, most),
        "a whole number from %s to %s".formatted(least, most));
  }

  /** Reads true or false; an absent member is false. */
  public boolean flag(String name) {
    return read(name, WrittenValue::asFlag, "true or false").orElse(false);
  }

  /** Reads a list of region codes. */
  List<String> regions(String name) {
    return texts(name, Codes::isRegion, "a list of region codes, such as [\"US\", \"CA\"]");
  }

  /**
   * Reads a list of texts that all pass a test, without repetitions.
   *
   * @param expected describes a valid list; follows "is not" in messages
   */
  public List<String> texts(String name, Predicate<String> form, String expected) {
    return read(name, value -> value.asTexts(form), expected).orElse(List.of());
  }

  /** Returns the names of all members. */
  public Set<String> names() {
    return values.keySet();
  }

  /** Uses objects from elsewhere as a member, instead of what the document has there. */
  DocumentFields withObjects(String name, List<DocumentFields> objects) {
    attached.put(name, objects);
    return this;
  }

  /** Reads a list of objects. */
  public List<DocumentFields> objects(String name) {
    List<DocumentFields> known = attached.get(name);
    return known != null ? known : writtenObjects(name);
  }

  /** Reads a list of objects whose faults go to another collection. */
  List<DocumentFields> objects(String name, DocumentFaults others) {
    return new DocumentFields(place, values, others).objects(name);
  }

  private List<DocumentFields> writtenObjects(String name) {
    List<WrittenValue> elements =
        read(name, WrittenValue::asItems, "a list of objects").orElse(List.of());
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
    if (value instanceof WrittenValue.Members(Map<String, WrittenValue> members)) {
      return Optional.of(new DocumentFields(where, members, faults));
    }
    valid = false;
    faults.add(Reason.MALFORMED, where, "%s is not an object".formatted(value.description()));
    return Optional.empty();
  }

  /** Notes a fault for each member that was never read. */
  public void refuseUnknown() {
    values.keySet().stream()
        .filter(name -> !read.contains(name))
        .forEach(name -> fault(name, "is not a known member" + Codes.suggestion(name, read)));
  }
}
