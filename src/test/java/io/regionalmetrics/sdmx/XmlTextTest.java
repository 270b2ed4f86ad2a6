package io.regionalmetrics.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTextTest {
  @Test
  void textCanNeitherEndAnElementNorBreakTheMessage() {
    XmlText xml = new XmlText();
    xml.open("a", "b", "\"<&>");
    xml.text("c", "</c>\u0000\ud800 & \ud83d\ude00");
    assertThat(xml.closeAll())
        .endsWith(
            "<a b=\"&quot;&lt;&amp;&gt;\"><c>&lt;/c&gt;\ufffd\ufffd &amp; \ud83d\ude00</c></a>");
  }
}
