package io.regionalmetrics.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The questions to measure. */
public enum Measured {
  GROWTH("growth, levels published", Question.comparison("growth", Scene.TEN)),
  GROWTH_IMPLIED("growth, bases implied", Question.comparison("growth", Scene.TEN_IMPLIED)),
  REGIONS("regions", Question.comparison("regions", Scene.TEN)),
  SHARE("share", Question.comparison("share", Scene.TEN)),
  SHARE_CHANGE("share, change on a base", Question.comparison("share", Scene.TEN, "base=yoy")),
  CONTRIBUTION("contribution", Question.comparison("contribution", Scene.TEN)),
  DRIVERS("drivers", Question.drivers(Scene.TEN)),
  REVISIONS("revisions", Question.comparison("revisions", Scene.TEN_RESTATED)),
  CHECK("check", Question.check(Scene.TEN)),
  SERIES("series, 40 quarters", Question.series(Scene.TEN_YEARS, 40, "level")),
  SERIES_ALL(
      "series, 40 quarters, all transforms",
      Question.series(Scene.TEN_YEARS, 40, "level,yoy,qoq,share,index,ttm")),
  SHARE_OF_EVERY_REGION("share of *, 50 regions", Question.shareOfEveryRegion(Scene.FIFTY)),
  GROWTH_OF_1("growth", Question.comparison("growth", Scene.ONE)),
  GROWTH_OF_100("growth", Question.comparison("growth", Scene.HUNDRED)),
  SHARE_OF_1("share", Question.comparison("share", Scene.ONE)),
  SHARE_OF_100("share", Question.comparison("share", Scene.HUNDRED)),
  CONTRIBUTION_OF_1("contribution", Question.comparison("contribution", Scene.ONE)),
  CONTRIBUTION_OF_100("contribution", Question.comparison("contribution", Scene.HUNDRED)),
  CHECK_OF_1("check", Question.check(Scene.ONE)),
  CHECK_OF_100("check", Question.check(Scene.HUNDRED)),
  SERIES_OF_4_QUARTERS("series, 4 quarters", Question.series(Scene.TEN_YEARS, 4, "level")),
  SERIES_ALL_OF_4_QUARTERS(
      "series, 4 quarters, all transforms",
      Question.series(Scene.TEN_YEARS, 4, "level,yoy,qoq,share,index,ttm")),
  SERIES_OF_50(
      "series, 50 x 40, its first page", Question.series(Scene.FIFTY_TEN_YEARS, 40, "level")),
  GROWTH_DRAWN(GROWTH),
  GROWTH_OF_100_DRAWN(GROWTH_OF_100),
  REGIONS_DRAWN(REGIONS),
  SHARE_DRAWN(SHARE),
  CONTRIBUTION_DRAWN(CONTRIBUTION),
  DRIVERS_DRAWN(DRIVERS),
  REVISIONS_DRAWN(REVISIONS),
  CHECK_DRAWN(CHECK),
  SERIES_DRAWN(SERIES),
  SERIES_ALL_DRAWN(SERIES_ALL),
  SERIES_OF_50_DRAWN(SERIES_OF_50);

  /**
   * The same question in growing sizes.
   *
   * @param steps from the smallest to the largest
   */
  record Scale(String name, List<Measured> steps) {}

  private final String title;
  private final Question question;
  private final Optional<Measured> figures;

  Measured(String title, Question question) {
    this.title = title;
    this.question = question;
    this.figures = Optional.empty();
  }

  /** The chart of another question. */
  Measured(Measured figures) {
    this.title = figures.title;
    this.question = figures.question.drawn();
    this.figures = Optional.of(figures);
  }

  /** The questions that are answered with charts. */
  static List<Measured> pictures() {
    return Stream.of(values()).filter(one -> one.figures.isPresent()).toList();
  }

  /** The same question, answered with JSON. */
  Measured figures() {
    return figures.orElseThrow();
  }

  /** The questions of the usual size. */
  static List<Measured> usual() {
    return Stream.of(values()).filter(one -> one.compareTo(GROWTH_OF_1) < 0).toList();
  }

  /** Questions about 1, 10 and 100 regions. */
  static List<Scale> byRegions() {
    return List.of(
        new Scale("growth", List.of(GROWTH_OF_1, GROWTH, GROWTH_OF_100)),
        new Scale("share", List.of(SHARE_OF_1, SHARE, SHARE_OF_100)),
        new Scale("contribution", List.of(CONTRIBUTION_OF_1, CONTRIBUTION, CONTRIBUTION_OF_100)),
        new Scale("check", List.of(CHECK_OF_1, CHECK, CHECK_OF_100)));
  }

  /** Questions about 4 and 40 quarters. */
  static List<Scale> byQuarters() {
    return List.of(
        new Scale("series", List.of(SERIES_OF_4_QUARTERS, SERIES)),
        new Scale("series, all transforms", List.of(SERIES_ALL_OF_4_QUARTERS, SERIES_ALL)));
  }

  /** The question as a title in tables. */
  String title() {
    return title;
  }

  /** The request. */
  Question question() {
    return question;
  }
}
