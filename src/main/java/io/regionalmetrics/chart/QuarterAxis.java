package io.regionalmetrics.chart;

import io.regionalmetrics.chart.Svg.Anchor;
import org.threeten.extra.YearQuarter;

/**
 * The axis below a {@link LineField}. It names quarters if there are few, otherwise years; as many
 * as fit.
 *
 * @param field the field above
 */
record QuarterAxis(LineField field) {
  private static final int QUARTERS_OF_YEAR = 4;

  /** Draws the axis below a field that ends at {@code bottom}. */
  void draw(Svg svg, double bottom) {
    int step = step();
    int count = field.quarters().count();
    int begin = isYearly() ? field.quarters().firstOfYear() : (count - 1) % step;
    for (int i = begin; i < count; i += step) {
      double x = field.at(i);
      svg.line("class=\"l\"", x, bottom, x, bottom + 5);
      svg.quiet(FontStyle.SMALL, inside(x), bottom + 17, Anchor.MIDDLE, label(i));
    }
  }

  private boolean isYearly() {
    return field.quarters().count() > 2 * QUARTERS_OF_YEAR;
  }

  private double half() {
    return TextMetrics.width(isYearly() ? "2017" : "2017-Q4", FontStyle.SMALL) / 2;
  }

  /** The distance between two labels, in quarters. */
  private int step() {
    // The outermost labels are moved inside, so they need more room.
    double width = 3 * half() + 6;
    int least = isYearly() ? QUARTERS_OF_YEAR : 1;
    int step = least;
    while (field.quarters().count() > step && field.apart() * step < width) {
      step += least;
    }
    return step;
  }

  private String label(int index) {
    YearQuarter quarter = field.quarters().at(index);
    return isYearly() ? Integer.toString(quarter.getYear()) : quarter.toString();
  }

  /** The place of a label, moved so that the label stays inside the field. */
  private double inside(double x) {
    double first = field.start() - 6;
    double last = field.end() + 6;
    return Math.clamp(
        x,
        first + Math.min(half(), field.end() - field.start()),
        Math.max(last - half(), first + half()));
  }
}
