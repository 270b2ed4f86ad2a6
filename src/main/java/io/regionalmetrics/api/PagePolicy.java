package io.regionalmetrics.api;

import io.regionalmetrics.chart.Charts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * What browsers let the pages do. It is a class of its own, so that only requests for pages compute
 * the hash in it.
 */
final class PagePolicy {
  /**
   * Restricts pages to scripts, styles, images and requests of this origin. Inline scripts don't
   * run, and scripts can't insert text as HTML (CSP level 3, Trusted Types). The only inline style
   * allowed is the style sheet of pictures, known by its hash.
   */
  static final Map<String, String> HEADERS =
      Map.of(
          "content-security-policy",
          "default-src 'none'; script-src 'self'; style-src 'self' '%s'; img-src 'self';"
                  .formatted(hash(Charts.styleSheet()))
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
              + " require-trusted-types-for 'script'; trusted-types 'none'",
          "x-content-type-options",
          "nosniff",
          "referrer-policy",
          "no-referrer",
          "cross-origin-opener-policy",
          "same-origin");

  private PagePolicy() {}

  /** The hash of an inline style, as policies write it. */
  private static String hash(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
