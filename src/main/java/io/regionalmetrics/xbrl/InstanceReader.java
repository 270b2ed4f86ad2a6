package io.regionalmetrics.xbrl;

import io.regionalmetrics.fetch.BoundedInputStream;
import io.regionalmetrics.fetch.XmlInput;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.Units;
import io.regionalmetrics.number.Precision;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XBRL 2.1 instance by StAX, without document types or external entities. Contexts may
 * come after the facts that refer to them, so all are kept, but as their ids and little more: of
 * their dimensions only those that are asked for, and equal ones once. Of facts only the wanted
 * ones are kept.
 */
final class InstanceReader {
  private static final String XBRL = "http://www.xbrl.org/2003/instance";
  private static final String DIMENSIONS = "http://xbrl.org/2006/xbrldi";
  private static final String CURRENCIES = "http://www.xbrl.org/2003/iso4217";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private static final int MOST_DEPTH = 64;
  private static final int MOST_CONTEXTS = 500_000;
  private static final int MOST_UNITS = 10_000;
  private static final int MOST_FACTS = 200_000;
  private static final int MOST_SPANS = 10_000;
  private static final int MOST_REMEMBERED = 20_000;
  private static final int MOST_TEXT = 1_000;
  private static final int MOST_DIGITS = 34;
  private static final long MOST_BYTES = 250_000_000;

  private static final QualifiedName REGISTRANT = new QualifiedName("dei", "EntityRegistrantName");
  private static final QualifiedName CIK = new QualifiedName("dei", "EntityCentralIndexKey");
  private static final QualifiedName PERIOD_END = new QualifiedName("dei", "DocumentPeriodEndDate");

  private final Set<QualifiedName> concepts;
  private final Set<QualifiedName> axes;
  private final long mostBytes;

  private final Map<String, Context> contexts = new HashMap<>();
  private final Map<Context, Context> equalContexts = new HashMap<>();
  private final Map<String, FactUnit> units = new HashMap<>();
  private final Set<Span> spans = new HashSet<>();
  private final List<Reference> facts = new ArrayList<>();
  private final Map<QualifiedName, String> texts = new HashMap<>();

  /** By namespace: its prefix, and which of its concepts are wanted. */
  private final Map<String, Taxonomy> taxonomies = new HashMap<>();

  /** Names as they were written, so that each is made once; while its prefix means the same. */
  private final Map<String, Resolved> resolved = new HashMap<>();

  /** Days as they were written. */
  private final Map<String, LocalDate> days = new HashMap<>();

  /** What a written name meant. */
  private record Resolved(String prefix, String namespace, Optional<QualifiedName> name) {}

  /** A taxonomy's part of what is wanted. */
  private record Taxonomy(String prefix, Set<String> concepts) {}

  /** A fact that still refers to its context and unit by their ids. */
  private record Reference(
      QualifiedName concept,
      String context,
      @Nullable String unit,
      String text,
      boolean nil,
      @Nullable String decimals) {}

  /**
   * A reader, for one instance.
   *
   * @param concepts whose facts are wanted
   * @param axes whose members are wanted; any other is a further dimension
   */
  InstanceReader(Set<QualifiedName> concepts, Set<QualifiedName> axes) {
    this(concepts, axes, MOST_BYTES);
  }

  /** The same with another bound. */
  InstanceReader(Set<QualifiedName> concepts, Set<QualifiedName> axes, long mostBytes) {
    this.mostBytes = mostBytes;
    this.concepts = new HashSet<>(concepts);
    this.concepts.addAll(List.of(REGISTRANT, CIK, PERIOD_END));
    this.axes = Set.copyOf(axes);
  }

