package io.regionalmetrics.xbrl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads contexts. Of their dimensions it keeps the selected ones, and equal contexts once. */
final class ContextReader {
  private static final String DIMENSIONS = "http://xbrl.org/2006/xbrldi";
  private static final int MAX_CONTEXTS = 500_000;
  private static final int MAX_SPANS = 50_000;
  private static final int MAX_REMEMBERED_DAYS = 20_000;
  private static final int DATE_LENGTH = 10;

  private final TaxonomyNames names;
  private final Map<String, Context> byId = new HashMap<>();
  private final Map<Context, Context> distinct = new HashMap<>();
  private final Set<Span> spans = new HashSet<>();
  private final Map<String, LocalDate> days = new HashMap<>();
  private final Map<QualifiedName, QualifiedName> filedAxes = new HashMap<>();

  ContextReader(TaxonomyNames names) {
    this.names = names;
  }

  /** The contexts that were read, by their ids. */
  Map<String, Context> byId() {
    return byId;
  }

  /** The durations of these contexts; at most 50,000 are kept. */
  Set<Span> spans() {
    return spans;
  }

  /** The former names of axes that the contexts have, by their current names. */
  Map<QualifiedName, QualifiedName> filedAxes() {
    return filedAxes;
  }

  /** Reads the context at which the cursor stands. */
  void read(XmlCursor xml) throws XMLStreamException {
    if (byId.size() == MAX_CONTEXTS) {
      throw new UnreadableInstance("it has more than %s contexts".formatted(MAX_CONTEXTS));
    }
    String id = xml.id();
    ContextParts parts = new ContextParts();
    xml.readNested(parts);
    if (byId.put(id, distinct(parts.context(id))) != null) {
      throw new UnreadableInstance(
          "two contexts have the id '%s'".formatted(XmlCursor.shortened(id)));
    }
  }

  /** The first context that is equal to this one. */
  private Context distinct(Context context) {
    Context first = distinct.putIfAbsent(context, context);
    if (first != null) {
      return first;
    }
    if (spans.size() < MAX_SPANS) {
      context.span().ifPresent(spans::add);
    }
    return context;
  }

  /** A day. A time of day, which XBRL allows, is ignored. */
  private LocalDate day(String text) {
    LocalDate known = days.get(text);
    if (known != null) {
      return known;
    }
    LocalDate day = parsedDay(text);
    if (days.size() < MAX_REMEMBERED_DAYS) {
      days.put(text, day);
    }
    return day;
  }

  private static LocalDate parsedDay(String text) {
    try {
      return LocalDate.parse(text.substring(0, Math.min(text.length(), DATE_LENGTH)));
    } catch (DateTimeException e) {
      throw new UnreadableInstance(
          "'%s' is not a context's date; a date is like 2023-12-31"
              .formatted(XmlCursor.shortened(text)));
    }
  }

  /** What was read of one context so far. */
  private final class ContextParts implements XmlCursor.ElementReader {
    private String entity = "";
    private @Nullable LocalDate start;
    private @Nullable LocalDate end;
    private boolean hasOtherDimensions;
    private final Map<QualifiedName, QualifiedName> dimensions = new HashMap<>();

    @Override
    public boolean read(XmlCursor xml) throws XMLStreamException {
      if (xml.isXbrl()) {
        return entityOrPeriod(xml);
      }
      if (xml.namespace().equals(DIMENSIONS) && xml.localName().equals("explicitMember")) {
        explicitMember(xml);
      } else {
        hasOtherDimensions = true;
        xml.skip();
      }
      return true;
    }

    private boolean entityOrPeriod(XmlCursor xml) throws XMLStreamException {
      switch (xml.localName()) {
        case "identifier" -> entity = xml.text();
        case "startDate" -> start = day(xml.text());
        case "endDate", "instant" -> end = day(xml.text());
        case "forever" -> xml.skip();
        default -> {
          return false;
        }
      }
      return true;
    }

    private void explicitMember(XmlCursor xml) throws XMLStreamException {
      Optional<QualifiedName> axis =
          names.resolve(xml, xml.attribute("dimension")).map(this::current);
      if (axis.isEmpty()) {
        hasOtherDimensions = true;
        xml.skip();
      } else if (dimensions.put(axis.get(), member(xml, axis.get())) != null) {
        hasOtherDimensions = true;
      }
    }

    private QualifiedName current(QualifiedName filed) {
      QualifiedName current = StandardAxes.current(filed);
      if (!current.equals(filed)) {
        filedAxes.put(current, filed);
      }
      return current;
    }

    private QualifiedName member(XmlCursor xml, QualifiedName axis) throws XMLStreamException {
      String written = xml.text();
      return names
          .resolve(xml, written)
          .orElseThrow(() ->
              new UnreadableInstance(
                  "'%s' on the axis %s is not a member's name"
                      .formatted(XmlCursor.shortened(written), axis)));
    }

    Context context(String id) {
      if (end == null) {
        return new Context(entity, Optional.empty(), LocalDate.MAX, Map.of(), true);
      }
      if (start != null && end.isBefore(start)) {
        throw new UnreadableInstance(
            "the context '%s' ends on %s, before it starts on %s"
                .formatted(XmlCursor.shortened(id), end, start));
      }
      return new Context(
          entity,
          Optional.ofNullable(start),
          end,
          hasOtherDimensions ? Map.of() : Map.copyOf(dimensions),
          hasOtherDimensions);
    }
  }
}
