package io.regionalmetrics.fetch;

import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as a stream (StAX), without document types and whatever else can name files or grow.
 * Without document types there are no entities of anybody's making, so that their sizes needn't be
 * limited: a limit would refuse long texts whose HTML is escaped by the five that XML has.
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

  /** A reader of some content; its document type, if it has one, is for whoever reads to refuse. */
  public static XMLStreamReader reader(InputStream content) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(content);
  }

  /**
   * Goes on to the next event; says whether it is the beginning of an element.
   *
   * @throws XMLStreamException where it is a document type, too
   */
  public static boolean nextIsElement(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD) {
      throw new XMLStreamException("it has a document type, which is not taken");
    }
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /** Says that something is not the XML that it should be. */
  public static FetchFailed unreadable(Object what, XMLStreamException e) {
    return new FetchFailed(
        "%s is not well-formed XML: %s"
            .formatted(what, String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
        e);
  }
}
