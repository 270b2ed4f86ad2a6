package io.regionalmetrics.xbrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A valid instance is read as it is; anything else is refused with a reason. */
class InstanceTest {
  private static final String QUARTER = "2023-01-01/2023-03-31";
  private static final Set<QualifiedName> REVENUE =
      Set.of(new QualifiedName("us-gaap", "Revenues"));
  private static final InstanceBuilder SOUND =
      InstanceBuilder.instance().fact(QUARTER, "9000:-3").region("country:JP", QUARTER, "5000:-3");

  private static Instance read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Instance read(byte[] bytes) {
    try {
      return InstanceReader.read(new ByteArrayInputStream(bytes), REVENUE::contains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertRefused(byte[] bytes, String... words) {
    assertThatExceptionOfType(UnreadableInstance.class)
        .isThrownBy(() -> read(bytes))
        .withMessageContainingAll(words);
  }

  private static void assertRefused(String text, String... words) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), words);
  }

  @Test
  void factsMayComeBeforeTheirContexts() {
    assertThat(read(SOUND.text()).facts())
        .extracting(fact -> fact.value().orElseThrow().intValue())
        .containsExactly(9000, 5000);
  }

  @Test
  void aTaxonomyIsRecognisedByItsNamespaceWithAnyPrefixAndYear() {
    String text =
        SOUND
            .text()
            .replace("us-gaap:Revenues", "gaap:Revenues")
            .replace(
                "xmlns:us-gaap=\"http://fasb.org/us-gaap/2023\"",
                "xmlns:gaap=\"http://fasb.org/us-gaap/2011-01-31\"");
    assertThat(read(text).facts()).hasSize(2);
  }

  @Test
  void aStandardPrefixForAnotherNamespaceIsNotStandard() {
    String text = SOUND.text().replace("http://fasb.org/us-gaap/2023", "http://www.acme.com/gaap");
    assertThat(read(text).facts()).isEmpty();
  }

  @Test
  void aNilFactHasNoValue() {
    Instance instance =
        read(
            InstanceBuilder.instance().raw(QUARTER, "unitRef='usd' xsi:nil='true'", "", "").text());
    assertThat(instance.facts()).singleElement().matches(Fact::nil);
  }

  @Test
  void aTypedDimensionIsAFurtherOne() {
    Instance instance =
        read(
            InstanceBuilder.instance()
                .raw(
                    QUARTER,
                    "unitRef='usd' decimals='0'",
                    "1",
                    "<scenario><xbrldi:typedMember dimension='acme:A'><acme:a>1</acme:a></xbrldi:typedMember></scenario>")
                .text());
    assertThat(instance.facts())
        .singleElement()
        .matches(fact -> fact.context().hasOtherDimensions());
  }

