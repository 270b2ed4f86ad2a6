package io.regionalmetrics.xbrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkbaseTest {
  private static final QualifiedName JAPAN = new QualifiedName("acme", "JapanSegmentMember");
  private static final QualifiedName ASIA = new QualifiedName("acme", "AsiaMember");

  private static ByteArrayInputStream linkbase(String content) {
    return new ByteArrayInputStream(
        """
        <l:linkbase xmlns:l="http://www.xbrl.org/2003/linkbase" xmlns:x="http://www.w3.org/1999/xlink">%s</l:linkbase>
        """
            .formatted(content)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String locator(String label, String element) {
    return """
    <l:loc x:type="locator" x:href="acme-20240331.xsd#%s" x:label="%s"/>\
    """
        .formatted(element, label);
  }

  private static String label(String label, String role, String text) {
    return """
    <l:label x:type="resource" x:label="%s" x:role="http://www.xbrl.org/2003/role/%s" xml:lang="en-US">%s</l:label>\
    """
        .formatted(label, role, text);
  }

  private static String labels(String content) {
    return """
    <l:labelLink x:type="extended">%s\
    <l:labelArc x:type="arc" x:arcrole="http://www.xbrl.org/2003/arcrole/concept-label" x:from="loc" x:to="lab"/>\
    </l:labelLink>\
    """
        .formatted(content);
  }

  private static String arc(String from, String to) {
    return """
    <l:definitionArc x:type="arc" x:arcrole="http://xbrl.org/int/dim/arcrole/domain-member" x:from="%s" x:to="%s"/>\
    """
        .formatted(from, to);
  }

  private static MemberHierarchy hierarchy(String content) throws IOException {
    return LinkbaseReader.hierarchy(
        linkbase("<l:definitionLink x:type=\"extended\">%s</l:definitionLink>".formatted(content)));
  }

  @Test
  void theShortLabelOfAMemberIsPreferredToTheStandardOne() throws IOException {
    ElementLabels labels =
        LinkbaseReader.labels(
            linkbase(
                labels(
                    locator("loc", "acme_JapanSegmentMember")
                        + label("lab", "label", "Japan Segment [Member]")
                        + label("lab", "terseLabel", "Japan"))));
    assertThat(labels.standard()).containsEntry(JAPAN, "Japan Segment [Member]");
    assertThat(labels.shortest(JAPAN)).contains("Japan");
  }

  @Test
  void aLongDocumentationIsNotRead() throws IOException {
    ElementLabels labels =
        LinkbaseReader.labels(
            linkbase(
                labels(
                    label("lab", "documentation", "a".repeat(5_000))
                        + label("lab", "label", "Japan")
                        + locator("loc", "acme_JapanSegmentMember"))));
    assertThat(labels.shortest(JAPAN)).contains("Japan");
  }

  @Test
  void aMemberIsWithinAllMembersAboveIt() throws IOException {
    MemberHierarchy hierarchy =
        hierarchy(
            locator("a", "acme_WorldMember")
                + locator("b", "acme_AsiaMember")
                + locator("c", "acme_JapanSegmentMember")
                + arc("a", "b")
                + arc("b", "c"));
    assertThat(hierarchy.isWithin(JAPAN, ASIA)).isTrue();
    assertThat(hierarchy.isWithin(JAPAN, new QualifiedName("acme", "WorldMember"))).isTrue();
    assertThat(hierarchy.isWithin(ASIA, JAPAN)).isFalse();
  }

  @Test
  void aCircleOfMembersEnds() throws IOException {
    MemberHierarchy hierarchy =
        hierarchy(
            locator("a", "acme_AsiaMember")
                + locator("b", "acme_JapanSegmentMember")
                + arc("a", "b")
                + arc("b", "a"));
    assertThat(hierarchy.wholes(JAPAN)).containsExactlyInAnyOrder(ASIA, JAPAN);
  }

  @Test
  void aLinkbaseWithADocumentTypeIsRefused() {
    ByteArrayInputStream bytes =
        new ByteArrayInputStream(
            "<!DOCTYPE linkbase [<!ENTITY a \"b\">]><linkbase/>".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> LinkbaseReader.labels(bytes))
        .isInstanceOf(UnreadableInstance.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void anotherRootOrATruncatedFileIsRefused() {
    assertThatThrownBy(() ->
            LinkbaseReader.labels(
                new ByteArrayInputStream("<html/>".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(UnreadableInstance.class);
    assertThatThrownBy(() ->
            LinkbaseReader.hierarchy(
                new ByteArrayInputStream(
                    "<linkbase xmlns=\"http://www.xbrl.org/2003/linkbase\"><definitionLink>"
                        .getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(UnreadableInstance.class)
        .hasMessageContaining("ends in the middle");
  }

  @Test
  void aLinkbaseWithHalfAMillionElementsIsRefused() {
    String arcs = IntStream.range(0, 500_001).mapToObj(i -> "<l:a/>").collect(Collectors.joining());
    assertThatThrownBy(() -> hierarchy(arcs))
        .isInstanceOf(UnreadableInstance.class)
        .hasMessageContaining("500000");
  }
}
