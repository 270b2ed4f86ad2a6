package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Compares the pictures of answers with those kept in src/test/resources/charts. {@code KEEP=true}
 * in the environment replaces the kept pictures; look at each one that changes.
 */
class ChartAnswersTest {
  private static final Path KEPT = Path.of("src/test/resources/charts");
  private static final String TABLE =
      """
      growth comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&asOf=2018-03-01
      growth-of-four comparisons/growth?company=streamer&metric=revenue&region=UCAN,EMEA,LATAM,APAC&period=2023-Q4
      growth-missing comparisons/growth?company=streamer&metric=revenue&region=LATAM,APAC,WORLD,JP&period=2021-Q4
      growth-negative comparisons/growth?company=maker&metric=profit&region=DACH,NIPPON,UEBRIGE&period=2023-Q4
      growth-of-fifty comparisons/growth?company=many&metric=revenue&region=*&period=2023-Q4
      growth-unknown comparisons/growth?company=twitter&metric=revenue&region=FR&period=2017-Q4
      growth-in-euros comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR&asOf=2018-03-01
      regions comparisons/regions?company=twitter&metric=revenue-per-user&region=JP,US&period=2017-Q4&against=WORLD-US&asOf=2018-03-01
      regions-of-five comparisons/regions?company=streamer&metric=memberships&region=UCAN,EMEA,LATAM,APAC,JP&period=2023-Q4&against=APAC
      regions-long-names comparisons/regions?company=maker&metric=profit&region=DACH,NIPPON,UEBRIGE&period=2023-Q4
      regions-of-fifty comparisons/regions?company=many&metric=revenue&region=*&period=2023-Q4
      regions-huge comparisons/regions?company=odd&metric=grains&region=JP,US,DE&period=2023-Q4
      regions-tiny comparisons/regions?company=odd&metric=dose&region=JP,US,DE&period=2023-Q4
      regions-hostile comparisons/regions?company=hostile&metric=revenue&region=EVIL,JP&period=2023-Q4
      share comparisons/share?company=streamer&metric=revenue&region=*&period=2023-Q4&base=yoy
      share-of-one comparisons/share?company=streamer&metric=revenue&region=UCAN&period=2023-Q4
      share-of-fifty comparisons/share?company=many&metric=revenue&region=*&period=2023-Q4
      contribution comparisons/contribution?company=streamer&metric=revenue&region=*&period=2023-Q4
      contribution-of-some comparisons/contribution?company=streamer&metric=revenue&region=UCAN,APAC&period=2023-Q4
      contribution-negative comparisons/contribution?company=maker&metric=profit&region=*&period=2023-Q4
      drivers comparisons/drivers?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4&asOf=2018-03-01
      drivers-of-four comparisons/drivers?company=streamer&metric=revenue-per-membership&region=UCAN,EMEA,LATAM,APAC&period=2023-Q4
      revisions comparisons/revisions?company=streamer&metric=memberships&region=UCAN,EMEA,LATAM,APAC&period=2023-Q4
      check comparisons/check?company=twitter&region=JP&asOf=2018-03-01
      check-inconsistent comparisons/check?company=streamer&period=2023-Q4
      series series?company=streamer&metric=revenue&region=UCAN,EMEA,LATAM,APAC
      series-of-one series?company=streamer&metric=memberships&region=EMEA&startPeriod=2022-Q1
      series-transforms series?company=streamer&metric=revenue&region=UCAN,EMEA,LATAM,APAC&transform=yoy,share&startPeriod=2020-Q1
      series-of-fifty series?company=many&metric=revenue&region=*&startPeriod=2021-Q3&transform=level
      series-of-world series?company=streamer&metric=revenue&region=WORLD
      series-negative series?company=maker&metric=profit&region=DACH,NIPPON,UEBRIGE
      series-tiny series?company=odd&metric=dose&region=JP,US
      series-unknown series?company=streamer&metric=revenue&region=JP,FR&startPeriod=2022-Q1&endPeriod=2023-Q4
      narrow-growth comparisons/growth?company=streamer&metric=revenue&region=UCAN,EMEA,LATAM,APAC&period=2023-Q4&width=320
      narrow-regions comparisons/regions?company=maker&metric=profit&region=DACH,NIPPON,UEBRIGE&period=2023-Q4&width=320
      narrow-series series?company=streamer&metric=revenue&region=UCAN,EMEA,LATAM,APAC&width=320
      narrow-check comparisons/check?company=twitter&region=JP&asOf=2018-03-01&width=320
      wide-series series?company=streamer&metric=revenue&region=UCAN,EMEA,LATAM,APAC&width=1200
      """;