  @Test
  void anyDeclaredEncodingIsRead() {
    byte[] latin =
        SOUND
            .text()
            .replace("utf-8", "ISO-8859-1")
            .replace("Acme", "Société")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(latin).registrant()).contains("Société, Inc.");
  }

  @Test
  void bytesNotInTheDeclaredEncodingAreRefused() {
    assertRefused(
        SOUND.text().replace("Acme", "Société").getBytes(StandardCharsets.ISO_8859_1), "encoding");
  }

  @Test
  void utf16DeclaredAsUtf8IsRefused() {
    assertThatThrownBy(() -> read(SOUND.text().getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(UnreadableInstance.class);
  }

  @Test
  void anUnknownEncodingIsRefused() {
    assertRefused(SOUND.text().replace("utf-8", "x-nobody"), "encoding");
  }

  @Test
  void aDocumentTypeIsRefusedAndNothingInItIsFollowed() {
    assertRefused(
        SOUND
            .text()
            .replace(
                "<xbrl ", "<!DOCTYPE xbrl [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<xbrl "),
        "DOCTYPE");
  }

  @Test
  void entitiesOtherThanXmlsOwnAreRefused() {
    assertRefused(SOUND.text().replace("9000", "&nbsp;9000"), "not well-formed");
  }

  @Test
  void expandingEntitiesAreRefusedBeforeTheyAreExpanded() {
    assertRefused(
        SOUND
            .text()
            .replace(
                "<xbrl ",
                "<!DOCTYPE xbrl [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n<xbrl ")
            .replace("9000", "&b;"),
        "DOCTYPE");
  }

  @Test
  void htmlIsRefused() {
    assertRefused("<!DOCTYPE html><html><body>Too many requests</body></html>", "HTML");
    assertRefused("<html><body>Too many requests</body></html>", "HTML");
  }

  @Test
  void otherXmlIsRefused() {
    assertRefused("<rss version=\"2.0\"><channel/></rss>", "rss", "xbrl");
  }

  @Test
  void emptyInputIsRefused() {
    assertRefused("", "ends in the middle");
  }

  @Test
  void anInstanceThatIsCutOffAnywhereIsRefused() {
    byte[] whole = SOUND.bytes();
    for (int end = 0; end < whole.length - "</xbrl>\n".length(); end += 7) {
      int length = end;
      assertThatThrownBy(() -> read(Arrays.copyOf(whole, length)))
          .isInstanceOf(UnreadableInstance.class);
    }
  }

  @Test
  void anInstanceWithAnyWrongBytesIsReadOrRefused() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = SOUND.bytes();
      for (int change = 0; change < 3; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
      }
      try {
        read(bytes);
      } catch (UnreadableInstance e) {
        assertThat(e.message()).isNotBlank();
      }
    }
  }

  @Test
  void aFactWithoutItsContextIsRefused() {
    assertRefused(SOUND.text().replace("contextRef='c0'", "contextRef='c9'"), "c9", "context");
  }

  @Test
  void aFactWithoutItsUnitIsRefused() {
    assertRefused(SOUND.text().replace("unitRef='usd'", "unitRef='yen'"), "yen", "unit");
  }

  @Test
  void anInvalidDateIsRefused() {
    assertRefused(SOUND.text().replace("2023-03-31", "2023-02-31"), "2023-02-31");
  }

  @Test
  void elementsThatAreNestedTooDeeplyAreRefused() {
    assertRefused(
        InstanceBuilder.instance()
            .fact(QUARTER, "1:0")
            .xml("<a>".repeat(70) + "</a>".repeat(70))
            .text(),
        "nested");
  }

  @Test
  void aValueThatIsTooLongIsRefused() {
    assertRefused(SOUND.text().replace("9000", "9".repeat(2_000)), "1000 characters");
  }

  @Test
  void aLongNoteOfEscapedHtmlIsSkipped() {
    String note =
        "<us-gaap:NotesTextBlock contextRef='c0'>%s</us-gaap:NotesTextBlock>"
            .formatted("&lt;p&gt;Q&amp;amp;A&lt;/p&gt;".repeat(50_000));
    assertThat(read(InstanceBuilder.instance().fact(QUARTER, "1:0").xml(note).text()).facts())
        .hasSize(1);
  }

  @Test
  void anEndlessInstanceIsRefused() {
    byte[] start = SOUND.text().replace("</xbrl>", "").getBytes(StandardCharsets.UTF_8);
    byte[] again = "<a>1</a>".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream(start),
            new InputStream() {
              private long at;

              @Override
              public int read() {
                return again[(int) (at++ % again.length)];
              }

              @Override
              public int read(byte[] into, int offset, int length) {
                int from = (int) (at % again.length);
                int count = Math.min(length, again.length - from);
                System.arraycopy(again, from, into, offset, count);
                at += count;
                return count;
              }
            });
    assertThatExceptionOfType(UnreadableInstance.class)
        .isThrownBy(() -> InstanceReader.read(endless, REVENUE::contains, 1_000_000))
        .withMessageContaining("1000000 bytes");
  }

  @Test
  void aFailureToReadBytesIsNotReportedAsAnUnreadableInstance() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream("<?xml version=\"1.0\"?>".getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the connection was reset");
              }
            });
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> InstanceReader.read(broken, REVENUE::contains))
        .withMessageContaining("reset");
  }
}
