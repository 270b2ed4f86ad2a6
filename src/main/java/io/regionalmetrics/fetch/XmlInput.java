package io.regionalmetrics.fetch;

import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as a stream (StAX), without document types and external entities, so that a document
 * can't refer to files or expand when it is read.
 *
 * <p>The JDK's limits on entities are lifted. Without document types only XML's own five entities
 * exist, and the limits would refuse long texts that hold escaped HTML.
 */
public final class XmlInput {
  private static final XMLInputFactory FACTORY = factory();

  private XmlInput() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    List.of("maxGeneralEntitySizeLimit", "totalEntitySizeLimit", "entityExpansionLimit")
        .forEach(limit -> factory.setProperty("jdk.xml." + limit, "0"));
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }

  /** A reader of a document. It reports a document type as an event, which the caller refuses. */
  public static XMLStreamReader reader(InputStream content) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(content);
  }

  /**
   * Moves to the next event.
   *
   * @return whether an element starts there
   * @throws XMLStreamException if the document isn't well-formed or has a document type
   */
  public static boolean nextIsElement(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD) {
      throw new XMLStreamException("it has a document type (DOCTYPE), which is not allowed");
    }
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /** The exception for a file that isn't well-formed XML. */
  public static FetchException malformed(Object file, XMLStreamException cause) {
    return new FetchException(
        "%s is not well-formed XML: %s"
            .formatted(file, String.valueOf(cause.getMessage()).replaceAll("\\s+", " ")),
        cause);
  }
}
