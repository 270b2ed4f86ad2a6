package io.regionalmetrics.feed.ecb;

import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.fetch.XmlInput;
import io.regionalmetrics.model.Periods;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the ECB's XML files of the last day and of the last ninety days: {@code <Cube
 * time="2015-11-17"><Cube currency="USD" rate="1.0670"/>...}.
 */
final class FixingsXml {
  private final DailyFixings fixings = new DailyFixings();
  private Optional<LocalDate> day = Optional.empty();

  private FixingsXml() {}

  /**
   * Reads a file.
   *
   * @throws FetchException if it isn't XML with reference rates
   */
  static DailyFixings read(FetchedFile file) {
    FixingsXml reader = new FixingsXml();
    try (InputStream content = file.open()) {
      reader.read(XmlInput.reader(content));
    } catch (XMLStreamException e) {
      throw XmlInput.malformed(file.name(), e);
    } catch (IOException e) {
      throw file.broken(e);
    }
    return reader.fixings.orFail(file);
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (XmlInput.nextIsElement(xml) && xml.getLocalName().equals("Cube")) {
        readDay(xml);
        readRate(xml);
      }
    }
  }

  private void readDay(XMLStreamReader cube) {
    String time = cube.getAttributeValue(null, "time");
    if (time != null) {
      day = Periods.day(time);
    }
  }

  private void readRate(XMLStreamReader cube) {
    String currency = cube.getAttributeValue(null, "currency");
    String rate = cube.getAttributeValue(null, "rate");
    if (currency == null || rate == null) {
      return;
    }
    if (day.isPresent() && DailyFixings.isCurrency(currency)) {
      fixings.add(currency, day.get(), rate.strip());
    } else {
      fixings.addUnreadable();
    }
  }
}
