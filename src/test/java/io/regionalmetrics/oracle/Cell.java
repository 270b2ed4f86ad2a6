package io.regionalmetrics.oracle;

import java.util.List;

/** What a figure measures: the level or a published growth of a metric in a region and quarter. */
record Cell(String metric, String region, int quarter, String measure) {
  static final String REVENUE = "revenue";
  static final String USERS = "users";
  static final String PER_USER = "revenue-per-user";
  static final String MONTHLY = "arpu";
  static final List<String> METRICS = List.of(REVENUE, USERS, PER_USER, MONTHLY);
  static final String LEVEL = "level";

  private static final int FIRST = 2016 * 4 + 2;

  /** A level. */
  static Cell level(String metric, String region, int quarter) {
    return new Cell(metric, region, quarter, LEVEL);
  }

  /** The name of a quarter; 0 is 2016-Q3 and 5 is 2017-Q4. */
  static String quarterName(int quarter) {
    int index = FIRST + quarter;
    return "%d-Q%d".formatted(index / 4, index % 4 + 1);
  }

  /** The number of quarters between the value and the base of a growth measure. */
  static int quartersApart(String measure) {
    return measure.equals("yoy") ? 4 : 1;
  }

  boolean isLevel() {
    return measure.equals(LEVEL);
  }

  /** The lower limit of its figures. */
  Fraction least() {
    return isLevel() ? Fraction.ZERO : Fraction.of(-100);
  }

  @Override
  public String toString() {
    return "%s %s %s %s".formatted(metric, region, quarterName(quarter), measure);
  }
}
