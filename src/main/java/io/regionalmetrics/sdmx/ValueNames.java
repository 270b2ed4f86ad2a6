package io.regionalmetrics.sdmx;

import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Region;
import java.util.Map;
import java.util.Optional;

/**
 * The names of codes in an answer.
 *
 * @param companies the definitions of the companies, by id
 */
record ValueNames(Map<String, Vocabulary> companies) {

  /** The name of a code; the code itself if it has no other. */
  String of(Component component, String code) {
    Optional<String> name =
        switch (component) {
          case COMPANY ->
              Optional.ofNullable(companies.get(code)).map(one -> one.company().company().name());
          case METRIC ->
              companies.values().stream()
                  .flatMap(company -> company.metric(code).map(Metric::name).stream())
                  .findFirst();
          case REF_AREA ->
              companies.values().stream()
                  .flatMap(company -> company.region(code).map(Region::name).stream())
                  .findFirst();
          case MEASURE -> Measure.of(code).map(CodeNames::of);
          case OBS_STATUS -> Status.of(code).map(CodeNames::of);
          case SOURCE_KIND -> SourceKind.of(code).map(CodeNames::of);
          default -> Optional.empty();
        };
    return name.orElse(code);
  }
}
