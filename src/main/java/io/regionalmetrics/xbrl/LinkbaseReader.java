package io.regionalmetrics.xbrl;

import io.regionalmetrics.fetch.BoundedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the linkbases of a filing in one pass, by StAX: the labels of {@code *_lab.xml}, and the
 * hierarchy of members in {@code *_def.xml}. A document type is refused, so no entity is ever
 * expanded or fetched.
 *
 * @see <a href="https://www.xbrl.org/Specification/XBRL-2.1/REC-2003-12-31/">XBRL 2.1, section
 *     5.2</a>
 * @see <a href="https://www.xbrl.org/specification/dimensions/rec-2012-01-25/">XBRL Dimensions 1.0,
 *     section 2.5.3</a>
 */
public final class LinkbaseReader {
  /** The most bytes of a linkbase. */
  public static final long MAX_BYTES = 30_000_000;

  private static final String LINK = "http://www.xbrl.org/2003/linkbase";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String STANDARD = "http://www.xbrl.org/2003/role/label";
  private static final String TERSE = "http://www.xbrl.org/2003/role/terseLabel";
  private static final String DOMAIN_MEMBER = "http://xbrl.org/int/dim/arcrole/domain-member";

  private final LinkbaseLimit limit = new LinkbaseLimit();

  private LinkbaseReader() {}

  /** Reads the extended links of one kind. */
  private interface LinkReader {
    void read(XmlCursor xml) throws XMLStreamException;
  }

  /**
   * Reads the labels of a label linkbase of at most 30 MB.
   *
   * @throws UnreadableInstance if the bytes are not a complete and valid linkbase, or exceed a
   *     limit
   * @throws IOException if the bytes can't be read
   */
  public static ElementLabels labels(InputStream bytes) throws IOException {
    LinkbaseReader reader = new LinkbaseReader();
    Map<QualifiedName, String> standard = new HashMap<>();
    Map<QualifiedName, String> terse = new HashMap<>();
    reader.document(bytes, "labelLink", xml -> reader.labels(xml, standard, terse));
    return new ElementLabels(standard, terse);
  }

  private void labels(
      XmlCursor xml, Map<QualifiedName, String> standard, Map<QualifiedName, String> terse)
      throws XMLStreamException {
    Map<String, String> standardTexts = new HashMap<>();
    Map<String, String> terseTexts = new HashMap<>();
    ExtendedLink link =
        ExtendedLink.read(
            xml,
            limit,
            (resource, label) -> {
              switch (ExtendedLink.xlink(resource, "role")) {
                case STANDARD -> text(resource, label, standardTexts);
                case TERSE -> text(resource, label, terseTexts);
                default -> resource.skip();
              }
            });
    link.forEachResource((element, label) -> put(standard, element, standardTexts.get(label)));
    link.forEachResource((element, label) -> put(terse, element, terseTexts.get(label)));
  }

  private static void text(XmlCursor xml, String label, Map<String, String> texts)
      throws XMLStreamException {
    String language = xml.attribute(XML, "lang");
    String text = xml.text();
    if (language != null && language.startsWith("en")) {
      texts.put(label, text);
    } else {
      texts.putIfAbsent(label, text);
    }
  }

  private static void put(
      Map<QualifiedName, String> labels, QualifiedName element, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      labels.putIfAbsent(element, text);
    }
  }

  /**
   * Reads the hierarchy of members in a definition linkbase of at most 30 MB.
   *
   * @throws UnreadableInstance if the bytes are not a complete and valid linkbase, or exceed a
   *     limit
   * @throws IOException if the bytes can't be read
   */
  public static MemberHierarchy hierarchy(InputStream bytes) throws IOException {
    LinkbaseReader reader = new LinkbaseReader();
    Map<QualifiedName, Set<QualifiedName>> parents = new HashMap<>();
    reader.document(
        bytes,
        "definitionLink",
        xml ->
            ExtendedLink.read(xml, reader.limit, (resource, label) -> resource.skip())
                .forEachPair(
                    DOMAIN_MEMBER,
                    (whole, part) ->
                        parents.computeIfAbsent(part, same -> new HashSet<>()).add(whole)));
    return new MemberHierarchy(parents);
  }

  private void document(InputStream bytes, String kind, LinkReader links) throws IOException {
    try {
      XmlCursor xml =
          XmlCursor.of(
              new BoundedInputStream(bytes, MAX_BYTES, () -> InstanceReader.tooLarge(MAX_BYTES)));
      root(xml);
      while (xml.nextChild()) {
        child(xml, kind, links);
      }
      xml.finish();
    } catch (XMLStreamException e) {
      throw InstanceReader.unreadable(e);
    }
  }

  private static void root(XmlCursor xml) throws XMLStreamException {
    xml.nextRoot();
    if (!xml.namespace().equals(LINK) || !xml.localName().equals("linkbase")) {
      throw new UnreadableInstance(
          "its root element is '%s'; a linkbase of XBRL 2.1 has 'linkbase'"
              .formatted(XmlCursor.shortened(xml.localName())));
    }
  }

  private static void child(XmlCursor xml, String kind, LinkReader links)
      throws XMLStreamException {
    if (xml.namespace().equals(LINK) && xml.localName().equals(kind)) {
      links.read(xml);
    } else {
      xml.skip();
    }
  }
}
