package io.regionalmetrics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.chart.Svg.Anchor;
import io.regionalmetrics.model.Unit;
import java.io.StringReader;
import java.math.BigDecimal;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xml.sax.InputSource;

/** Pictures are well-formed XML, whatever their texts contain; axes have readable names. */
class SvgTest {
  @Property
  void anyTextIsEscaped(@ForAll String text) throws Exception {
    Svg svg = new Svg();
    svg.element("title", text);
    String read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg.toString())))
            .getDocumentElement()
            .getTextContent();
    assertThat(read).isEqualTo(readable(text));
  }

  private static String readable(String text) {
    return text.codePoints()
        .map(c ->
            (c < ' ' && c != '\t' && c != '\n')
                    || (c >= 0xD800 && c < 0xE000)
                    || c == 0xFFFE
                    || c == 0xFFFF
                ? 0xFFFD
                : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Example
  void coordinatesAreRoundedToTenths() {
    Svg svg = new Svg();
    svg.text(FontStyle.TEXT, 10.04, -0.06, Anchor.START, "x");
    assertThat(svg).hasToString("<text class=\"t\" x=\"10\" y=\"-0.1\">x</text>\n");
  }

  @Example
  void cutTextHasTheWholeTextAsItsTitle() {
    Svg svg = new Svg();
    svg.cut(FontStyle.TEXT, 0, 0, Anchor.END, "United States and Canada", 60);
    assertThat(svg.toString()).contains("<title>United States and Canada</title>United…");
  }

  @Example
  void unitOfAnAxisIsNamedInWords() {
    assertThat(unit("USD", "106000000")).isEqualTo("$ million");
    assertThat(unit("CHF", "4000000000")).isEqualTo("CHF billion");
    assertThat(unit("users", "45000")).isEqualTo("thousand users");
    assertThat(unit("USD/user", "5.97")).isEqualTo("$ per user");
    assertThat(unit("%", "34")).isEqualTo("%");
    assertThat(unit("pp", "6.6")).isEqualTo("percentage points");
    assertThat(unit("1", "2")).isEmpty();
    assertThat(unit("grains", "5E+30")).isEqualTo("million trillion trillion grains");
  }

  private static String unit(String code, String furthest) {
    return AxisUnit.of(new Unit(code), new BigDecimal(furthest)).name();
  }

  @Example
  void unitThatTheNameContainsIsNotRepeated() {
    assertThat(AnswerView.subtitle("Paid memberships in 2023-Q4", "million memberships"))
        .isEqualTo("Paid memberships in 2023-Q4, million");
    assertThat(AnswerView.subtitle("Revenue per user", "$ per user"))
        .isEqualTo("Revenue per user, $ per user");
    assertThat(AnswerView.subtitle("Revenue", "$ million")).isEqualTo("Revenue, $ million");
    assertThat(AnswerView.subtitle("Ratio", "")).isEqualTo("Ratio");
  }

  @Example
  void labelsOfTicksHaveNoExponents() {
    assertThat(new AxisUnit(new Unit("USD"), 2).label(new BigDecimal("1.5E+8"))).isEqualTo("150");
    assertThat(new AxisUnit(new Unit("USD"), 0).label(new BigDecimal("-2E+3"))).isEqualTo("−2,000");
    assertThat(new AxisUnit(new Unit("USD"), 0).label(new BigDecimal("2E-9")))
        .isEqualTo("0.000000002");
    assertThat(new AxisUnit(new Unit("USD"), 0).label(new BigDecimal("0E+5"))).isEqualTo("0");
  }
}
