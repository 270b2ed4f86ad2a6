package io.regionalmetrics.xbrl;

import io.regionalmetrics.fetch.BoundedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;

/**
 * Reads an XBRL 2.1 instance in one pass, by StAX, and keeps only what is selected. A document type
 * is refused, so no entity is ever expanded or fetched.
 *
 * <p>Facts may come before the contexts and units that they refer to. All contexts are therefore
 * kept until the end, equal ones once, and then joined with the facts.
 */
public final class InstanceReader {
  private static final long MAX_BYTES = 250_000_000;

  private final TaxonomyNames names;
  private final ContextReader contexts;
  private final UnitReader units = new UnitReader();
  private final FactReader facts = new FactReader();

  private InstanceReader(Predicate<QualifiedName> concepts) {
    this.names = new TaxonomyNames(FactReader.withCover(concepts));
    this.contexts = new ContextReader(names);
  }

  /**
   * Reads an instance of at most 250 MB.
   *
   * @param concepts selects the concepts whose facts are kept
   * @throws UnreadableInstance if the bytes are not a complete and valid instance, or exceed a
   *     limit
   * @throws IOException if the bytes can't be read
   */
  public static Instance read(InputStream bytes, Predicate<QualifiedName> concepts)
      throws IOException {
    return read(bytes, concepts, MAX_BYTES);
  }

  /** Reads an instance of at most {@code maxBytes}. */
  static Instance read(InputStream bytes, Predicate<QualifiedName> concepts, long maxBytes)
      throws IOException {
    InstanceReader reader = new InstanceReader(concepts);
    try {
      reader.document(
          XmlCursor.of(new BoundedInputStream(bytes, maxBytes, () -> tooLarge(maxBytes))));
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
    return reader.instance();
  }

  private void document(XmlCursor xml) throws XMLStreamException {
    root(xml);
    while (xml.nextChild()) {
      child(xml);
    }
    xml.finish();
  }

  private static void root(XmlCursor xml) throws XMLStreamException {
    xml.nextRoot();
    if (!xml.isXbrl() || !xml.localName().equals("xbrl")) {
      throw new UnreadableInstance(
          xml.localName().equalsIgnoreCase("html")
              ? "it is HTML, not an XBRL instance"
              : "its root element is '%s'; an XBRL 2.1 instance has 'xbrl'"
                  .formatted(XmlCursor.shortened(xml.localName())));
    }
  }

  private void child(XmlCursor xml) throws XMLStreamException {
    if (!xml.isXbrl()) {
      fact(xml);
    } else if (xml.localName().equals("context")) {
      contexts.read(xml);
    } else if (xml.localName().equals("unit")) {
      units.read(xml);
    } else {
      xml.skip();
    }
  }

  private void fact(XmlCursor xml) throws XMLStreamException {
    TaxonomyNames.Taxonomy taxonomy = names.taxonomy(xml.namespace(), xml.prefix());
    String local = xml.localName();
    if (names.isWanted(taxonomy, local)) {
      facts.read(xml, new QualifiedName(taxonomy.prefix(), local));
    } else {
      xml.skip();
    }
  }

  private Instance instance() {
    return new Instance(
        facts.registrant(),
        facts.cik(),
        facts.periodEnd(),
        facts.fiscalYearEnd(),
        facts.periodFocus(),
        contexts.spans(),
        contexts.filedAxes(),
        facts.joined(contexts.byId(), units.byId()));
  }

  static UnreadableInstance tooLarge(long maxBytes) {
    return new UnreadableInstance("it is larger than the limit of %s bytes".formatted(maxBytes));
  }

  /** What a parser's exception means; thrown on if the bytes could not be read at all. */
  static UnreadableInstance unreadable(XMLStreamException e) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnsupportedEncodingException) {
        return new UnreadableInstance(
            "its encoding is not supported: %s".formatted(cause.getMessage()));
      }
      if (cause instanceof CharConversionException) {
        return new UnreadableInstance(
            "its bytes are not in the encoding that it declares: %s".formatted(cause.getMessage()));
      }
      if (cause instanceof IOException failed) {
        throw failed;
      }
    }
    String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    return new UnreadableInstance(
        "it is not well-formed XML, or ends in the middle: %s"
            .formatted(message.substring(0, Math.min(message.length(), 300))));
  }
}
