package io.regionalmetrics.xbrl;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads units. */
final class UnitReader {
  private static final String CURRENCIES = "http://www.xbrl.org/2003/iso4217";
  private static final int MAX_UNITS = 10_000;

  private final Map<String, FactUnit> byId = new HashMap<>();

  /** The units that were read, by their ids. */
  Map<String, FactUnit> byId() {
    return byId;
  }

  /** Reads the unit at which the cursor stands. */
  void read(XmlCursor xml) throws XMLStreamException {
    if (byId.size() == MAX_UNITS) {
      throw new UnreadableInstance("it has more than %s units".formatted(MAX_UNITS));
    }
    String id = xml.id();
    UnitParts parts = new UnitParts();
    xml.readNested(parts);
    byId.put(id, parts.unit());
  }

  /** What was read of one unit so far. */
  private static final class UnitParts implements XmlCursor.ElementReader {
    private final List<FactUnit> measures = new ArrayList<>();
    private boolean divided;

    @Override
    public boolean read(XmlCursor xml) throws XMLStreamException {
      if (xml.localName().equals("measure")) {
        measures.add(measure(xml));
        return true;
      }
      divided |= xml.localName().equals("divide");
      return false;
    }

    FactUnit unit() {
      return divided || measures.size() != 1 ? new FactUnit.Compound() : measures.getFirst();
    }
  }

  private static FactUnit measure(XmlCursor xml) throws XMLStreamException {
    String text = xml.text();
    Optional<QualifiedName> name = QualifiedName.parse(text);
    String namespace = xml.namespaceOf(name.map(QualifiedName::prefix).orElse(""));
    return unit(namespace, name.map(QualifiedName::local).orElse(text));
  }

  private static FactUnit unit(@Nullable String namespace, String local) {
    if (CURRENCIES.equals(namespace)) {
      return isCurrency(local) ? new FactUnit.Money(local) : new FactUnit.Compound();
    }
    return XmlCursor.isXbrl(namespace) && local.equals("pure")
        ? new FactUnit.Pure()
        : new FactUnit.Things(local);
  }

  /** Whether a code is that of a current or former currency. */
  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }
}
