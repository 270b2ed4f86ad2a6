package io.regionalmetrics.xbrl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * An extended link of a linkbase (XBRL 2.1, section 3.5.3): locators of elements, resources such as
 * labels, and arcs between them. Locators, resources and arcs may come in any order.
 */
final class ExtendedLink {
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private final LinkbaseLimit limit;
  private final Map<String, QualifiedName> elements = new HashMap<>();
  private final List<Arc> arcs = new ArrayList<>();

  /**
   * An arc.
   *
   * @param role its arc role: what it says
   * @param from the label of the locator at its start
   * @param to the label of the locator or resource at its end
   */
  private record Arc(String role, String from, String to) {}

  private ExtendedLink(LinkbaseLimit limit) {
    this.limit = limit;
  }

  /** Reads a child that is neither a locator nor an arc, to its end. */
  interface ResourceReader {
    void read(XmlCursor xml, String label) throws XMLStreamException;
  }

  /** Reads the link at which the cursor stands. */
  static ExtendedLink read(XmlCursor xml, LinkbaseLimit limit, ResourceReader resources)
      throws XMLStreamException {
    ExtendedLink link = new ExtendedLink(limit);
    while (xml.nextChild()) {
      link.child(xml, resources);
    }
    return link;
  }

  private void child(XmlCursor xml, ResourceReader resources) throws XMLStreamException {
    limit.count();
    switch (xlink(xml, "type")) {
      case "locator" -> locator(xml);
      case "arc" -> arc(xml);
      case "resource" -> resources.read(xml, xlink(xml, "label"));
      default -> xml.skip();
    }
  }

  private void locator(XmlCursor xml) throws XMLStreamException {
    element(xlink(xml, "href")).ifPresent(name -> elements.put(xlink(xml, "label"), name));
    xml.skip();
  }

  private void arc(XmlCursor xml) throws XMLStreamException {
    if (!"prohibited".equals(xml.attribute("use"))) {
      arcs.add(new Arc(xlink(xml, "arcrole"), xlink(xml, "from"), xlink(xml, "to")));
    }
    xml.skip();
  }

  /** The element that an address ends in: {@code us-gaap_Revenues} after the last #. */
  private static Optional<QualifiedName> element(String address) {
    String id = address.substring(address.lastIndexOf('#') + 1);
    int border = id.indexOf('_');
    return border > 0 && border < id.length() - 1
        ? Optional.of(new QualifiedName(id.substring(0, border), id.substring(border + 1)))
        : Optional.empty();
  }

  /** The value of an XLink attribute; empty text if it is missing. */
  static String xlink(XmlCursor xml, String attribute) {
    String value = xml.attribute(XLINK, attribute);
    return value == null ? "" : value;
  }

  /** Passes on the element and the label at the ends of each arc that points to a resource. */
  void forEachResource(BiConsumer<QualifiedName, String> use) {
    for (Arc arc : arcs) {
      QualifiedName from = elements.get(arc.from());
      if (from != null) {
        use.accept(from, arc.to());
      }
    }
  }

  /** Passes on the elements at both ends of each arc of a role. */
  void forEachPair(String role, BiConsumer<QualifiedName, QualifiedName> use) {
    for (Arc arc : arcs) {
      @Nullable QualifiedName from = elements.get(arc.from());
      @Nullable QualifiedName to = elements.get(arc.to());
      if (arc.role().equals(role) && from != null && to != null) {
        use.accept(from, to);
      }
    }
  }
}
