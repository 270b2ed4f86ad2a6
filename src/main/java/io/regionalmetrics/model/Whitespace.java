package io.regionalmetrics.model;

import java.util.regex.Pattern;

/** Spaces in texts, which carry no meaning here: "Reuters " is the publisher "Reuters". */
public final class Whitespace {
  private static final Pattern SPACES = Pattern.compile("\\p{Z}+");

  private Whitespace() {}

  /**
   * A text without spaces at its ends, and with one space instead of several, or of a no-break
   * space, between words. Line breaks and tabs within the text stay.
   */
  public static String collapse(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }
}
