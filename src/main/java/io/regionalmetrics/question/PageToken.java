package io.regionalmetrics.question;

import io.regionalmetrics.answer.SeriesPosition;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * Where a page of a series begins, and what the first page fixed, so that all pages belong to one
 * answer. Each page gives the token of the next one as {@code next}; the server stores nothing.
 *
 * @param asOf the day that all pages share
 * @param first the first quarter of the series
 * @param last the last quarter of the series
 * @param from the first row of the page
 */
record PageToken(LocalDate asOf, YearQuarter first, YearQuarter last, SeriesPosition from) {
  private static final String SEPARATOR = "|";
  private static final int PARTS = 7;
  private static final int CHECK_CHARACTERS = 16;

  /** Encodes the token in base64url, with a checksum over itself and the question. */
  String write(String question) {
    String text =
        String.join(
            SEPARATOR,
            asOf.toString(),
            first.toString(),
            last.toString(),
            from.company(),
            from.region(),
            from.period().toString());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (text + SEPARATOR + check(text, question)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Decodes a token.
   *
   * @throws Refusal if it was not issued for this question
   */
  static PageToken read(String written, String question) {
    return decoded(written)
        .flatMap(text -> parts(text, question))
        .filter(token -> token.write(question).equals(written))
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "next",
                "not a token from an answer to this question; copy it unchanged and keep the other parameters, or leave it out to start again"));
  }

  private static Optional<String> decoded(String written) {
    try {
      return Optional.of(
          new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PageToken> parts(String text, String question) {
    String[] parts = text.split("\\|", -1);
    int end = text.lastIndexOf(SEPARATOR);
    return parts.length == PARTS
            && check(text.substring(0, end), question).equals(text.substring(end + 1))
        ? token(parts)
        : Optional.empty();
  }

  private static Optional<PageToken> token(String[] parts) {
    Optional<LocalDate> asOf = Periods.day(parts[0]);
    Optional<YearQuarter> first = Periods.quarter(parts[1]);
    Optional<YearQuarter> last = Periods.quarter(parts[2]);
    Optional<YearQuarter> period = Periods.quarter(parts[5]);
    if (asOf.isEmpty() || first.isEmpty() || last.isEmpty() || period.isEmpty()) {
      return Optional.empty();
    }
    SeriesPosition from = new SeriesPosition(parts[3], parts[4], period.get());
    return Optional.of(new PageToken(asOf.get(), first.get(), last.get(), from));
  }

  private static String check(String text, String question) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((text + "\n" + question).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, CHECK_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
