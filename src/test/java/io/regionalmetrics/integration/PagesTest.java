package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as served. The browser tests check what they do. */
class PagesTest {
  private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.fresh();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static List<String> assets(String page) {
    return REFERENCE
        .matcher(service.get(page).text())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  static Stream<String> all() {
    return Stream.of("/", "/docs")
        .flatMap(page -> Stream.concat(Stream.of(page), assets(page).stream()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs"})
  void pageIsHtmlThatCachesRevalidate(String page) {
    Service.Reply reply = service.get(page).expectStatus(200);
    assertThat(reply.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(reply.header("cache-control")).isEqualTo("no-cache");
    assertThat(reply.text()).startsWith("<!doctype html>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs"})
  void pageLoadsOneScriptOneStyleSheetAndOneIcon(String page) {
    assertThat(assets(page))
        .extracting(asset -> asset.replaceFirst(".*\\.", ""))
        .containsExactlyInAnyOrder("svg", "css", "js");
  }

  @Test
  void assetsOfAPageAreCachedForever() {
    Map<String, String> types =
        Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    assertThat(all().filter(path -> path.startsWith("/assets/")))
        .allSatisfy(asset -> {
          Service.Reply reply = service.get(asset).expectStatus(200);
          assertThat(reply.header("content-type"))
              .isEqualTo(types.get(asset.replaceFirst(".*\\.", "")));
          assertThat(reply.header("cache-control"))
              .isEqualTo("public, max-age=31536000, immutable");
        });
  }

  @Test
  void everyResponseHasSecurityHeaders() {
    assertThat(all())
        .allSatisfy(path -> {
          Service.Reply reply = service.get(path);
          assertThat(reply.header("content-security-policy"))
              .contains(
                  "default-src 'none'",
                  "script-src 'self'",
                  "frame-ancestors 'none'",
                  "base-uri 'none'",
                  "require-trusted-types-for 'script'")
              .doesNotContain("unsafe", "http:", "https:", "*");
          assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
          assertThat(reply.header("referrer-policy")).isEqualTo("no-referrer");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs"})
  void pageHasNoInlineScriptOrStyle(String page) {
    assertThat(service.get(page).text())
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContain("<style", "style=", "onclick=", "javascript:");
  }

  @Test
  void pageLoadsNothingFromOtherHosts() {
    assertThat(all().filter(path -> !path.endsWith(".svg")))
        .allSatisfy(path ->
            assertThat(service.get(path).text())
                .doesNotContain("src=\"http", "@import", "import ", "import(")
                .doesNotContainPattern("\\burl\\("));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs"})
  void pageIsBelowThirtyKilobytesCompressed(String page) {
    int bytes =
        Stream.concat(Stream.of(page), assets(page).stream())
            .mapToInt(path -> service.get(path, "accept-encoding", "gzip").response().body().length)
            .sum();
    assertThat(bytes).isLessThan(30_000);
  }

  @Test
  void pageInTheBrowsersCacheIsNotSentAgain() {
    assertThat(all())
        .allSatisfy(path -> {
          String etag = service.get(path).header("etag");
          Service.Reply again = service.get(path, "if-none-match", etag).expectStatus(304);
        });
  }

  @Test
  void headGivesTheHeadersOfGetWithoutABody() {
    assertThat(all())
        .allSatisfy(path -> {
          Service.Reply reply = service.send("HEAD", path).expectStatus(200);
          assertThat(reply.response().body()).isEmpty();
          assertThat(reply.header("etag")).isEqualTo(service.get(path).header("etag"));
        });
  }

  @Test
  void explorerAcceptsAnyQuery() {
    service.get("/?comparison=growth&utm_source=letter").expectStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/",
        "/assets/explorer.js",
        "/assets/..%2Findex.html",
        "/assets/..%2F..%2Fopenapi.json",
        "/assets/nothing-123.js",
        "/docs/",
        "/index.html"
      })
  void unknownPageIsAProblem(String path) {
    Service.Reply reply = service.get(path).expectStatus(404);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void pageRefusesPost() {
    Service.Reply reply = service.send("POST", "/").expectStatus(405);
    assertThat(Arrays.asList(reply.header("allow").split(", ")))
        .containsExactly("GET", "HEAD", "OPTIONS");
  }
}
