package io.regionalmetrics.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that a workbook may lead to. */
class WebAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.sec.gov/ix?doc=/Archives/edgar/data/1/a.htm#F_1",
        "http://127.0.0.1:3000/v1/series?region=US,JP",
        "HTTPS://example.org/",
      })
  void webPageIsALink(String address) {
    assertThat(WebAddress.of(address)).isPresent();
    assertThat(SheetCell.link(address)).isInstanceOf(SheetCell.Link.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org/",
        "mailto:a@example.org",
        "https:///path",
        "https://example.org/a b",
        "https://example.org/|cmd",
        "//example.org/",
        "/v1/series",
      })
  void anythingElseIsOnlyAText(String address) {
    assertThat(WebAddress.of(address)).isEmpty();
    assertThat(SheetCell.link(address)).isInstanceOf(SheetCell.Text.class);
  }
}
