package io.regionalmetrics.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The sales and revenues that an instance states, read by the DOM.
 *
 * @param filed the day of filing
 * @param facts each distinct fact once
 */
record FiledReport(LocalDate filed, List<FiledFact> facts) {
  private static final String XBRL = "http://www.xbrl.org/2003/instance";
  private static final String DIMENSIONS = "http://xbrl.org/2006/xbrldi";
  private static final Pattern CONCEPT = Pattern.compile(".*(Revenue|Sales).*");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.?[0-9]+");

  /** Reads an instance that was filed on a day. */
  static FiledReport read(byte[] instance, LocalDate filed) {
    Document document = document(instance);
    Map<String, String> units = units(document);
    Map<String, Element> contexts = byId(document.getElementsByTagNameNS(XBRL, "context"));
    List<FiledFact> facts = new ArrayList<>();
    for (Element element : children(document.getDocumentElement())) {
      Element context = contexts.get(element.getAttribute("contextRef"));
      String value = element.getTextContent().strip();
      if (context != null
          && units.containsKey(element.getAttribute("unitRef"))
          && CONCEPT.matcher(element.getLocalName()).matches()
          && NUMBER.matcher(value).matches()
          && isOfOnePeriod(context)) {
        facts.add(fact(element, context, new BigDecimal(value), units));
      }
    }
    return new FiledReport(filed, facts.stream().distinct().toList());
  }

  private static Document document(byte[] instance) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", "0"); // Whole notes are one text.
      factory.setAttribute("jdk.xml.totalEntitySizeLimit", "0");
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(instance));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static FiledFact fact(
      Element element, Element context, BigDecimal value, Map<String, String> units) {
    return new FiledFact(
        element.getLocalName(),
        dimensions(context),
        LocalDate.parse(text(context, "startDate").substring(0, 10)),
        LocalDate.parse(text(context, "endDate").substring(0, 10)),
        value,
        element.getAttribute("decimals"),
        String.valueOf(units.get(element.getAttribute("unitRef"))));
  }

  private static boolean isOfOnePeriod(Element context) {
    return context.getElementsByTagNameNS(XBRL, "startDate").getLength() == 1
        && context.getElementsByTagNameNS(DIMENSIONS, "typedMember").getLength() == 0;
  }

  private static TreeSet<String> dimensions(Element context) {
    TreeSet<String> dimensions = new TreeSet<>();
    NodeList members = context.getElementsByTagNameNS(DIMENSIONS, "explicitMember");
    for (int i = 0; i < members.getLength(); i++) {
      Element member = (Element) members.item(i);
      String axis = member.getAttribute("dimension").replaceFirst(".*:", "");
      dimensions.add(axis + "=" + member.getTextContent().strip());
    }
    return dimensions;
  }

  /** The currencies of the units that are money. */
  private static Map<String, String> units(Document document) {
    Map<String, String> units = new HashMap<>();
    byId(document.getElementsByTagNameNS(XBRL, "unit"))
        .forEach((id, unit) -> {
          if (text(unit, "measure").startsWith("iso4217:")
              && unit.getElementsByTagNameNS(XBRL, "divide").getLength() == 0) {
            units.put(id, text(unit, "measure").replaceFirst(".*:", ""));
          }
        });
    return units;
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagNameNS(XBRL, name).item(0).getTextContent().strip();
  }

  private static Map<String, Element> byId(NodeList elements) {
    Map<String, Element> byId = new HashMap<>();
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      byId.put(element.getAttribute("id"), element);
    }
    return byId;
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The facts in three-month columns. */
  List<FiledFact> ofThreeMonths() {
    return facts.stream().filter(FiledFact::isOfThreeMonths).toList();
  }
}
