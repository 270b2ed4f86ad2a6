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
 * Where the next page of a series begins, and what the first one has settled, so that all pages are
 * of one answer: {@code next}. It is handed out and comes back; nothing is kept here.
 *
 * @param asOf the day that is pinned
 * @param first the first quarter of the range
 * @param last the last quarter of the range
 * @param from the first row of the page
 */
record PageToken(LocalDate asOf, YearQuarter first, YearQuarter last, SeriesPosition from) {
  private static final String SEPARATOR = "|";
  private static final int PARTS = 7;
  private static final int CHECK_CHARACTERS = 16;

  /**
   * As it is handed out, for one question: base64url, with a check that it comes back as it was.
   */
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
   * Reads one that came back.
   *
   * @throws Refusal where it isn't what was handed out for this question
   */
  static PageToken read(String written, String question) {
    return decoded(written)
        .flatMap(text -> parts(text, question))
        .filter(token -> token.write(question).equals(written))
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "next",
                "not what an answer to this very question gave as its next; give that, as it is, with the other parameters unchanged, or ask without next"));
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
    if (parts.length != PARTS
        || !check(text.substring(0, end), question).equals(text.substring(end + 1))) {
      return Optional.empty();
    }
    return Periods.day(parts[0])
        .flatMap(asOf ->
            Periods.quarter(parts[1])
                .flatMap(first ->
                    Periods.quarter(parts[2])
                        .flatMap(last ->
                            Periods.quarter(parts[5])
                                .map(period ->
                                    new PageToken(
                                        asOf,
                                        first,
                                        last,
                                        new SeriesPosition(parts[3], parts[4], period))))));
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