  /** The request of each picture, by the name of its file. */
  private static final Map<String, String> PICTURES = pictures();

  private static Service service;

  @BeforeAll
  static void start() {
    service = ChartData.service();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Map<String, String> pictures() {
    Map<String, String> pictures = new LinkedHashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] cells = line.split(" +");
      pictures.put(cells[0], cells[1]);
    }
    return pictures;
  }

  static Stream<String> names() {
    return PICTURES.keySet().stream();
  }

  private static Service.Reply draw(String question) {
    return service.get("/v1/" + question + "&format=svg").expectStatus(200);
  }

  private static String svg(String name) {
    return draw(PICTURES.getOrDefault(name, name)).text();
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Document document) {
    NodeList nodes = document.getElementsByTagName("*");
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void pictureEqualsTheKeptPicture(String name) throws IOException {
    Path file = KEPT.resolve(name + ".svg");
    if (KeptAnswers.areKeptAnew()) {
      Files.writeString(file, svg(name));
    }
    assertThat(svg(name).lines())
        .as("picture %s: %s", name, PICTURES.get(name))
        .containsExactlyElementsOf(Service.file(file.toString()).lines().toList());
    assertThat(svg(name)).isEqualTo(Service.file(file.toString()));
  }

  /** The JSON Pointers of a picture's marks. */
  private static List<String> pointers(Document picture) {
    List<String> pointers = new ArrayList<>();
    for (Element element : elements(picture)) {
      if (element.hasAttribute("data-figure")) {
        pointers.add(element.getAttribute("data-figure"));
      }
      for (String place : element.getAttribute("data-places").split(" ")) {
        if (!place.isEmpty()) {
          pointers.add(
              "/rows/%s/%s".formatted(place.split(",")[0], element.getAttribute("data-field")));
        }
      }
    }
    return pointers;
  }

  @ParameterizedTest
  @MethodSource("names")
  void marksSayWhereTheirFiguresAreInTheAnswer(String name) throws Exception {
    String question = PICTURES.getOrDefault(name, name).replaceAll("&width=\\d+", "");
    JsonNode answer = service.get("/v1/" + question).expectStatus(200).json();
    List<String> pointers = pointers(parsed(svg(name)));
    assertThat(pointers).doesNotHaveDuplicates();
    assertThat(pointers)
        .allSatisfy(pointer ->
            assertThat(
                    answer.at(pointer).path("value").isNumber()
                        || answer.at(pointer).path("missing").isTextual())
                .as(pointer)
                .isTrue());
    assertThat(pointers.isEmpty()).isEqualTo(name.equals("series-unknown"));
  }

  @Test
  void everyKeptPictureHasARequest() throws IOException {
    try (Stream<Path> files = Files.list(KEPT)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names().map(name -> name + ".svg").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void pictureHasNoScriptsAndNoExternalReferences(String name) throws Exception {
    for (Element element : elements(parsed(svg(name)))) {
      assertThat(element.getLocalName())
          .isIn("svg", "title", "desc", "style", "g", "rect", "path", "circle", "text");
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String attribute = element.getAttributes().item(i).getNodeName();
        assertThat(attribute).doesNotStartWith("on").doesNotContain("href").isNotEqualTo("style");
      }
      if (element.getLocalName().equals("style")) {
        assertThat(element.getTextContent()).doesNotContain("url(", "@import");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void pictureDescribesItselfInWords(String name) throws Exception {
    Document document = parsed(svg(name));
    Element svg = document.getDocumentElement();
    String sentence =
        service
            .get("/v1/" + PICTURES.get(name).replaceAll("&width=[0-9]+", ""))
            .at("/sentence")
            .textValue();
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("lang")).isEqualTo("en");
    assertThat(labelled(document, svg.getAttribute("aria-labelledby"))).isEqualTo(sentence);
    assertThat(labelled(document, svg.getAttribute("aria-describedby"))).isNotBlank();
  }

  private static String labelled(Document document, String id) {
    return elements(document).stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow()
        .getTextContent();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everythingIsDrawnInsideThePicture(String name) throws Exception {
    Document document = parsed(svg(name));
    double width = Double.parseDouble(document.getDocumentElement().getAttribute("width"));
    double height = Double.parseDouble(document.getDocumentElement().getAttribute("height"));
    for (Element element : elements(document)) {
      for (String x : List.of("x", "cx")) {
        if (element.hasAttribute(x)) {
          assertThat(Double.parseDouble(element.getAttribute(x))).isBetween(0.0, width);
        }
      }
      for (String y : List.of("y", "cy")) {
        if (element.hasAttribute(y)) {
          assertThat(Double.parseDouble(element.getAttribute(y))).isBetween(0.0, height);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void numbersHaveNoExponent(String name) throws Exception {
    List<String> texts = new ArrayList<>();
    for (Element element : elements(parsed(svg(name)))) {
      if (element.getLocalName().equals("text")) {
        texts.add(element.getTextContent());
      }
    }
    assertThat(texts).noneMatch(text -> text.matches(".*[0-9][eE][+−-]?[0-9].*"));
  }

  @Test
  void namesAreEscaped() throws Exception {
    String svg = svg("regions-hostile");
    assertThat(svg).doesNotContain("<script");
    assertThat(parsed(svg).getDocumentElement().getTextContent())
        .contains("<script>alert('x')</script> & \"Sons\"")
        .contains("]]></title><script href=\"https://example.org\"/>😀");
  }

  @Test
  void pictureHasTheHeadersOfAnAnswer() {
    String question = PICTURES.get("growth");
    Service.Reply reply = draw(question);
    assertThat(reply.header("content-type")).isEqualTo("image/svg+xml");
    assertThat(reply.header("vary")).isEqualTo("accept, accept-encoding, origin");
    assertThat(reply.header("link")).contains("rel=\"cite-as\"");
    assertThat(reply.header("cache-control")).isEqualTo("public, max-age=86400");
    service
        .get("/v1/" + question + "&format=svg", "if-none-match", reply.header("etag"))
        .expectStatus(304);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/svg+xml | image/svg+xml",
        "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8 | image/svg+xml",
        "image/* | image/svg+xml",
        "text/html,application/xhtml+xml,*/*;q=0.8 | application/json",
      })
  void acceptHeaderChoosesThePicture(String accept, String type) {
    assertThat(
            service.get("/v1/" + PICTURES.get("growth"), "accept", accept).header("content-type"))
        .isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"319", "2001", "0", "-720", "7e2", "720px", "99999999999", ""})
  void widthOutOfRangeIsRefused(String width) {
    Service.Reply reply =
        service
            .get("/v1/" + PICTURES.get("growth") + "&format=svg&width=" + width)
            .expectStatus(400);
    assertThat(AnswerAssertions.invalid(reply.json())).containsExactly("width");
  }

  @ParameterizedTest
  @ValueSource(strings = {"growth", "series"})
  void widthIsRefusedForOtherFormats(String name) {
    for (String format : List.of("", "&format=csv")) {
      Service.Reply reply =
          service.get("/v1/" + PICTURES.get(name) + format + "&width=720").expectStatus(422);
      assertThat(AnswerAssertions.invalid(reply.json())).containsExactly("width");
    }
  }

  @Test
  void pictureHasTheRequestedWidth() throws Exception {
    assertThat(parsed(svg("growth")).getDocumentElement().getAttribute("width")).isEqualTo("720");
    assertThat(parsed(svg("narrow-growth")).getDocumentElement().getAttribute("width"))
        .isEqualTo("320");
  }

  @Test
  void titleCanBeLeftOut() throws Exception {
    String titled = "/v1/" + PICTURES.get("growth") + "&format=svg";
    String whole = service.get(titled).text();
    String bare = service.get(titled + "&title=false").text();
    assertThat(service.get(titled + "&title=true").text()).isEqualTo(whole);
    assertThat(whole).containsPattern("<text[^>]*>Twitter");
    assertThat(bare).doesNotContainPattern("<text[^>]*>Twitter").contains("<title ");
    assertThat(AnswerAssertions.invalid(service.get(titled + "&title=no").json()))
        .containsExactly("title");
    assertThat(
            AnswerAssertions.invalid(
                service.get("/v1/" + PICTURES.get("growth") + "&title=false").json()))
        .containsExactly("title");
  }

  @Test
  void refusedQuestionIsAProblem() {
    Service.Reply reply =
        service
            .get("/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&format=svg")
            .expectStatus(400);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void pageOfALongSeriesLinksToTheNextPage() {
    String question = "series?company=many&metric=revenue&region=*&startPeriod=2018-Q1";
    Service.Reply first = draw(question + "&width=640");
    assertThat(first.text()).contains("goes on with the next page");
    String next =
        Stream.of(first.header("link").split(", (?=<)"))
            .filter(link -> link.contains("rel=\"next\""))
            .findFirst()
            .orElseThrow()
            .replaceFirst("^<([^>]*)>.*", "$1");
    Service.Reply second = service.get(next).expectStatus(200);
    assertThat(second.text()).startsWith("<svg").contains("width=\"640\"");
  }
}