  /** Reads it. */
  Instance read(InputStream bytes) throws IOException {
    try {
      XMLStreamReader xml =
          XmlInput.reader(new BoundedInputStream(bytes, mostBytes, this::tooLarge));
      root(xml);
      children(xml);
      while (xml.hasNext()) {
        xml.next(); // What follows the root must be well-formed too.
      }
      xml.close();
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
    return instance();
  }

  private UnreadableFiling tooLarge() {
    return new UnreadableFiling(
        "it has more than the %s bytes that are taken".formatted(mostBytes));
  }

  private static UnreadableFiling refusal(XMLStreamException e) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnsupportedEncodingException) {
        return new UnreadableFiling(
            "the instance is in an encoding that isn't known: %s".formatted(cause.getMessage()));
      }
      if (cause instanceof CharConversionException) {
        return new UnreadableFiling(
            "the instance isn't in the encoding that it says it is: %s"
                .formatted(cause.getMessage()));
      }
      if (cause instanceof IOException failed) {
        throw failed;
      }
    }
    String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    return new UnreadableFiling(
        "the instance is not well-formed XML, or ends in the middle: %s"
            .formatted(message.substring(0, Math.min(message.length(), 300))));
  }

  private static void root(XMLStreamReader xml) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      refuseDocumentType(xml);
    }
    if (!xml.getLocalName().equals("xbrl") || !XBRL.equals(xml.getNamespaceURI())) {
      throw new UnreadableFiling(
          xml.getLocalName().equalsIgnoreCase("html")
              ? "it is HTML, not an XBRL instance"
              : "its root is '%s', not XBRL 2.1's 'xbrl'".formatted(shortened(xml.getLocalName())));
    }
  }

  private static void refuseDocumentType(XMLStreamReader xml) {
    if (xml.getEventType() == XMLStreamConstants.DTD) {
      throw new UnreadableFiling(
          "it has a document type (DOCTYPE), as HTML has and an instance mustn't; none is read");
    }
  }

  private void children(XMLStreamReader xml) throws XMLStreamException {
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        child(xml);
      }
    }
  }

  private void child(XMLStreamReader xml) throws XMLStreamException {
    String namespace = namespace(xml);
    String local = xml.getLocalName();
    if (!namespace.equals(XBRL)) {
      Taxonomy taxonomy = taxonomy(namespace, xml.getPrefix());
      if (taxonomy.concepts.contains(local)) {
        fact(xml, new QualifiedName(taxonomy.prefix, local));
      } else {
        skip(xml);
      }
    } else if (local.equals("context")) {
      context(xml);
    } else if (local.equals("unit")) {
      unit(xml);
    } else {
      skip(xml);
    }
  }

  private static String namespace(XMLStreamReader xml) {
    String namespace = xml.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  private Taxonomy taxonomy(String namespace, @Nullable String prefix) {
    Taxonomy known = taxonomies.get(namespace);
    if (known != null) {
      return known;
    }
    String canonical = QualifiedName.prefixOf(namespace, prefix == null ? "" : prefix);
    Set<String> wanted = new HashSet<>();
    concepts.stream()
        .filter(concept -> concept.prefix().equals(canonical))
        .forEach(concept -> wanted.add(concept.local()));
    Taxonomy taxonomy = new Taxonomy(canonical, wanted);
    taxonomies.put(namespace, taxonomy);
    return taxonomy;
  }

  /** Reads to the end of the element that the reader stands at the start of. */
  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        deeper(++depth);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static void deeper(int depth) {
    if (depth > MOST_DEPTH) {
      throw new UnreadableFiling(
          "elements are nested more than the %s deep that are taken".formatted(MOST_DEPTH));
    }
  }

  /** The text of the element that the reader stands at the start of, to its end. */
  private static String text(XMLStreamReader xml) throws XMLStreamException {
    int first = xml.next();
    if (first == XMLStreamConstants.END_ELEMENT) {
      return "";
    }
    if (first == XMLStreamConstants.CHARACTERS && xml.getTextLength() <= MOST_TEXT) {
      String text = xml.getText();
      int second = xml.next();
      return second == XMLStreamConstants.END_ELEMENT
          ? text.strip()
          : longer(xml, second, new StringBuilder(text));
    }
    return longer(xml, first, new StringBuilder());
  }

  /** A text in several pieces, from an event on. */
  private static String longer(XMLStreamReader xml, int from, StringBuilder text)
      throws XMLStreamException {
    int depth = 1;
    int event = from;
    while (true) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> deeper(++depth);
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS,
            XMLStreamConstants.CDATA,
            XMLStreamConstants.SPACE,
            XMLStreamConstants.ENTITY_REFERENCE -> {
          if (text.length() + xml.getTextLength() > MOST_TEXT) {
            throw new UnreadableFiling(
                "a text is longer than the %s characters that are taken: '%s...'"
                    .formatted(MOST_TEXT, shortened(text.toString())));
          }
          text.append(xml.getText());
        }
        default -> {}
      }
      if (depth == 0) {
        return text.toString().strip();
      }
      event = xml.next();
    }
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 60));
  }

  private void fact(XMLStreamReader xml, QualifiedName concept) throws XMLStreamException {
    String context = xml.getAttributeValue(null, "contextRef");
    String unit = xml.getAttributeValue(null, "unitRef");
    String decimals = xml.getAttributeValue(null, "decimals");
    String nil = xml.getAttributeValue(XSI, "nil");
    String text = text(xml);
    if (concept.prefix().equals("dei")) {
      texts.putIfAbsent(concept, text);
      return;
    }
    if (context == null) {
      throw new UnreadableFiling("a fact of %s has no contextRef".formatted(concept));
    }
    if (facts.size() == MOST_FACTS) {
      throw new UnreadableFiling(
          "it has more than the %s facts of the wanted concepts that are taken"
              .formatted(MOST_FACTS));
    }
    boolean isNil = nil != null && (nil.equals("true") || nil.equals("1"));
    facts.add(new Reference(concept, context, unit, text, isNil, decimals));
  }

  private void context(XMLStreamReader xml) throws XMLStreamException {
    if (contexts.size() == MOST_CONTEXTS) {
      throw new UnreadableFiling(
          "it has more than the %s contexts that are taken".formatted(MOST_CONTEXTS));
    }
    String id = id(xml, "context");
    ContextParts parts = new ContextParts();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!parts.take(xml)) {
          deeper(++depth);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    if (contexts.put(id, equal(parts.context(id))) != null) {
      throw new UnreadableFiling("two contexts have the id '%s'".formatted(shortened(id)));
    }
  }

  /** The first context that is equal to one. */
  private Context equal(Context context) {
    Context before = equalContexts.putIfAbsent(context, context);
    if (before != null) {
      return before;
    }
    context
        .span()
        .filter(span -> span.length().isPresent() && spans.size() < MOST_SPANS)
        .ifPresent(spans::add);
    return context;
  }

  private static String id(XMLStreamReader xml, String what) {
    String id = xml.getAttributeValue(null, "id");
    if (id == null || id.length() > MOST_TEXT) {
      throw new UnreadableFiling("a %s has no id, or one that is too long".formatted(what));
    }
    return id;
  }

  /** What was read of a context so far. */
  private final class ContextParts {
    private String entity = "";
    private @Nullable LocalDate start;
    private @Nullable LocalDate end;
    private boolean further;
    private final Map<QualifiedName, QualifiedName> dimensions = new HashMap<>();

    /** Takes an element, to its end; or leaves it, to be looked into. */
    boolean take(XMLStreamReader xml) throws XMLStreamException {
      String namespace = namespace(xml);
      if (namespace.equals(XBRL)) {
        return inXbrl(xml);
      }
      if (namespace.equals(DIMENSIONS) && xml.getLocalName().equals("explicitMember")) {
        explicit(xml);
      } else {
        further = true;
        skip(xml);
      }
      return true;
    }

    private boolean inXbrl(XMLStreamReader xml) throws XMLStreamException {
      switch (xml.getLocalName()) {
        case "identifier" -> entity = text(xml);
        case "startDate" -> start = day(text(xml));
        case "endDate", "instant" -> end = day(text(xml));
        case "forever" -> skip(xml);
        default -> {
          return false;
        }
      }
      return true;
    }

    private void explicit(XMLStreamReader xml) throws XMLStreamException {
      Optional<QualifiedName> axis =
          name(xml, xml.getAttributeValue(null, "dimension")).map(Axes::today);
      if (axis.isEmpty() || !axes.contains(axis.get())) {
        further = true;
        skip(xml);
        return;
      }
      String written = text(xml);
      QualifiedName member =
          name(xml, written)
              .orElseThrow(() ->
                  new UnreadableFiling(
                      "'%s' on %s is not a member's name"
                          .formatted(shortened(written), axis.get())));
      if (dimensions.put(axis.get(), member) != null) {
        further = true;
      }
    }

    Context context(String id) {
      if (end == null) {
        // Forever: no figure of a quarter.
        return new Context(entity, Optional.empty(), LocalDate.MAX, Map.of(), true);
      }
      if (start != null && end.isBefore(start)) {
        throw new UnreadableFiling(
            "context '%s' ends on %s, before it starts on %s".formatted(shortened(id), end, start));
      }
      return new Context(
          entity,
          Optional.ofNullable(start),
          end,
          further ? Map.of() : Map.copyOf(dimensions),
          further);
    }
  }

  /** A name in a text or attribute, by the prefixes that hold where the reader stands. */
  private Optional<QualifiedName> name(XMLStreamReader xml, @Nullable String written) {
    Resolved known = written == null ? null : resolved.get(written);
    if (known != null && known.namespace.equals(xml.getNamespaceURI(known.prefix))) {
      return known.name;
    }
    Optional<QualifiedName> name = resolve(xml, written);
    if (written != null && resolved.size() < MOST_REMEMBERED) {
      Optional<String> prefix = QualifiedName.parse(written.strip()).map(QualifiedName::prefix);
      prefix
          .map(xml::getNamespaceURI)
          .ifPresent(uri -> resolved.put(written, new Resolved(prefix.orElseThrow(), uri, name)));
    }
    return name;
  }

  private Optional<QualifiedName> resolve(XMLStreamReader xml, @Nullable String written) {
    return Optional.ofNullable(written)
        .flatMap(text -> QualifiedName.parse(text.strip()))
        .flatMap(name ->
            Optional.ofNullable(xml.getNamespaceURI(name.prefix()))
                .filter(namespace -> !namespace.isEmpty())
                .map(namespace ->
                    new QualifiedName(taxonomy(namespace, name.prefix()).prefix, name.local())));
  }

  /** A day; a time of day is allowed for, and falls away. */
  private LocalDate day(String text) {
    LocalDate known = days.get(text);
    if (known != null) {
      return known;
    }
    LocalDate day =
        Periods.day(text.substring(0, Math.min(text.length(), 10)))
            .orElseThrow(() ->
                new UnreadableFiling(
                    "'%s' is not a day of a context; 2023-12-31 is".formatted(shortened(text))));
    if (days.size() < MOST_REMEMBERED) {
      days.put(text, day);
    }
    return day;
  }

  private void unit(XMLStreamReader xml) throws XMLStreamException {
    if (units.size() == MOST_UNITS) {
      throw new UnreadableFiling(
          "it has more than the %s units that are taken".formatted(MOST_UNITS));
    }
    String id = id(xml, "unit");
    List<FactUnit> measures = new ArrayList<>();
    boolean divided = false;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("measure")) {
          measures.add(measure(xml));
        } else {
          divided |= xml.getLocalName().equals("divide");
          deeper(++depth);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    units.put(id, divided || measures.size() != 1 ? new FactUnit.Compound() : measures.getFirst());
  }

  private static FactUnit measure(XMLStreamReader xml) throws XMLStreamException {
    String written = text(xml);
    Optional<QualifiedName> name = QualifiedName.parse(written);
    String prefix = name.map(QualifiedName::prefix).orElse("");
    String namespace = xml.getNamespaceURI(prefix);
    String local = name.map(QualifiedName::local).orElse(written);
    if (CURRENCIES.equals(namespace)) {
      return Units.isCurrency(local) ? new FactUnit.Money(local) : new FactUnit.Compound();
    }
    return XBRL.equals(namespace) && local.equals("pure")
        ? new FactUnit.Pure()
        : new FactUnit.Things(local);
  }

  private Instance instance() {
    return new Instance(
        Optional.ofNullable(texts.get(REGISTRANT)).filter(text -> !text.isEmpty()),
        Optional.ofNullable(texts.get(CIK)).filter(text -> !text.isEmpty()),
        Optional.ofNullable(texts.get(PERIOD_END)).flatMap(Periods::day),
        spans,
        facts.stream().map(this::resolved).toList());
  }

  private Fact resolved(Reference reference) {
    Context context = contexts.get(reference.context);
    if (context == null) {
      throw dangling(reference, "context", reference.context);
    }
    Optional<FactUnit> unit = Optional.ofNullable(reference.unit).map(units::get);
    if (reference.unit != null && unit.isEmpty()) {
      throw dangling(reference, "unit", reference.unit);
    }
    return new Fact(
        reference.concept,
        context,
        unit,
        reference.nil ? Optional.empty() : number(reference.text),
        reference.nil,
        precision(reference.decimals));
  }

  private static UnreadableFiling dangling(Reference reference, String what, String id) {
    return new UnreadableFiling(
        "a fact of %s refers to the %s '%s', which isn't there"
            .formatted(reference.concept, what, shortened(id)));
  }

  /** A number of digits, with a point at most; nothing for any other text. */
  private static Optional<BigDecimal> number(String text) {
    if (!text.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)") || text.length() > 100) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.precision() - Math.min(0, number.scale()) <= MOST_DIGITS
        ? Optional.of(number)
        : Optional.empty();
  }

  private static Optional<Precision> precision(@Nullable String decimals) {
    if (decimals == null) {
      return Optional.empty();
    }
    if (decimals.equals("INF")) {
      return Optional.of(new Precision.Exact());
    }
    return decimals.matches("[+-]?[0-9]{1,2}")
            && Math.abs(Integer.parseInt(decimals)) <= Precision.MOST_DECIMALS
        ? Optional.of(new Precision.Decimals(Integer.parseInt(decimals)))
        : Optional.empty();
  }
}
