package io.regionalmetrics.find;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Metric;
import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * What a text mentions.
 *
 * @param text the text
 * @param companies the companies, the best match first
 * @param metrics the metrics; all that the companies have, if the text mentions none
 * @param regions the regions
 * @param periods the quarters
 * @param figures which figures there are of these, at most 60
 */
public record Found(
    String text,
    List<Company> companies,
    List<FoundMetric> metrics,
    List<FoundRegion> regions,
    List<YearQuarter> periods,
    List<FoundFigures> figures) {

  /** Companies alone. */
  Found(String text, List<Company> companies) {
    this(text, companies, List.of(), List.of(), List.of(), List.of());
  }

  /**
   * A metric.
   *
   * @param company the company that defines it for itself; empty if all companies share it
   */
  public record FoundMetric(String company, Metric metric) {}

  /**
   * A region.
   *
   * @param company the company that defines it for itself; empty if all companies share it
   * @param code its id, or an expression such as {@code WORLD-US}
   */
  public record FoundRegion(String company, String code, String name) {}

  /**
   * Figures that a question can ask about.
   *
   * @param region the region's id
   * @param name the region's name
   * @param coverage the quarters
   */
  public record FoundFigures(
      String company, String metric, String region, String name, Coverage coverage) {}

  /** Whether the text mentions no company, metric or region. */
  public boolean isEmpty() {
    return companies.isEmpty() && metrics.isEmpty() && regions.isEmpty();
  }
}
